using System.Globalization;
using System.Text.RegularExpressions;
using PageMessagesGen.Schema.Diagnostics;
using PageMessagesGen.Schema.Yaml;

namespace PageMessagesGen.Schema.Reading;

/// <summary>Validates the format of strings in the schema.</summary>
internal static class ScalarChecks
{
    private static readonly Regex TypeName = new(@"^[A-Z][A-Za-z0-9]{0,199}\z", RegexOptions.CultureInvariant);
    private static readonly Regex LowerWord = new(@"^[a-z][a-z0-9-]{0,199}\z", RegexOptions.CultureInvariant);
    private static readonly Regex Decimal = new(@"^-?[0-9]{1,28}(\.[0-9]{1,27})?\z", RegexOptions.CultureInvariant);
    private static readonly Regex Word = new(@"^[A-Za-z][A-Za-z0-9_]{0,199}\z", RegexOptions.CultureInvariant);

    // All characters of JSON except control characters, unpaired surrogates and similar.
    private static readonly Regex WireName = new(
        @"^(?![\p{Z}])([^\p{C}\p{Zl}\p{Zp}]|[\uD800-\uDBFF][\uDC00-\uDFFF]){1,200}(?<![\p{Z}])\z", RegexOptions.CultureInvariant);

    /// <summary>Gets the string if it matches a format, and reports it otherwise.</summary>
    public static string? Matching(this YamlScalar? scalar, Regex form, string what, DiagnosticBag diagnostics)
    {
        if (scalar is null || form.IsMatch(scalar.Value))
            return scalar?.Value;
        diagnostics.Add(SchemaDiagnosticDescriptors.InvalidValue, scalar.Range, scalar.Value, what, "");
        return null;
    }

    /// <summary>Gets the string if it is valid as a name or a value on the wire, and reports it otherwise.</summary>
    public static string? AsWireName(this YamlScalar? scalar, DiagnosticBag diagnostics) =>
        scalar.Matching(WireName, "a name of at most 200 characters, without control characters and without leading or trailing spaces", diagnostics);

    /// <summary>Gets the string if it is a word of letters, digits and underscores, and reports it otherwise.</summary>
    public static string? AsWord(this YamlScalar? scalar, DiagnosticBag diagnostics) =>
        scalar.Matching(Word, "a name of letters, digits and underscores", diagnostics);

    /// <summary>Gets the string if it is valid as the name of a platform, a source or a rule, and reports it otherwise.</summary>
    public static string? AsLowerWord(this YamlScalar? scalar, DiagnosticBag diagnostics) =>
        scalar.Matching(LowerWord, "a name in lower case, such as text-needs-title", diagnostics);

    /// <summary>Determines whether a namespace is one of those that generated code uses, so that generated types could replace what they need.</summary>
    public static bool IsUsedNamespace(string text) => text.Split('.')[0] is "System" or "PageMessagesGen";

    /// <summary>Parses a number with or without a fraction. Returns null for any other string, and for more digits than a decimal has.</summary>
    public static decimal? ParseNumber(string text) =>
        Decimal.IsMatch(text) && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Determines whether a string is valid as the name of a type.</summary>
    public static bool IsTypeName(string text) => TypeName.IsMatch(text);

    /// <summary>Gets the string if it is valid as the name of a type, an enum or a service, and reports it otherwise.</summary>
    public static string? AsTypeName(this YamlScalar? scalar, DiagnosticBag diagnostics) =>
        scalar.Matching(TypeName, "a name in PascalCase, such as QuickReply", diagnostics);
}

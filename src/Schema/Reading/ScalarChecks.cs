using System.Globalization;
using System.Text.RegularExpressions;
using PageMessagesGen.Schema.Diagnostics;
using PageMessagesGen.Schema.Yaml;

namespace PageMessagesGen.Schema.Reading;

/// <summary>Checks on the form of a text in the schema.</summary>
internal static class ScalarChecks
{
    private static readonly Regex TypeName = new(@"^[A-Z][A-Za-z0-9]*\z", RegexOptions.CultureInvariant);

    /// <summary>Gives the text if it has a form, and reports it otherwise.</summary>
    public static string? Matching(this YamlScalar? scalar, Regex form, string what, DiagnosticBag diagnostics)
    {
        if (scalar is null || form.IsMatch(scalar.Value))
            return scalar?.Value;
        diagnostics.Add(SchemaRules.InvalidValue, scalar.Range, scalar.Value, what, "");
        return null;
    }

    /// <summary>Gives the text if it is a day of the calendar, and reports it otherwise.</summary>
    public static string? AsDate(this YamlScalar? scalar, DiagnosticBag diagnostics)
    {
        if (scalar is null || DateTime.TryParseExact(scalar.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            return scalar?.Value;
        diagnostics.Add(SchemaRules.InvalidValue, scalar.Range, scalar.Value, "a date such as 2026-11-22", "");
        return null;
    }

    /// <summary>Gives the text if it can name a type, an enum or a service, and reports it otherwise.</summary>
    public static string? AsTypeName(this YamlScalar? scalar, DiagnosticBag diagnostics) =>
        scalar.Matching(TypeName, "a name in PascalCase, such as QuickReply", diagnostics);
}

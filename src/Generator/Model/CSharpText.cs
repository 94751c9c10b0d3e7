using System.Globalization;
using System.Text;

namespace PageMessagesGen.Generator.Model;

/// <summary>Makes text of the schema safe in C#: it can end neither a literal nor a comment, and has no <c>::</c>, which marks names.</summary>
internal static class CSharpText
{
    /// <summary>A string literal.</summary>
    public static string Literal(string text)
    {
        if (IsHarmless(text))
            return $"\"{text}\"";
        var literal = new StringBuilder(text.Length + 2).Append('"');
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' => literal.Append("\\\""),
                ':' when literal[literal.Length - 1] == ':' => literal.Append("\\u003A"),
                '\\' => literal.Append("\\\\"),
                _ when IsPlain(c) => literal.Append(c),
                _ => literal.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture)),
            };
        }

        return literal.Append('"').ToString();
    }

    /// <summary>A literal of a whole number.</summary>
    public static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A string literal for the inside of a JSON string.</summary>
    public static string JsonLiteral(string text) => Literal(text.Replace("\\", "\\\\").Replace("\"", "\\\""));

    /// <summary>The text of a summary element; without a summary, the name on the wire.</summary>
    /// <param name="summary">The summary; empty if the schema has none.</param>
    /// <param name="kind">What is documented, such as <c>The member</c>.</param>
    /// <param name="name">Its name on the wire.</param>
    public static string Summary(string summary, string kind, string name) =>
        summary.Length > 0 ? Documentation(summary) : $"{kind} <c>{Documentation(name)}</c>.";

    /// <summary>The text of an XML documentation element, on one line.</summary>
    public static string Documentation(string text)
    {
        if (IsHarmless(text))
            return text.Trim();
        var xml = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            _ = c switch
            {
                '&' => xml.Append("&amp;"),
                '<' => xml.Append("&lt;"),
                '>' => xml.Append("&gt;"),
                ':' when xml.Length > 0 && xml[xml.Length - 1] == ':' => xml.Append("&#58;"),
                _ when IsPlain(c) || char.IsSurrogate(c) => xml.Append(c),
                _ => xml.Append(' '),
            };
        }

        return xml.ToString().Trim();
    }

    // Most texts are ASCII without anything that must be escaped in C# or in XML.
    private static bool IsHarmless(string text)
    {
        foreach (var c in text)
        {
            if (c is < ' ' or > '~' or '"' or '\\' or ':' or '&' or '<' or '>')
                return false;
        }

        return true;
    }

    // Everything but control characters, line separators, formatting marks (which can turn text around) and halves of pairs.
    private static bool IsPlain(char c) => char.GetUnicodeCategory(c) is not (
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse);
}

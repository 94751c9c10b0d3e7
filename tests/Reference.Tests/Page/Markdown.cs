using System.Text;
using System.Text.RegularExpressions;

namespace PageMessagesGen.Reference.Tests.Page;

/// <summary>A page that is being written.</summary>
internal sealed partial class Markdown
{
    private readonly StringBuilder _text = new();

    /// <summary>Adds a heading.</summary>
    public void Heading(int level, string title) => Paragraph($"{new string('#', level)} {title}");

    /// <summary>Adds a paragraph.</summary>
    public void Paragraph(string text) => _text.Append(text).Append("\n\n");

    /// <summary>Adds a list.</summary>
    public void List(IEnumerable<string> items) => Paragraph(string.Join('\n', items.Select(item => $"* {item}")));

    /// <summary>Adds a fenced block.</summary>
    public void Fence(string language, string text) => Paragraph($"```{language}\n{text}```");

    /// <summary>Adds a table.</summary>
    public void Table(IReadOnlyList<string> columns, IEnumerable<string[]> rows)
    {
        Row(columns);
        Row(columns.Select(_ => "---"));
        foreach (var row in rows)
            Row(row);
        _text.Append('\n');
    }

    /// <summary>Returns the text.</summary>
    public override string ToString() => $"{_text.ToString().TrimEnd('\n')}\n";

    /// <summary>Writes code.</summary>
    public static string Code(string text) => $"`{text}`";

    /// <summary>Writes a link to a heading of the page.</summary>
    public static string Link(string title) => $"[{title}](#{Anchor(title)})";

    /// <summary>Writes the target of a link.</summary>
    public static string Target(string anchor) => $"<a id=\"{anchor}\"></a>";

    /// <summary>Gets the anchor of a heading: in lower case, without punctuation, with dashes for blanks.</summary>
    public static string Anchor(string title) => NotInAnchors().Replace(title.ToLowerInvariant(), "").Replace(' ', '-');

    /// <summary>Writes a text of the schema.</summary>
    public static string Escape(string text) => text.Replace("*", "\\*", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);

    private void Row(IEnumerable<string> cells) =>
        _text.Append('|').AppendJoin("", cells.Select(cell => cell.Length == 0 ? " |" : $" {cell.Replace("|", "\\|", StringComparison.Ordinal)} |")).Append('\n');

    [GeneratedRegex("[^a-z0-9 _-]")]
    private static partial Regex NotInAnchors();
}

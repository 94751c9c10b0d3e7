using PageMessagesGen.TestKit.Markup;

namespace PageMessagesGen.Schema.Tests.Malformed;

/// <summary>A schema with one mistake, or with one and what follows from it.</summary>
/// <param name="Name">The kind of mistake, and the edit that makes it.</param>
/// <param name="Marked">The text, with each finding marked by its rule's id.</param>
internal sealed record MalformedCase(string Name, string Marked)
{
    private MarkedText? _read;

    /// <summary>Gets the text and its marks, which are read once.</summary>
    public MarkedText Read() => _read ??= MarkedText.Parse(Marked);

    /// <summary>Makes a case by edits of the complete schema: text that stands there once, and what stands there instead.</summary>
    public static MalformedCase Edit(string kind, params string[] edits)
    {
        var text = CompleteSchema.Text;
        for (var i = 0; i < edits.Length; i += 2)
        {
            var at = text.IndexOf(edits[i], StringComparison.Ordinal);
            if (at < 0 || text.IndexOf(edits[i], at + 1, StringComparison.Ordinal) >= 0)
                throw new ArgumentException($"'{edits[i]}' does not stand in the complete schema once.", nameof(edits));
            text = text[..at] + edits[i + 1] + text[(at + edits[i].Length)..];
        }

        return new MalformedCase($"{kind}: {string.Join("; ", edits.Chunk(2).Select(e => $"{e[0].Trim()} => {e[1].Trim()}"))}", text);
    }

    /// <summary>Makes the cases of one kind, each by one edit.</summary>
    public static IEnumerable<MalformedCase> Edits(string kind, params (string Old, string New)[] edits) => edits.Select(e => Edit(kind, e.Old, e.New));
}

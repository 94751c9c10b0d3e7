namespace PageMessagesGen.Language.Tests.Support;

/// <summary>A fenced block of a page.</summary>
/// <param name="Info">What stands behind the opening fence, such as <c>yaml complete</c>.</param>
/// <param name="Text">The lines of the block.</param>
/// <param name="Line">The line of the opening fence.</param>
internal sealed record Fence(string Info, string Text, int Line)
{
    private const string Mark = "```";

    /// <summary>What kind of text it is, such as <c>yaml</c>.</summary>
    public string Language => Info.Split(' ')[0];

    /// <summary>The blocks of a page, in their order. Blocks inside lists are indented; the indent is taken off.</summary>
    public static IReadOnlyList<Fence> Of(string page)
    {
        var fences = new List<Fence>();
        var lines = page.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var indent = lines[i].Length - lines[i].TrimStart(' ').Length;
            if (!lines[i][indent..].StartsWith(Mark, StringComparison.Ordinal))
                continue;
            var end = Array.FindIndex(lines, i + 1, line => line.Trim() == Mark);
            if (end < 0)
                throw new FormatException($"The block that begins in line {i + 1} has no end.");
            var text = lines[(i + 1)..end].Select(line => line.Length < indent ? "" : line[indent..] + "\n");
            fences.Add(new Fence(lines[i].Trim()[Mark.Length..], string.Concat(text), i + 1));
            i = end;
        }

        return fences;
    }
}

using System.Text;

namespace PageMessagesGen.TestKit.Markup;

/// <summary>
/// A text of C# or YAML in which a test has marked places: <c>[|span|]</c> or, with an id, <c>{|ID:span|}</c>. Marks may
/// nest and may be empty. Brackets without bars (<c>[a, b]</c>, <c>{ a: b }</c>) and bars without brackets
/// (<c>a || b</c>, <c>key: |</c>) are plain text. A bar between two brackets closes: <c>{|ID:[|}</c> marks a bracket.
/// </summary>
public sealed class MarkedText
{
    private MarkedText(string text, IReadOnlyList<MarkedSpan> spans)
    {
        Text = text;
        Spans = spans;
    }

    /// <summary>The text without the marks; every other character is kept as it is.</summary>
    public string Text { get; }

    /// <summary>The marked spans, by start; of two with one start, the outer is first.</summary>
    public IReadOnlyList<MarkedSpan> Spans { get; }

    /// <summary>Reads a text with marks.</summary>
    /// <exception cref="FormatException">A mark is not opened, not closed or closed by the other kind; the message says where.</exception>
    public static MarkedText Parse(string marked)
    {
        ArgumentNullException.ThrowIfNull(marked);
        var (text, spans) = new MarkupScanner(marked).Scan();
        return new MarkedText(text, spans);
    }

    /// <summary>Writes marks into a text: the reverse of <see cref="Parse"/>.</summary>
    /// <param name="text">The text without marks.</param>
    /// <param name="spans">What to mark, in any order.</param>
    /// <param name="crossing">The spans that were left out, since marks cannot show two spans that overlap without nesting.</param>
    public static string Write(string text, IEnumerable<MarkedSpan> spans, out IReadOnlyList<MarkedSpan> crossing)
    {
        ArgumentNullException.ThrowIfNull(text);
        var leftOut = new List<MarkedSpan>();
        var open = new Stack<MarkedSpan>();
        var marked = new StringBuilder();
        var written = 0;

        void CopyTo(int position)
        {
            marked.Append(text, written, position - written);
            written = position;
        }

        void CloseUntil(int position)
        {
            while (open.TryPeek(out var inner) && inner.End <= position)
            {
                CopyTo(inner.End);
                marked.Append(open.Pop().Id.Length == 0 ? "|]" : "|}");
            }
        }

        foreach (var span in spans.OrderBy(s => s.Start).ThenByDescending(s => s.Length).ThenBy(s => s.Id, StringComparer.Ordinal))
        {
            CloseUntil(span.Start);
            if (open.TryPeek(out var outer) && outer.End < span.End)
            {
                leftOut.Add(span);
                continue;
            }

            CopyTo(span.Start);
            marked.Append(span.Id.Length == 0 ? "[|" : $"{{|{span.Id}:");
            open.Push(span);
        }

        CloseUntil(text.Length);
        CopyTo(text.Length);
        crossing = leftOut;
        return marked.ToString();
    }
}

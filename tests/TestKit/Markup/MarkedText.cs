using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;

namespace PageMessagesGen.TestKit.Markup;

/// <summary>A span of a text that is marked.</summary>
/// <param name="Id">The id of <c>{|ID:…|}</c>; empty for <c>[|…|]</c>.</param>
/// <param name="Start">The number of UTF-16 code units before it, in the text without marks.</param>
/// <param name="Length">Its length in UTF-16 code units.</param>
public readonly record struct MarkedSpan(string Id, int Start, int Length)
{
    /// <summary>Gets the position behind its last character.</summary>
    public int End => Start + Length;
}

/// <summary>A text of C# or YAML in which spans are marked as in Microsoft.CodeAnalysis.Testing: <c>[|span|]</c> or <c>{|ID:span|}</c>.</summary>
/// <param name="Text">The text without the marks.</param>
/// <param name="Spans">The marked spans, by start; of two with one start, the longer is first.</param>
public sealed record MarkedText(string Text, ImmutableArray<MarkedSpan> Spans)
{
    // Stands for a bracket while marks are read: the library takes the "[|" of "{|PMG1001:[|}" for a mark.
    private const char Bracket = '\uE000';

    /// <summary>Reads a text with marks.</summary>
    public static MarkedText Parse(string marked)
    {
        ArgumentNullException.ThrowIfNull(marked);
        TestFileMarkupParser.GetSpans(marked.Replace("[|}", $"{Bracket}|}}", StringComparison.Ordinal), treatPositionIndicatorsAsCode: true, out var text, out var named);
        var spans = named.SelectMany(n => n.Value.Select(span => new MarkedSpan(n.Key, span.Start, span.Length)));
        return new MarkedText(text.Replace(Bracket, '['), [.. spans.OrderBy(s => s.Start).ThenByDescending(s => s.Length)]);
    }

    /// <summary>Writes marks into a text.</summary>
    public static string Write(string text, IEnumerable<MarkedSpan> spans) => TestFileMarkupParser.CreateTestFile(
        text,
        position: null,
        spans.GroupBy(s => s.Id).ToImmutableDictionary(g => g.Key, g => g.Select(s => new TextSpan(s.Start, s.Length)).ToImmutableArray()));
}

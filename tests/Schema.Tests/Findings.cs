using PageMessagesGen.Schema.Diagnostics;
using PageMessagesGen.Schema.Text;
using PageMessagesGen.TestKit.Markup;

namespace PageMessagesGen.Schema.Tests;

/// <summary>Compares what the reader finds in a schema with the marks of a test.</summary>
internal static class Findings
{
    /// <summary>Fails unless the reader finds exactly what is marked, with these messages in the order of the file.</summary>
    public static SchemaReadResult AssertMatch(string marked, params string[] messages)
    {
        var text = MarkedText.Parse(marked);
        var result = SchemaReader.Read(text.Text);

        Assert.All(result.Diagnostics, d => Assert.Null(Places.FaultOf(text.Text, d.Range)));
        var actual = result.Diagnostics.Select(MarkOf).ToList();
        if (!InOrder(actual).SequenceEqual(InOrder(text.Spans)))
            Assert.Fail($"The findings are not the marked ones but:\n{Show(text.Text, result.Diagnostics, actual)}");
        Assert.Equal(string.Join('\n', messages), string.Join('\n', result.Diagnostics.Select(d => d.Message)));
        return result;
    }

    private static IEnumerable<MarkedSpan> InOrder(IEnumerable<MarkedSpan> spans) =>
        spans.OrderBy(s => s.Start).ThenBy(s => s.Length).ThenBy(s => s.Id, StringComparer.Ordinal);

    private static MarkedSpan MarkOf(SchemaDiagnostic diagnostic) => new(diagnostic.Rule.Id, diagnostic.Range.Start.Index, LengthOf(diagnostic.Range));

    private static int LengthOf(TextRange range) => range.End.Index - range.Start.Index;

    private static string Show(string text, IEnumerable<SchemaDiagnostic> diagnostics, IEnumerable<MarkedSpan> spans) =>
        MarkedText.Write(text, spans) + "\n" + string.Join('\n', diagnostics);
}

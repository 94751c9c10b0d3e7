using PageMessagesGen.Schema.Tests.Cases;
using PageMessagesGen.Schema.Tests.Malformed;

namespace PageMessagesGen.Schema.Tests.Diagnostics;

/// <summary>All mistakes in one file. Each is a case of the class of the id that is marked first in it.</summary>
internal static class Mistakes
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private static readonly Dictionary<string, Mistake> All = BrokenSchemas.All
        .Select(s => new Mistake(s.Name, s.Marked, () => Findings.AssertMatch(s.Marked, s.Messages)))
        .Concat(MalformedCases.All.Select(c => new Mistake(c.Name, c.Marked, () => AssertFound(c))))
        .ToDictionary(m => m.Name, StringComparer.Ordinal);

    /// <summary>Gets the names of the mistakes of an id.</summary>
    public static TheoryData<string> Of(string id) => [.. All.Values.Where(m => FirstIdOf(m.Marked) == id).Select(m => m.Name)];

    /// <summary>Fails unless the reader finds what is marked.</summary>
    public static void AssertReported(string name) => All[name].AssertReported();

    private static void AssertFound(MalformedCase mistake)
    {
        var text = mistake.Read();

        var found = PatientReader.Read(text.Text, Patience, mistake.Name).Diagnostics;

        Assert.Equal(
            text.Spans.Select(s => Line(s.Id, text.Text, s.Start, s.End)).Order(StringComparer.Ordinal),
            found.Select(d => Line(d.Rule.Id, text.Text, d.Range.Start.Index, d.Range.End.Index)).Order(StringComparer.Ordinal));
        Assert.All(found, d => Assert.Null(Places.FaultOf(text.Text, d.Range)));
    }

    private static string Line(string id, string text, int start, int end) => $"{Places.At(text, start)}-{Places.At(text, end)} {id}";

    private static string FirstIdOf(string marked) => marked.Substring(marked.IndexOf("{|PMG", StringComparison.Ordinal) + "{|".Length, "PMG1001".Length);

    private sealed record Mistake(string Name, string Marked, Action AssertReported);
}

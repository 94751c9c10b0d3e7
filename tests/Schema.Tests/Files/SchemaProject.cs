using PageMessagesGen.Schema.Files;
using PageMessagesGen.TestKit.Markup;

namespace PageMessagesGen.Schema.Tests.Files;

/// <summary>Several schema files, with each finding marked by its rule's id.</summary>
internal static class SchemaProject
{
    /// <summary>Reads all files. Fails unless the findings are those that are marked, with these messages in the order of the files.</summary>
    public static IReadOnlyList<SchemaReadResult> AssertMatch((string Path, string Marked)[] files, params string[] messages)
    {
        var texts = files.Select(f => (f.Path, Text: MarkedText.Parse(f.Marked))).ToList();
        var results = Read([.. texts.Select(t => (t.Path, t.Text.Text))]);
        var findings = results.SelectMany(r => r.Result.Diagnostics.Select(d => (Path: d.Range.File ?? r.Path, Diagnostic: d))).ToList();

        Assert.All(findings, f => Assert.Null(Places.FaultOf(texts.Single(t => t.Path == f.Path).Text.Text, f.Diagnostic.Range)));
        Assert.Equal(
            texts.SelectMany(t => t.Text.Spans.Select(s => $"{t.Path} {Places.At(t.Text.Text, s.Start)}-{Places.At(t.Text.Text, s.End)} {s.Id}")).Order(StringComparer.Ordinal),
            findings.Select(f => $"{f.Path} {f.Diagnostic.Range} {f.Diagnostic.Rule.Id}").Order(StringComparer.Ordinal));
        Assert.Equal(string.Join("\n", messages), string.Join("\n", findings.OrderBy(f => texts.FindIndex(t => t.Path == f.Path)).Select(f => f.Diagnostic.Message)));
        return [.. results.Select(r => r.Result)];
    }

    /// <summary>Reads all files.</summary>
    public static IReadOnlyList<(string Path, SchemaReadResult Result)> Read(params (string Path, string Text)[] files) =>
        [.. SchemaGrouping.GroupAll([.. files.Select(f => new SchemaFile(f.Path, f.Text))]).Select(g => (g.Path, SchemaReader.Read(g)))];
}

using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using PageMessagesGen.TestKit.Markup;

namespace PageMessagesGen.TestKit.Expectations;

/// <summary>Says how the diagnostics differ from what was expected, and what to paste into the test if they are right.</summary>
internal sealed class MismatchReport(
    IReadOnlyDictionary<string, MarkedText> texts,
    IReadOnlyList<ExpectedDiagnostic> expected,
    IReadOnlyList<Diagnostic> actual,
    IReadOnlyList<Diagnostic> torn)
{
    private readonly StringBuilder _report = new();
    private readonly List<string> _paste = [];

    public string Write()
    {
        var found = actual.Select(ExpectedDiagnostic.From).ToList();
        _report.Append("The diagnostics are not the expected ones.\n");
        List("Missing", Without(expected, found).Select(d => d.ToString()));
        List("Not expected", Without(found, expected).Select(d => d.ToString()));
        List("Offset and line disagree", torn.Select(d => $"{ExpectedDiagnostic.From(d)} at {d.Location.SourceSpan}"));
        List("All expected", expected.Select(d => d.ToString()));
        List("All actual", actual.Select(d => $"{ExpectedDiagnostic.From(d)}: {d.GetMessage(CultureInfo.InvariantCulture)}"));
        foreach (var (path, text) in texts)
            ShowMarked(path, text, [.. found.Where(d => d.Path == path)]);

        var outside = Without(found, expected).Where(d => !texts.ContainsKey(d.Path));
        List("To paste, if the actual diagnostics are right", _paste.Concat(outside.Select(d => d.Paste)));
        return _report.ToString();
    }

    private static List<ExpectedDiagnostic> Without(IEnumerable<ExpectedDiagnostic> all, IEnumerable<ExpectedDiagnostic> others)
    {
        var left = all.ToList();
        foreach (var other in others)
            left.Remove(other);
        return left;
    }

    private void List(string title, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        if (all.Count == 0)
            return;
        _report.Append(CultureInfo.InvariantCulture, $"{title} ({all.Count}):\n");
        foreach (var line in all)
            _report.Append("  ").Append(line).Append('\n');
    }

    private void ShowMarked(string path, MarkedText text, IReadOnlyList<ExpectedDiagnostic> found)
    {
        var lines = SourceText.From(text.Text).Lines;
        var marks = found.Where(d => IsInside(lines, d)).Select(d => (Diagnostic: d, Mark: MarkOf(lines, d))).ToList();

        var marked = MarkedText.Write(text.Text, marks.Select(m => m.Mark), out var crossing);
        _report.Append(CultureInfo.InvariantCulture, $"{path} with the actual diagnostics marked:\n").Append(marked).Append('\n');

        // Both texts have the same lines, since marks hold no line break.
        var was = MarkedText.Write(text.Text, text.Spans, out _).Split('\n');
        _paste.AddRange(marked.Split('\n').Where((line, i) => line != was[i]));
        _paste.AddRange(marks.Where(m => crossing.Contains(m.Mark)).Select(m => m.Diagnostic.Paste));
        _paste.AddRange(found.Where(d => !IsInside(lines, d)).Select(d => d.Paste));
    }

    private static bool IsInside(TextLineCollection lines, ExpectedDiagnostic diagnostic) =>
        diagnostic.Lines is { } place && IsInside(lines, place.Start) && IsInside(lines, place.End);

    private static bool IsInside(TextLineCollection lines, LinePosition position) =>
        position.Line < lines.Count && position.Character <= lines[position.Line].SpanIncludingLineBreak.Length;

    private static MarkedSpan MarkOf(TextLineCollection lines, ExpectedDiagnostic diagnostic)
    {
        var span = lines.GetTextSpan(diagnostic.Lines!.Value);
        return new MarkedSpan(diagnostic.Id, span.Start, span.Length);
    }
}

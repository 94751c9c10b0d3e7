using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using PageMessagesGen.TestKit.Markup;
using Xunit;

namespace PageMessagesGen.TestKit.Expectations;

/// <summary>
/// What a test expects to be reported, and nothing beyond it: as many diagnostics as there are marks, each with the id,
/// the place (path, line, column, both ends) and the severity. Places in C# and in additional files are compared alike.
/// </summary>
/// <param name="id">The id that <c>[|…|]</c> stands for; without one, every mark needs its own.</param>
/// <param name="severity">The severity of each id for which <see cref="WithSeverity"/> says nothing else.</param>
public sealed class DiagnosticExpectations(string? id = null, DiagnosticSeverity severity = DiagnosticSeverity.Error)
{
    private readonly Dictionary<string, MarkedText> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DiagnosticSeverity> _severities = new(StringComparer.Ordinal);
    private readonly List<ExpectedDiagnostic> _explicit = [];

    /// <summary>Expects the marks of a text. A text without marks says that nothing is reported in it.</summary>
    public DiagnosticExpectations In(string path, MarkedText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (id is null && text.Spans.Any(s => s.Id.Length == 0))
            throw new ArgumentException("A [|mark|] without an id needs the id for it in the constructor.", nameof(text));
        _texts.Add(path, text);
        return this;
    }

    /// <summary>Says which severity an id has in marks, where it is not the usual one.</summary>
    public DiagnosticExpectations WithSeverity(string diagnosticId, DiagnosticSeverity itsSeverity)
    {
        _severities[diagnosticId] = itsSeverity;
        return this;
    }

    /// <summary>Expects a diagnostic that no mark can show, such as one that crosses another.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="diagnosticId">The id.</param>
    /// <param name="range">The place, such as <c>(3,5)-(3,9)</c>; lines and columns count from 1.</param>
    /// <param name="itsSeverity">The severity.</param>
    public DiagnosticExpectations At(string path, string diagnosticId, string range, DiagnosticSeverity itsSeverity)
    {
        _explicit.Add(new ExpectedDiagnostic(path, diagnosticId, ExpectedDiagnostic.ReadRange(range), itsSeverity));
        return this;
    }

    /// <summary>Expects a diagnostic that has no place.</summary>
    public DiagnosticExpectations WithoutPlace(string diagnosticId, DiagnosticSeverity itsSeverity)
    {
        _explicit.Add(new ExpectedDiagnostic("", diagnosticId, null, itsSeverity));
        return this;
    }

    /// <summary>Fails unless exactly the expected diagnostics are there; the message shows the text as it would have to be marked.</summary>
    public void AssertMatch(IEnumerable<Diagnostic> diagnostics)
    {
        var actual = diagnostics.ToList();
        var expected = _texts.SelectMany(t => t.Value.Spans.Select(s => FromMark(t.Key, t.Value, s))).Concat(_explicit).ToList();
        var found = actual.ConvertAll(ExpectedDiagnostic.From);
        var torn = actual.Where(IsTorn).ToList();
        if (torn.Count > 0 || !SameMultiset(expected, found))
            Assert.Fail(new MismatchReport(_texts, expected, actual, torn).Write());
    }

    private static bool SameMultiset(IEnumerable<ExpectedDiagnostic> expected, IEnumerable<ExpectedDiagnostic> actual) =>
        expected.GroupBy(d => d).ToDictionary(g => g.Key, g => g.Count()) is var counts
        && actual.GroupBy(d => d).ToDictionary(g => g.Key, g => g.Count()) is var others
        && counts.Count == others.Count
        && counts.All(c => others.TryGetValue(c.Key, out var count) && count == c.Value);

    // An external file's place is given twice, by offset and by line; both lead somewhere, so both must be right.
    private bool IsTorn(Diagnostic diagnostic)
    {
        var place = diagnostic.Location;
        if (place.Kind is not LocationKind.ExternalFile || !_texts.TryGetValue(place.GetLineSpan().Path, out var marked))
            return false;
        return place.SourceSpan.End > marked.Text.Length
            || SourceText.From(marked.Text).Lines.GetLinePositionSpan(place.SourceSpan) != place.GetLineSpan().Span;
    }

    private ExpectedDiagnostic FromMark(string path, MarkedText text, MarkedSpan span)
    {
        var itsId = span.Id.Length == 0 ? id! : span.Id;
        var lines = SourceText.From(text.Text).Lines.GetLinePositionSpan(new TextSpan(span.Start, span.Length));
        return new ExpectedDiagnostic(path, itsId, lines, _severities.GetValueOrDefault(itsId, severity));
    }
}

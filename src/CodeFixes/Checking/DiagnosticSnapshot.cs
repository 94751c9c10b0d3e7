using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using PageMessagesGen.Analyzers;

namespace PageMessagesGen.CodeFixes.Checking;

/// <summary>The diagnostics of the compiler and the analyzer for a piece of code.</summary>
internal sealed class DiagnosticSnapshot
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers = [new RequestAnalyzer()];

    private readonly ILookup<string, Diagnostic> _errors;
    private readonly ILookup<(string Id, string Rule, string Member), Diagnostic> _rules;

    private DiagnosticSnapshot(IEnumerable<Diagnostic> errors, IEnumerable<Diagnostic> rules)
    {
        _errors = errors.ToLookup(d => d.Id, StringComparer.Ordinal);
        _rules = rules.ToLookup(KeyOf);
    }

    /// <summary>Compiles and validates a part of a file.</summary>
    public static async Task<DiagnosticSnapshot> OfAsync(Document document, TextSpan span, CancellationToken cancellation)
    {
        var model = await ModelOfAsync(document, cancellation).ConfigureAwait(false);
        var errors = model.GetDiagnostics(span, cancellation).Where(d => d.Severity == DiagnosticSeverity.Error);
        return new DiagnosticSnapshot(errors, await ReportAsync(model, span, document, cancellation).ConfigureAwait(false));
    }

    /// <summary>Validates a whole file.</summary>
    public static async Task<IEnumerable<Diagnostic>> ReportAsync(Document document, CancellationToken cancellation) =>
        await ReportAsync(await ModelOfAsync(document, cancellation).ConfigureAwait(false), null, document, cancellation).ConfigureAwait(false);

    /// <summary>
    /// Determines whether one diagnostic of an earlier state is gone and no new one was added. Diagnostics below a warning may be added.
    /// </summary>
    public bool IsBetterThan(DiagnosticSnapshot before, Diagnostic gone) =>
        _errors.All(e => e.Count() <= before._errors[e.Key].Count())
        && _rules.All(r => r.All(d => d.Severity < DiagnosticSeverity.Warning) || r.Count() <= before._rules[r.Key].Count())
        && Same(gone) < before.Same(gone);

    private static async Task<SemanticModel> ModelOfAsync(Document document, CancellationToken cancellation) =>
        await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) ?? throw new InvalidOperationException("A C# file has a semantic model.");

    private static Task<ImmutableArray<Diagnostic>> ReportAsync(SemanticModel model, TextSpan? span, Document document, CancellationToken cancellation) =>
        model.Compilation.WithAnalyzers(Analyzers, document.Project.AnalyzerOptions).GetAnalyzerSemanticDiagnosticsAsync(model, span, cancellation);

    // A fix can change the member that a rule of a type names. A built-in rule is validated for each member separately.
    private static (string Id, string Rule, string Member) KeyOf(Diagnostic diagnostic)
    {
        var rule = Property(diagnostic, "rule");
        return (diagnostic.Id, rule, BuiltInRules.OfObjects.Contains(rule) ? Property(diagnostic, "member") : "");
    }

    private static string Property(Diagnostic diagnostic, string key) => diagnostic.Properties.TryGetValue(key, out var value) ? value ?? "" : "";

    private int Same(Diagnostic diagnostic) => _rules[KeyOf(diagnostic)].Count(d => Property(d, "member") == Property(diagnostic, "member"));
}

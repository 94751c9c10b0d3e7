using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Diagnostics.Telemetry;
using PageMessagesGen.Analyzers;
using PageMessagesGen.Benchmarks.Measuring;

namespace PageMessagesGen.Benchmarks.Compiler;

/// <summary>
/// What our analyzers cost beside those of the SDK, all of them in one run on the same code. The compiler itself times each. Only those of the SDK count that are on by default and find something to look at.
/// </summary>
internal static class AnalyzerSuite
{
    public const string Name = "analyzer";
    private const int Unit = 10_000;
    private const int WarmUps = 12;
    private const int KeystrokesInOneRound = 10;

    // The just-in-time compiler optimizes what is called often, but only when it has not been asked for anything new for a while.
    private static readonly TimeSpan Compiling = TimeSpan.FromSeconds(1);

    private static readonly ImmutableArray<DiagnosticAnalyzer> Ours = From(typeof(RequestAnalyzer).Assembly.GetTypes());

    private static readonly ImmutableArray<DiagnosticAnalyzer> Sdk =
        [.. SdkCompiler.Analyzers().SelectMany(types => From(types)).Where(a => a.SupportedDiagnostics.Any(d => d.IsEnabledByDefault))];

    private static readonly CompilationWithAnalyzersOptions Settings = new(
        new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: true, reportSuppressedDiagnostics: false);

    private sealed record Figure(DiagnosticAnalyzer Analyzer, double Nanoseconds, bool HasActions);

    /// <summary>Measures all cases: the times are those for 10,000 objects that the application makes, and for one keystroke.</summary>
    /// <param name="rounds">How often the application is analyzed; somebody types ten times as often.</param>
    /// <param name="creations">How many objects the application makes, and how many of them are parts of requests.</param>
    public static IReadOnlyList<Measurement> Measure(int rounds, out (int All, int Requests) creations)
    {
        var application = Application.Compile();
        creations = Application.Count(application);
        RequireSound(application);

        var scale = (double)Unit / creations.All;
        ImmutableArray<DiagnosticAnalyzer> all = [.. Sdk, .. Ours];
        var bare = Medians(Whole(Application.CompileBare(), Ours), rounds, 1);
        if (bare.Any(f => f.HasActions))
            throw new InvalidOperationException("Without the runtime library, an analyzer of ours still looks at the code.");
        return
        [
            .. Rows("creations-10k", Medians(Whole(application, all), rounds, 1), scale),
            .. Rows("keystroke", Medians(Typing(all), rounds, KeystrokesInOneRound), 1),
            Row("no-runtime", "ours", bare.Sum(f => f.Nanoseconds) * scale),
            OnContrived("shared-local", Contrived.SharedLocal(), rounds),
            OnContrived("many-locals", Contrived.ManyLocals(), rounds),
        ];
    }

    private static Measurement OnContrived(string name, string text, int rounds)
    {
        var contrived = Application.Compile(text);
        RequireSound(contrived);
        return Row(name, "ours", Medians(Whole(contrived, Ours), rounds, 1).Sum(f => f.Nanoseconds));
    }

    private static IEnumerable<Measurement> Rows(string name, List<Figure> figures, double scale)
    {
        var sdk = figures.Where(f => Sdk.Contains(f.Analyzer) && f.HasActions).Select(f => f.Nanoseconds * scale).Order().ToArray();
        yield return Row(name, "ours", figures.Where(f => Ours.Contains(f.Analyzer)).Sum(f => f.Nanoseconds) * scale);
        yield return Row(name, "ours-request", figures.Single(f => f.Analyzer is RequestAnalyzer).Nanoseconds * scale);
        yield return Row(name, "sdk-p25", sdk[sdk.Length / 4]);
        yield return Row(name, "sdk-median", Rounds.Median(sdk));
        yield return Row(name, "sdk-p75", sdk[sdk.Length * 3 / 4]);
        yield return Row(name, "sdk-all", sdk.Sum());
    }

    private static void RequireSound(CSharpCompilation application)
    {
        if (application.GetDiagnostics().FirstOrDefault(d => d.Severity == DiagnosticSeverity.Error) is { } error)
            throw new InvalidOperationException($"The application does not compile: {error}");
    }

    private static Measurement Row(string name, string contender, double nanoseconds) => new(Name, name, contender, nanoseconds, 0);

    private static ImmutableArray<DiagnosticAnalyzer> From(IEnumerable<Type> types) =>
    [
        .. types.Where(t => typeof(DiagnosticAnalyzer).IsAssignableFrom(t) && !t.IsAbstract && t.GetConstructor([]) is not null)
            .Select(t => (DiagnosticAnalyzer)Activator.CreateInstance(t)!),
    ];

    private static List<Figure> Medians(Func<List<Figure>> run, int rounds, int runsInOneRound)
    {
        List<List<Figure>> Round() => [.. Enumerable.Range(0, runsInOneRound).Select(_ => run())];

        for (var i = 0; i < WarmUps; i++)
        {
            Round();
            Thread.Sleep(Compiling);
        }

        var figures = Enumerable.Range(0, rounds).SelectMany(_ => Round()).ToList();
        return [.. figures[0].Select((figure, i) => figure with { Nanoseconds = Rounds.Median([.. figures.Select(run => run[i].Nanoseconds)]) })];
    }

    // A copy has the same trees, and nothing bound yet.
    private static Func<List<Figure>> Whole(CSharpCompilation application, ImmutableArray<DiagnosticAnalyzer> analyzers) => () =>
    {
        var analysis = application.Clone().WithAnalyzers(analyzers, Settings);
        return FiguresOf(analysis, analysis.GetAnalyzerDiagnosticsAsync(CancellationToken.None).GetAwaiter().GetResult());
    };

    // An editor analyzes the file in which somebody types.
    private static Func<List<Figure>> Typing(ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        var application = Application.CompileGenerating();
        RequireSound(application);
        return () =>
        {
            application = Application.AfterTyping(application, out var typed);
            var analysis = application.WithAnalyzers(analyzers, Settings);
            return FiguresOf(analysis, analysis.GetAnalyzerSemanticDiagnosticsAsync(application.GetSemanticModel(typed), null, CancellationToken.None).GetAwaiter().GetResult());
        };
    }

    private static List<Figure> FiguresOf(CompilationWithAnalyzers analysis, ImmutableArray<Diagnostic> found)
    {
        if (found.FirstOrDefault(d => d.Id.StartsWith("PMG", StringComparison.Ordinal)) is { } finding)
            throw new InvalidOperationException($"The application should be without a mistake: {finding}");
        return [.. analysis.Analyzers.Select(analyzer =>
        {
            var telemetry = analysis.GetAnalyzerTelemetryInfoAsync(analyzer, CancellationToken.None).GetAwaiter().GetResult();
            return new Figure(analyzer, telemetry.ExecutionTime.TotalNanoseconds, HasActions(telemetry));
        })];
    }

    // An action at the start of a compilation does not count: there an analyzer decides whether there is anything to do.
    private static bool HasActions(AnalyzerTelemetryInfo of) =>
        of.SyntaxNodeActionsCount + of.SyntaxTreeActionsCount + of.SemanticModelActionsCount + of.SymbolActionsCount + of.SymbolStartActionsCount
        + of.OperationActionsCount + of.OperationBlockActionsCount + of.OperationBlockStartActionsCount
        + of.CodeBlockActionsCount + of.CodeBlockStartActionsCount + of.CompilationActionsCount + of.CompilationEndActionsCount > 0;
}

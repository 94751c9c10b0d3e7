using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Diagnostics.Telemetry;
using PageMessagesGen.Analyzers;
using PageMessagesGen.Benchmarks.Measuring;

namespace PageMessagesGen.Benchmarks.Compiler;

/// <summary>
/// What our analyzers cost beside those of the SDK, all of them in one run on one application. The compiler itself times
/// each. Only those of the SDK count that are on by default and find something to look at.
/// </summary>
internal static class AnalyzerSuite
{
    public const string Name = "analyzer";
    private const int Unit = 10_000;
    private const int WarmUps = 12;

    // The just-in-time compiler optimizes what is called often, but only when it has not been asked for anything new for a while.
    private static readonly TimeSpan Compiling = TimeSpan.FromSeconds(1);

    private static readonly ImmutableArray<DiagnosticAnalyzer> Ours = From(typeof(RequestAnalyzer).Assembly.GetTypes());

    private static readonly ImmutableArray<DiagnosticAnalyzer> Sdk =
        [.. SdkCompiler.Analyzers().SelectMany(types => From(types)).Where(a => a.SupportedDiagnostics.Any(d => d.IsEnabledByDefault))];

    private static readonly CompilationWithAnalyzersOptions Settings = new(
        new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: true, reportSuppressedDiagnostics: false);

    private sealed record Figure(DiagnosticAnalyzer Analyzer, double Nanoseconds, bool HasActions);

    /// <summary>Measures all cases: the times are those for 10,000 objects that the application makes.</summary>
    /// <param name="rounds">How often the application is analyzed.</param>
    /// <param name="creations">How many objects the application makes, and how many of them are parts of requests.</param>
    public static IReadOnlyList<Measurement> Measure(int rounds, out (int All, int Requests) creations)
    {
        var application = Application.Compile();
        creations = Application.Count(application);
        if (application.GetDiagnostics().FirstOrDefault(d => d.Severity == DiagnosticSeverity.Error) is { } error)
            throw new InvalidOperationException($"The application does not compile: {error}");

        var scale = (double)Unit / creations.All;
        var withSdk = Medians(application, [.. Sdk, .. Ours], rounds);
        var bare = Medians(Application.CompileBare(), Ours, rounds);
        if (bare.Any(f => f.HasActions))
            throw new InvalidOperationException("Without the runtime library, an analyzer of ours still looks at the code.");

        var sdk = withSdk.Where(f => Sdk.Contains(f.Analyzer) && f.HasActions).Select(f => f.Nanoseconds * scale).Order().ToArray();
        return
        [
            Row("creations-10k", "ours", withSdk.Where(f => Ours.Contains(f.Analyzer)).Sum(f => f.Nanoseconds) * scale),
            Row("creations-10k", "ours-request", withSdk.Single(f => f.Analyzer is RequestAnalyzer).Nanoseconds * scale),
            Row("creations-10k", "sdk-p25", sdk[sdk.Length / 4]),
            Row("creations-10k", "sdk-median", Rounds.Median(sdk)),
            Row("creations-10k", "sdk-p75", sdk[sdk.Length * 3 / 4]),
            Row("no-runtime", "ours", bare.Sum(f => f.Nanoseconds) * scale),
        ];
    }

    private static Measurement Row(string name, string contender, double nanoseconds) => new(Name, name, contender, nanoseconds, 0);

    private static ImmutableArray<DiagnosticAnalyzer> From(IEnumerable<Type> types) =>
    [
        .. types.Where(t => typeof(DiagnosticAnalyzer).IsAssignableFrom(t) && !t.IsAbstract && t.GetConstructor([]) is not null)
            .Select(t => (DiagnosticAnalyzer)Activator.CreateInstance(t)!),
    ];

    private static List<Figure> Medians(CSharpCompilation application, ImmutableArray<DiagnosticAnalyzer> analyzers, int rounds)
    {
        for (var i = 0; i < WarmUps; i++)
        {
            Run(application, analyzers);
            Thread.Sleep(Compiling);
        }

        var runs = Enumerable.Range(0, rounds).Select(_ => Run(application, analyzers)).ToList();
        return [.. runs[0].Select((figure, i) => figure with { Nanoseconds = Rounds.Median([.. runs.Select(run => run[i].Nanoseconds)]) })];
    }

    // A copy has the same trees, and nothing bound yet.
    private static List<Figure> Run(CSharpCompilation application, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        var analysis = application.Clone().WithAnalyzers(analyzers, Settings);
        var found = analysis.GetAnalyzerDiagnosticsAsync(CancellationToken.None).GetAwaiter().GetResult();
        if (found.FirstOrDefault(d => d.Id.StartsWith("PMG", StringComparison.Ordinal)) is { } finding)
            throw new InvalidOperationException($"The application should be without a mistake: {finding}");
        return [.. analyzers.Select(analyzer =>
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

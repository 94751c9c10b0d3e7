using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Composition.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using PageMessagesGen.TestKit.Running;

namespace PageMessagesGen.TestKit.Verifiers;

/// <summary>
/// A test of all fixes that an assembly exports, on a project whose C# files have marks. Severities are not compared.
/// </summary>
/// <typeparam name="TAnalyzer">The analyzer whose diagnostics are fixed.</typeparam>
/// <typeparam name="TFix">A type of the assembly with the fixes.</typeparam>
public sealed class ProjectCodeFixTest<TAnalyzer, TFix> : CSharpCodeFixTest<TAnalyzer, EmptyCodeFixProvider, DefaultVerifier>
    where TAnalyzer : DiagnosticAnalyzer, new()
{
    // Found by their exports, as editors find them.
    private static readonly Lazy<ImmutableArray<CodeFixProvider>> Providers = new(static () =>
    {
        using var container = new ContainerConfiguration().WithAssembly(typeof(TFix).Assembly).CreateContainer();
        return [.. container.GetExports<CodeFixProvider>()];
    });

    private readonly GeneratorInput _project;
    private readonly ConcurrentQueue<CodeAction> _offers = new();
    private string? _offersFor;

    /// <summary>Creates a test.</summary>
    /// <param name="project">The project.</param>
    /// <param name="generator">The generator that runs on the project.</param>
    public ProjectCodeFixTest(GeneratorInput project, IIncrementalGenerator? generator = null)
    {
        _project = project;
        ProjectSetup.Use(this, project, generator, IgnoreSeverity);
    }

    /// <summary>Fails unless exactly these fixes, by their titles and in this order, are offered for the only diagnostic of an id.</summary>
    public async Task AssertOffersAsync(string id, params string[] titles)
    {
        _offersFor = id;
        CodeFixTestBehaviors = CodeFixTestBehaviors.FixOne | CodeFixTestBehaviors.SkipFixAllCheck;
        ProjectSetup.AddSources(FixedState, _project, IgnoreSeverity);
        Assert.Single(TestState.ExpectedDiagnostics, d => d.Id == id);

        await RunAsync();

        Assert.Equal(titles, _offers.Select(o => o.Title));
        Assert.Equal(_offers.Count, _offers.Select(o => o.EquivalenceKey).OfType<string>().Distinct().Count());
    }

    /// <summary>Fails unless no fix is offered for the only diagnostic of an id.</summary>
    public Task AssertOffersNothingAsync(string id) => AssertOffersAsync(id);

    /// <summary>
    /// Fails unless a fix, applied one by one and by each kind of Fix All, results in another project. Without <c>LONG_TESTS</c>, the only
    /// kind of Fix All is that of a document.
    /// </summary>
    /// <param name="equivalenceKey">The key of the fix.</param>
    /// <param name="expected">The other project.</param>
    public Task AssertFixesAsync(string equivalenceKey, GeneratorInput expected)
    {
        CodeActionEquivalenceKey = equivalenceKey;
        if (!LongTests.AreOn)
            CodeFixTestBehaviors |= CodeFixTestBehaviors.SkipFixAllInProjectCheck | CodeFixTestBehaviors.SkipFixAllInSolutionCheck;
        ProjectSetup.AddSources(FixedState, expected, IgnoreSeverity);
        return RunAsync();
    }

    /// <summary>Fails unless a fix, applied one by one, results in another project, and each kind of Fix All does nothing.</summary>
    /// <param name="equivalenceKey">The key of the fix.</param>
    /// <param name="expected">The other project.</param>
    public Task AssertFixesOneByOneAsync(string equivalenceKey, GeneratorInput expected)
    {
        ProjectSetup.AddSources(BatchFixedState, _project, IgnoreSeverity);
        return AssertFixesAsync(equivalenceKey, expected);
    }

    /// <inheritdoc/>
    protected override IEnumerable<CodeFixProvider> GetCodeFixProviders() => Providers.Value;

    /// <inheritdoc/>
    protected override Diagnostic? TrySelectDiagnosticToFix(ImmutableArray<Diagnostic> fixableDiagnostics) =>
        fixableDiagnostics.SingleOrDefault(d => d.Id == _offersFor);

    /// <inheritdoc/>
    protected override ImmutableArray<CodeAction> FilterCodeActions(ImmutableArray<CodeAction> actions)
    {
        if (_offersFor is null)
            return actions;
        foreach (var action in actions)
            _offers.Enqueue(action);
        return [];
    }

    private static DiagnosticSeverity? IgnoreSeverity(string id) => null;
}

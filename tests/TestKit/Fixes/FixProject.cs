using System.Collections.Immutable;
using System.Composition.Hosting;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using PageMessagesGen.TestKit.Running;
using Xunit;

namespace PageMessagesGen.TestKit.Fixes;

/// <summary>
/// A project in a workspace, as an editor has it, and the fixes that an assembly exports for what an analyzer reports. The
/// providers are found by their export, as editors find them.
/// </summary>
public sealed class FixProject : IDisposable
{
    // Far more fixes than a test has; a fix that brings back what it fixes would run for ever.
    private const int MostRounds = 20;

    private readonly AdhocWorkspace _workspace = new();
    private readonly AnalyzerOptions _options;
    private readonly DiagnosticAnalyzer[] _analyzers;
    private readonly ImmutableArray<CodeFixProvider> _providers;
    private readonly ImmutableHashSet<string> _generated;

    private FixProject(GeneratorRun run, Assembly fixes, DiagnosticAnalyzer[] analyzers)
    {
        _analyzers = analyzers;
        _options = new AnalyzerOptions(run.AdditionalTexts, run.Options);
        _generated = [.. run.Output.SyntaxTrees.Select(t => t.FilePath).Except(run.Input.Sources.Select(s => s.Path))];
        using var container = new ContainerConfiguration().WithAssembly(fixes).CreateContainer();
        _providers = [.. container.GetExports<CodeFixProvider>()];
        if (_providers.IsEmpty)
            throw new ArgumentException($"{fixes.GetName().Name} exports no code fix provider.", nameof(fixes));
        Solution = Open(run);
    }

    /// <summary>The solution as it is: a fix that is applied gives a new <see cref="FixProject"/> state.</summary>
    public Solution Solution { get; private set; }

    /// <summary>Opens a project after its generator has run.</summary>
    /// <param name="run">The project and what was generated.</param>
    /// <param name="fixes">The assembly that exports the fixes.</param>
    /// <param name="analyzers">What reports.</param>
    public static FixProject Open(GeneratorRun run, Assembly fixes, params DiagnosticAnalyzer[] analyzers)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(fixes);
        return new FixProject(run, fixes, analyzers);
    }

    /// <summary>The text of a file.</summary>
    public string TextOf(string path) => DocumentAt(path).GetTextAsync().GetAwaiter().GetResult().ToString();

    /// <summary>What the analyzers report now, of the ids that have a fix, in the order of the text.</summary>
    public async Task<IReadOnlyList<Diagnostic>> DiagnosticsAsync()
    {
        var compilation = await Solution.Projects.Single().GetCompilationAsync() ?? throw new InvalidOperationException("The project has no compilation.");
        var all = await AnalyzerRun.ReportAsync(compilation, _options, _analyzers);
        return [.. all.OrderBy(d => d.Location.GetLineSpan().Path, StringComparer.Ordinal).ThenBy(d => d.Location.SourceSpan.Start).ThenBy(d => d.Id, StringComparer.Ordinal)];
    }

    /// <summary>The errors of the compiler in the project as it is now.</summary>
    public async Task<IReadOnlyList<Diagnostic>> ErrorsAsync()
    {
        var compilation = await Solution.Projects.Single().GetCompilationAsync();
        return [.. compilation!.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error)];
    }

    /// <summary>The fixes that are offered for a diagnostic.</summary>
    public async Task<IReadOnlyList<OfferedFix>> OffersForAsync(Diagnostic diagnostic)
    {
        ArgumentNullException.ThrowIfNull(diagnostic);
        var document = Solution.GetDocument(diagnostic.Location.SourceTree) ?? throw new ArgumentException("It is in no file of the project.", nameof(diagnostic));
        var offers = new List<OfferedFix>();
        foreach (var provider in _providers.Where(p => p.FixableDiagnosticIds.Contains(diagnostic.Id)))
        {
            var context = new CodeFixContext(document, diagnostic, (action, _) => offers.Add(new OfferedFix(provider, action)), CancellationToken.None);
            await provider.RegisterCodeFixesAsync(context);
        }

        return offers;
    }

    /// <summary>Applies a fix to the solution. Generated files may not be touched.</summary>
    public async Task ApplyAsync(CodeAction action)
    {
        ArgumentNullException.ThrowIfNull(action);
        var operations = await action.GetOperationsAsync(CancellationToken.None);
        var changed = Assert.IsType<ApplyChangesOperation>(Assert.Single(operations)).ChangedSolution;
        var touched = changed.GetChanges(Solution).GetProjectChanges().SelectMany(c => c.GetChangedDocuments()).Select(id => changed.GetDocument(id)!.FilePath!);
        Assert.DoesNotContain(touched, _generated.Contains);
        Solution = changed;
    }

    /// <summary>Applies the fix with a key to the first diagnostic that has it, until none has it any more.</summary>
    public async Task ApplyToEachAsync(string equivalenceKey)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            if (await FirstWithAsync(equivalenceKey) is not var (_, fix))
                return;
            await ApplyAsync(fix.Action);
        }

        Assert.Fail($"'{equivalenceKey}' is still offered after {MostRounds} fixes.");
    }

    /// <summary>Applies the fix with a key to all diagnostics in a scope at once, starting from the first that has it.</summary>
    public async Task ApplyToAllAsync(string equivalenceKey, FixAllScope scope)
    {
        var action = await FindFixAllAsync(equivalenceKey, scope);
        Assert.NotNull(action);
        await ApplyAsync(action);
    }

    /// <summary>Finds what Fix All would do with the fix with a key, starting from the first diagnostic that has it; null if nothing.</summary>
    public async Task<CodeAction?> FindFixAllAsync(string equivalenceKey, FixAllScope scope)
    {
        var (diagnostic, fix) = await FirstWithAsync(equivalenceKey) ?? throw new ArgumentException($"'{equivalenceKey}' is offered nowhere.", nameof(equivalenceKey));
        var fixAll = fix.Provider.GetFixAllProvider();
        Assert.NotNull(fixAll);
        Assert.Contains(scope, fixAll.GetSupportedFixAllScopes());
        var context = new FixAllContext(
            Solution.GetDocument(diagnostic.Location.SourceTree)!,
            fix.Provider,
            scope,
            equivalenceKey,
            fix.Provider.FixableDiagnosticIds,
            new KnownDiagnostics(await DiagnosticsAsync()),
            CancellationToken.None);
        return await fixAll.GetFixAsync(context);
    }

    /// <inheritdoc/>
    public void Dispose() => _workspace.Dispose();

    private Document DocumentAt(string path) => Solution.Projects.Single().Documents.Single(d => d.FilePath == path);

    private async Task<(Diagnostic Diagnostic, OfferedFix Fix)?> FirstWithAsync(string equivalenceKey)
    {
        foreach (var diagnostic in await DiagnosticsAsync())
        {
            if ((await OffersForAsync(diagnostic)).FirstOrDefault(f => f.Key == equivalenceKey) is { } fix)
                return (diagnostic, fix);
        }

        return null;
    }

    // What was generated comes along as files: the workspace runs no generators.
    private Solution Open(GeneratorRun run)
    {
        var id = ProjectId.CreateNewId();
        var solution = _workspace.CurrentSolution.AddProject(ProjectInfo.Create(
            id, VersionStamp.Default, run.Input.AssemblyName, run.Input.AssemblyName, LanguageNames.CSharp,
            compilationOptions: run.Output.Options, parseOptions: run.Output.SyntaxTrees.FirstOrDefault()?.Options, metadataReferences: run.Output.References.Distinct()));
        foreach (var tree in run.Output.SyntaxTrees)
            solution = solution.AddDocument(DocumentId.CreateNewId(id), Path.GetFileName(tree.FilePath), tree.GetText(), filePath: tree.FilePath);
        return solution;
    }

    private sealed class KnownDiagnostics(IReadOnlyList<Diagnostic> all) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(all);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            Task.FromResult(all.Where(d => d.Location.SourceTree?.FilePath == document.FilePath));

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult(all.Where(d => d.Location.Kind is LocationKind.None));
    }
}

extern alias analyzers;
extern alias fixes;

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Host.Mef;
using PageMessagesGen.TestKit.Running;
using RequestAnalyzer = analyzers::PageMessagesGen.Analyzers.RequestAnalyzer;
using RequestFix = fixes::PageMessagesGen.CodeFixes.Fixes.RequestFix;

namespace PageMessagesGen.Agreement.Tests.Fixes;

/// <summary>Fixes a program as <c>dotnet format analyzers</c> does: one id after the other, each by its own Fix All.</summary>
internal static class FormatRun
{
    private static readonly ImmutableArray<CodeFixProvider> Providers =
    [
        .. typeof(RequestFix).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(RequestFix))).Select(type => (CodeFixProvider)Activator.CreateInstance(type)!),
    ];

    /// <summary>Fixes all that can be fixed.</summary>
    public static async Task<string> FixAsync(Compilation program)
    {
        using var workspace = new AdhocWorkspace(MefHostServices.DefaultHost, WorkspaceKind.MSBuild);
        var project = workspace.AddProject("Programs", LanguageNames.CSharp)
            .WithCompilationOptions(program.Options)
            .WithMetadataReferences(program.References);
        var document = project.AddDocument("Programs.cs", await program.SyntaxTrees.Single().GetTextAsync());
        foreach (var id in new RequestAnalyzer().SupportedDiagnostics.Select(d => d.Id).Distinct().Order(StringComparer.Ordinal))
            document = await FixAsync(document, id);
        return (await document.GetTextAsync()).ToString();
    }

    private static async Task<Document> FixAsync(Document document, string id)
    {
        var compilation = (await document.Project.GetCompilationAsync())!;
        var all = await AnalyzerRun.ReportAsync(compilation, new AnalyzerOptions([]), new RequestAnalyzer());
        var diagnostics = all.Where(d => d.Id == id).ToImmutableArray();
        if (Providers.FirstOrDefault(p => p.FixableDiagnosticIds.Contains(id)) is not { } provider || diagnostics.IsEmpty)
            return document;

        // It passes the key of the first fix of the first diagnostic, which can be one that removes content.
        CodeAction? first = null;
        await provider.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostics[0], (offer, _) => first ??= offer, CancellationToken.None));
        var context = new FixAllContext(document, provider, FixAllScope.Solution, first?.EquivalenceKey!, [id], new Reported(diagnostics), CancellationToken.None);
        var action = (await provider.GetFixAllProvider()!.GetFixAsync(context))!;
        var changed = (await action.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>().Single().ChangedSolution;
        return changed.GetDocument(document.Id)!;
    }

    private sealed class Reported(ImmutableArray<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) => GetAllDiagnosticsAsync(document.Project, cancellationToken);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace PageMessagesGen.CodeFixes.Fixes;

/// <summary>
/// Provides Fix All, and <c>dotnet format analyzers</c>, without changes that remove content or require a decision of the author.
/// The editor offers these one by one.
/// </summary>
internal sealed class CarefulFixAll : FixAllProvider
{
    /// <summary>Gets the only instance.</summary>
    public static CarefulFixAll Instance { get; } = new();

    /// <inheritdoc/>
    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        // The command line asks for the fix of the first diagnostic. If that has none, another one may have.
        var context = fixAllContext.CodeActionEquivalenceKey is null ? await WithFirstKeyAsync(fixAllContext).ConfigureAwait(false) : fixAllContext;
        return context is not null && CandidateFix.AreForBatches(context.CodeActionEquivalenceKey)
            ? await WellKnownFixAllProviders.BatchFixer.GetFixAsync(context).ConfigureAwait(false)
            : null;
    }

    private static async Task<FixAllContext?> WithFirstKeyAsync(FixAllContext context)
    {
        var projects = context.Scope == FixAllScope.Solution ? context.Solution.Projects : [context.Project];
        foreach (var project in projects.Where(p => p.Language == LanguageNames.CSharp))
        {
            foreach (var diagnostic in await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false))
            {
                if (project.GetDocument(diagnostic.Location.SourceTree) is { } document && await KeyAsync(context, document, diagnostic).ConfigureAwait(false) is { } key)
                    return new FixAllContext(document, context.CodeFixProvider, context.Scope, key, context.DiagnosticIds, new Diagnostics(context), context.CancellationToken);
            }
        }

        return null;
    }

    private static async Task<string?> KeyAsync(FixAllContext context, Document document, Diagnostic diagnostic)
    {
        string? key = null;
        var offers = new CodeFixContext(
            document, diagnostic, (offer, _) => key ??= CandidateFix.AreForBatches(offer.EquivalenceKey) ? offer.EquivalenceKey : null, context.CancellationToken);
        await context.CodeFixProvider.RegisterCodeFixesAsync(offers).ConfigureAwait(false);
        return key;
    }

    private sealed class Diagnostics(FixAllContext context) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false);

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false);

        public override async Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            await context.GetProjectDiagnosticsAsync(project).ConfigureAwait(false);
    }
}

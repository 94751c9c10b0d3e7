using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using PageMessagesGen.CodeFixes.Checking;

namespace PageMessagesGen.CodeFixes.Fixes;

/// <summary>
/// Provides Fix All, and <c>dotnet format analyzers</c>, without changes that remove content or require a decision of the author.
/// The editor offers these one by one.
/// </summary>
internal sealed class CarefulFixAll : FixAllProvider
{
    private static readonly FixAllProvider Documents = Create(FixAsync);

    /// <summary>Gets the only instance.</summary>
    public static CarefulFixAll Instance { get; } = new();

    /// <inheritdoc/>
    public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext) =>
        CandidateFix.AreForBatches(KeyOf(fixAllContext)) ? Documents.GetFixAsync(fixAllContext) : Task.FromResult<CodeAction?>(null);

    private static async Task<Document?> FixAsync(FixAllContext context, Document document, ImmutableArray<Diagnostic> diagnostics)
    {
        // A change moves other diagnostics, and can fix them too, so the remaining ones are searched for again. Each round fixes at least one.
        var reported = diagnostics.Select(KindOf).ToImmutableHashSet();
        IEnumerable<Diagnostic> remaining = diagnostics;
        var (fix, cancellation) = ((RequestFix)context.CodeFixProvider, context.CancellationToken);
        for (var rounds = diagnostics.Length; rounds > 0; rounds--)
        {
            if (await FixAsync(fix, KeyOf(context), document, remaining, cancellation).ConfigureAwait(false) is not { } changed)
                break;
            document = changed;
            remaining = (await DiagnosticSnapshot.ReportAsync(document, cancellation).ConfigureAwait(false)).Where(d => reported.Contains(KindOf(d)));
        }

        return document;
    }

    // The command line wants everything of an id fixed, which is no key, but passes the key of the first fix of the first diagnostic. An editor passes
    // what its user has chosen.
    private static string? KeyOf(FixAllContext context) =>
        context.Scope == FixAllScope.Solution && context.Solution.Workspace.Kind == WorkspaceKind.MSBuild ? null : context.CodeActionEquivalenceKey;

    private static (string Id, string? Rule) KindOf(Diagnostic diagnostic) =>
        (diagnostic.Id, diagnostic.Properties.TryGetValue("rule", out var rule) ? rule : null);

    // Fixes one diagnostic of each method. A second one of the same method could depend on the first.
    private static async Task<Document?> FixAsync(RequestFix fix, string? key, Document document, IEnumerable<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        var scopes = new HashSet<TextSpan>();
        var replacements = new Dictionary<SyntaxNode, SyntaxNode>();
        if (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root)
            return null;
        foreach (var diagnostic in diagnostics.OrderBy(d => d.Location.SourceSpan.Start))
        {
            var scope = FixVerifier.ScopeOf(root.FindNode(diagnostic.Location.SourceSpan));
            if (!scopes.Contains(scope) && await ChooseAsync(fix, key, document, diagnostic, cancellation).ConfigureAwait(false) is { } chosen)
            {
                scopes.Add(scope);
                replacements.Add(chosen.Old, chosen.New);
            }
        }

        return replacements.Count == 0 ? null : document.WithSyntaxRoot(root.ReplaceNodes(replacements.Keys, (old, _) => replacements[old]));
    }

    private static async Task<CandidateFix?> ChooseAsync(RequestFix fix, string? key, Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var offers = await fix.FindAsync(document, diagnostic, offer => key is null || offer.EquivalenceKey == key, cancellation).ConfigureAwait(false);
        return key is null ? CandidateFix.Unambiguous(offers) : offers.Count > 0 ? offers[0] : null;
    }
}

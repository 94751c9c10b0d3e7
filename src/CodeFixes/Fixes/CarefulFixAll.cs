using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using PageMessagesGen.CodeFixes.Checking;

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
    public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        // The contexts for the files of a solution have another scope, so the key is determined here.
        var key = KeyOf(fixAllContext);
        return CandidateFix.AreForBatches(key)
            ? Create((context, document, diagnostics) => FixAsync((RequestFix)context.CodeFixProvider, key, document, diagnostics, context.CancellationToken)).GetFixAsync(fixAllContext)
            : Task.FromResult<CodeAction?>(null);
    }

    // The command line wants everything of an id fixed, which is no key, but passes the key of the first fix of the first diagnostic. An
    // editor passes what its user has chosen.
    private static string? KeyOf(FixAllContext context) =>
        context.Scope == FixAllScope.Solution && context.Solution.Workspace.Kind == WorkspaceKind.MSBuild ? null : context.CodeActionEquivalenceKey;

    private static async Task<Document?> FixAsync(RequestFix fix, string? key, Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        // A change moves other diagnostics, and can fix them too, so the remaining ones are searched for again. Each round fixes at least one.
        var reported = diagnostics.Select(KindOf).ToImmutableHashSet();
        IEnumerable<Diagnostic> remaining = diagnostics;
        for (var rounds = diagnostics.Length; rounds > 0; rounds--)
        {
            var chosen = await ChooseAsync(fix, key, document, remaining, cancellation).ConfigureAwait(false);
            if (chosen.Count == 0)
                break;
            document = await ApplyAsync(document, chosen, cancellation).ConfigureAwait(false);
            remaining = (await DiagnosticSnapshot.ReportAsync(document, cancellation).ConfigureAwait(false)).Where(d => reported.Contains(KindOf(d)));
        }

        return document;
    }

    private static (string Id, string? Rule) KindOf(Diagnostic diagnostic) =>
        (diagnostic.Id, diagnostic.Properties.TryGetValue("rule", out var rule) ? rule : null);

    // The second change of the same code has to wait for the first.
    private static async Task<IReadOnlyList<(Diagnostic Diagnostic, CandidateFix Fix)>> ChooseAsync(
        RequestFix fix, string? key, Document document, IEnumerable<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        var chosen = new List<(Diagnostic, CandidateFix Fix)>();
        foreach (var diagnostic in diagnostics.OrderBy(d => d.Location.SourceSpan.Start))
        {
            var offers = await fix.FindAsync(document, diagnostic, offer => key is null || offer.EquivalenceKey == key, cancellation).ConfigureAwait(false);
            var best = key is null ? CandidateFix.Unambiguous(offers) : offers.FirstOrDefault(offer => offer.IsForBatches);
            if (best is not null && !chosen.Exists(c => c.Fix.Old.Span.OverlapsWith(best.Old.Span)))
                chosen.Add((diagnostic, best));
        }

        return chosen;
    }

    // Each change was tested alone. If all together do not fix what each of them does, only the first is applied.
    private static async Task<Document> ApplyAsync(Document document, IReadOnlyList<(Diagnostic Diagnostic, CandidateFix Fix)> chosen, CancellationToken cancellation)
    {
        var first = chosen[0].Fix.Apply(document);
        if (chosen.Count == 1)
            return first;
        var replacements = chosen.ToDictionary(c => c.Fix.Old, c => c.Fix.New);
        var root = chosen[0].Fix.Old.SyntaxTree.GetRoot(cancellation);
        var changed = root.ReplaceNodes(replacements.Keys, (old, _) => replacements[old]);
        var all = document.WithSyntaxRoot(changed);
        var before = await DiagnosticSnapshot.OfAsync(document, root.FullSpan, cancellation).ConfigureAwait(false);
        var after = await DiagnosticSnapshot.OfAsync(all, changed.FullSpan, cancellation).ConfigureAwait(false);
        return chosen.All(c => after.IsBetterThan(before, c.Diagnostic)) ? all : first;
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using PageMessagesGen.CodeFixes.Fixes;

namespace PageMessagesGen.CodeFixes.Checking;

/// <summary>
/// Tests changes before they are offered: the diagnostic must be gone, the compiler must not report more errors than before, and no
/// other rule may be violated instead.
/// </summary>
internal sealed class FixVerifier(Document document, Diagnostic diagnostic)
{
    private readonly SyntaxAnnotation _changed = new();
    private DiagnosticSnapshot? _before;

    /// <summary>Determines whether a change fixes the request.</summary>
    public async Task<bool> HelpsAsync(CandidateFix proposal, CancellationToken cancellation)
    {
        _before ??= await DiagnosticSnapshot.OfAsync(document, ScopeOf(proposal.Old), cancellation).ConfigureAwait(false);
        var changed = proposal.Apply(document, _changed);
        var changedRoot = await changed.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var replaced = changedRoot!.GetAnnotatedNodes(_changed).Single();
        var after = await DiagnosticSnapshot.OfAsync(changed, ScopeOf(replaced), cancellation).ConfigureAwait(false);
        return after.IsBetterThan(_before, diagnostic);
    }

    // Locals are validated too, so the scope contains all code that sees them. For top-level statements, this is the whole file.
    private static TextSpan ScopeOf(SyntaxNode node) => node.AncestorsAndSelf().FirstOrDefault(
        n => n is BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax or BaseFieldDeclarationSyntax or GlobalStatementSyntax) switch
    {
        GlobalStatementSyntax statement => statement.Parent!.FullSpan,
        { } member => member.Span,
        null => node.Span,
    };
}

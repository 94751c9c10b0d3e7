using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PageMessagesGen.Analyzers.Diagnostics;

/// <summary>Reads <c>#pragma warning</c>, for diagnostics that the compiler does not disable by it.</summary>
internal static class PragmaWarnings
{
    /// <summary>Determines whether an id is disabled at a location.</summary>
    public static bool IsDisabled(Location location, string id)
    {
        var isDisabled = false;
        for (var pragma = location.SourceTree?.GetRoot() is CSharpSyntaxNode root ? root.GetFirstDirective(IsPragma) : null;
            pragma is not null && pragma.SpanStart < location.SourceSpan.Start;
            pragma = pragma.GetNextDirective(IsPragma))
        {
            var warning = (PragmaWarningDirectiveTriviaSyntax)pragma;
            if (warning.ErrorCodes.Count == 0 || warning.ErrorCodes.Any(code => code is IdentifierNameSyntax name && name.Identifier.ValueText == id))
                isDisabled = warning.DisableOrRestoreKeyword.IsKind(SyntaxKind.DisableKeyword);
        }

        return isDisabled;
    }

    private static bool IsPragma(DirectiveTriviaSyntax directive) =>
        directive is PragmaWarningDirectiveTriviaSyntax { IsActive: true, WarningKeyword.IsMissing: false, DisableOrRestoreKeyword.IsMissing: false };
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace PageMessagesGen.Analyzers.Evaluation;

/// <summary>Finds what a field of the same file is initialized with.</summary>
internal static class FieldInitializers
{
    public static IOperation? Find(IFieldReferenceOperation reference, SyntaxNode declaration) =>
        declaration is VariableDeclaratorSyntax { Initializer.Value: { } value } && reference.SemanticModel is { } model
            ? (model.GetOperation(value.Parent!) as IFieldInitializerOperation)?.Value ?? model.GetOperation(value)
            : null;

    /// <summary>
    /// Whether a field may be read before it is set: by the initializer of another one that stands before it.
    /// </summary>
    public static bool MayBeEarlier(IFieldReferenceOperation reference, TextSpan declaration) =>
        reference.Syntax.SpanStart < declaration.Start
        && reference.Syntax.FirstAncestorOrSelf<MemberDeclarationSyntax>() is BaseFieldDeclarationSyntax or PropertyDeclarationSyntax;
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace PageMessagesGen.Analyzers.Evaluation;

/// <summary>Finds the initial value of a field in the same file.</summary>
internal static class FieldInitializers
{
    public static IOperation? Find(IFieldReferenceOperation reference, SyntaxNode declaration) =>
        declaration is VariableDeclaratorSyntax { Initializer.Value: { } value } && reference.SemanticModel is { } model
            ? (model.GetOperation(value.Parent!) as IFieldInitializerOperation)?.Value ?? model.GetOperation(value)
            : null;

    /// <summary>Determines whether a field can be read before it is set, by an initializer that precedes it.</summary>
    public static bool MayBeEarlier(IFieldReferenceOperation reference, TextSpan declaration) =>
        reference.Syntax.SpanStart < declaration.Start
        && reference.Syntax.FirstAncestorOrSelf<MemberDeclarationSyntax>() is BaseFieldDeclarationSyntax or PropertyDeclarationSyntax;
}

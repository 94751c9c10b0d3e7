using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace PageMessagesGen.Analyzers.Evaluation;

/// <summary>Finds what a field of the same file is initialized with.</summary>
internal static class FieldInitializers
{
    public static IOperation? Find(IFieldReferenceOperation reference, SyntaxNode declaration) =>
        declaration is VariableDeclaratorSyntax { Initializer.Value: { } value } && reference.SemanticModel is { } model
            ? (model.GetOperation(value.Parent!) as IFieldInitializerOperation)?.Value ?? model.GetOperation(value)
            : null;
}

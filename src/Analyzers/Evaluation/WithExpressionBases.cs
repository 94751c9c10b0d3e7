using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace PageMessagesGen.Analyzers.Evaluation;

/// <summary>Distinguishes objects that are sent from objects that are only the base of a <c>with</c>.</summary>
internal static class WithExpressionBases
{
    /// <summary>Determines whether an object is used only as the base of a <c>with</c>, so that missing members may still be set.</summary>
    /// <param name="made">A creation, or a <c>with</c>.</param>
    public static bool IsOnlyBase(IOperation made)
    {
        var value = Outermost(made);
        return value.Parent switch
        {
            IWithOperation with => with.Operand == value,
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => IsOnlyBase(LocalDefUse.Around(made), declarator.Symbol, value),
            ISimpleAssignmentOperation { IsRef: false, Target: ILocalReferenceOperation local } assignment when assignment.Value == value => IsOnlyBase(LocalDefUse.Around(made), local.Local, value),
            IFieldInitializerOperation { InitializedFields: { Length: 1 } fields } => IsOnlyContinued(fields[0].Name, made.Syntax),
            IPropertyInitializerOperation { InitializedProperties: { Length: 1 } properties } => IsOnlyContinued(properties[0].Name, made.Syntax),
            IReturnOperation => MemberAround(made.Syntax) is { } name && IsOnlyContinued(name, made.Syntax),
            _ => false,
        };
    }

    private static bool IsOnlyBase(LocalDefUse method, ILocalSymbol local, IOperation value)
    {
        if (method.Find(local) is not { } uses || uses.Writes.Find(write => write.Value.Syntax == value.Syntax) is not { } written)
            return false;
        var reads = uses.Writes.Count == 1 ? uses.Reads : uses.Reads.FindAll(read => method.FindReaching(read)?.Contains(written.Syntax) != false);
        return reads.Count > 0 && reads.TrueForAll(read => Outermost(read) is var whole && (whole.Parent as IWithOperation)?.Operand == whole);
    }

    // Other files would require another semantic model, so the name is looked for in this one.
    private static bool IsOnlyContinued(string name, SyntaxNode made)
    {
        var uses = made.SyntaxTree.GetRoot().DescendantNodes().OfType<IdentifierNameSyntax>().Where(use => use.Identifier.ValueText == name).ToList();
        return uses.Count > 0 && uses.TrueForAll(IsBase);
    }

    private static bool IsBase(IdentifierNameSyntax use)
    {
        ExpressionSyntax value = use;
        while (value.Parent is ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax or AwaitExpressionSyntax or InvocationExpressionSyntax
            || (value.Parent is MemberAccessExpressionSyntax access && access.Name == value))
            value = (ExpressionSyntax)value.Parent;
        return value.Parent is WithExpressionSyntax with && with.Expression == value;
    }

    private static string? MemberAround(SyntaxNode made) => made.Ancestors().FirstOrDefault(node => node is MemberDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax) switch
    {
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        LocalFunctionStatementSyntax function => function.Identifier.ValueText,
        _ => null,
    };

    /// <summary>Determines whether a <c>with</c> is the base of another one in the same expression, where both are validated.</summary>
    public static bool IsContinued(IWithOperation with)
    {
        var value = Outermost(with);
        return value.Parent is IWithOperation next && next.Operand == value;
    }

    /// <summary>Gets a <c>with</c> and the chain of its bases that are also a <c>with</c>, in one expression.</summary>
    public static IEnumerable<IWithOperation> Chain(IWithOperation with)
    {
        IOperation value = with;
        while (value is IWithOperation next)
        {
            yield return next;
            value = next.Operand;
            while (IsTransparent(value))
                value = value is IConversionOperation conversion ? conversion.Operand : ((IParenthesizedOperation)value).Operand;
        }
    }

    private static IOperation Outermost(IOperation value)
    {
        while (IsTransparent(value.Parent))
            value = value.Parent!;
        return value;
    }

    // The results of other conversions are not followed, so a chain ends there.
    private static bool IsTransparent(IOperation? operation) => operation
        is IParenthesizedOperation or IConversionOperation { OperatorMethod: null, Conversion.IsUserDefined: false, IsTryCast: false };
}

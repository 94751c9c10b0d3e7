using Microsoft.CodeAnalysis;
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
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } =>
                LocalDefUse.Around(made).Find(declarator.Symbol) is { Reads.Count: > 0 } uses && uses.Reads.TrueForAll(read => (read.Parent as IWithOperation)?.Operand == read),
            _ => false,
        };
    }

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

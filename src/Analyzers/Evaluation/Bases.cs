using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PageMessagesGen.Analyzers.Evaluation;

/// <summary>Tells objects that are sent from those that only serve as the base of a <c>with</c>.</summary>
internal static class Bases
{
    /// <summary>Whether an object is completed by a <c>with</c> wherever it is used, so that nothing is missing yet.</summary>
    /// <param name="made">A creation, or a <c>with</c>.</param>
    public static bool IsOnlyBase(IOperation made)
    {
        var value = Outermost(made);
        return value.Parent switch
        {
            IWithOperation with => with.Operand == value,
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } =>
                LocalUses.Around(made).Find(declarator.Symbol) is { Reads.Count: > 0 } uses && uses.Reads.TrueForAll(read => (read.Parent as IWithOperation)?.Operand == read),
            _ => false,
        };
    }

    /// <summary>Determines whether a <c>with</c> is the base of another one in the same expression, at which both are judged.</summary>
    public static bool IsContinued(IWithOperation with)
    {
        var value = Outermost(with);
        return value.Parent is IWithOperation next && next.Operand == value;
    }

    /// <summary>Gets a <c>with</c> and those that are its base, and the base of its base, in one expression.</summary>
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

    // What another conversion gives is not followed, so a chain ends there.
    private static bool IsTransparent(IOperation? operation) => operation
        is IParenthesizedOperation or IConversionOperation { OperatorMethod: null, Conversion.IsUserDefined: false, IsTryCast: false };
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PageMessagesGen.Analyzers.Evaluation;

/// <summary>Tells creations that are sent from those that only serve as the base of a <c>with</c>.</summary>
internal static class Bases
{
    /// <summary>Whether an object is completed by a <c>with</c> wherever it is used, so that nothing is missing yet.</summary>
    public static bool IsOnlyBase(IObjectCreationOperation creation)
    {
        IOperation value = creation;
        while (value.Parent is IConversionOperation or IParenthesizedOperation)
            value = value.Parent;
        return value.Parent switch
        {
            IWithOperation with => with.Operand == value,
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } =>
                LocalUses.Around(creation).Find(declarator.Symbol) is { Reads.Count: > 0 } uses && uses.Reads.TrueForAll(read => (read.Parent as IWithOperation)?.Operand == read),
            _ => false,
        };
    }
}

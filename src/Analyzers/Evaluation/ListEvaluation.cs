using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using PageMessagesGen.Analyzers.Values;

namespace PageMessagesGen.Analyzers.Evaluation;

/// <summary>Evaluates lists: collection expressions, arrays, and lists with an initializer.</summary>
internal static class ListEvaluation
{
    // Longer arrays of default values are not evaluated.
    private const int MostDefaults = 64;

    public static Value? Evaluate(IOperation operation, Evaluator evaluator) => operation switch
    {
        ICollectionExpressionOperation collection => KeepsAll(collection.Type) ? Gather(collection.Elements, evaluator) : UnknownValue.Something,
        IArrayCreationOperation { Initializer: { } initializer } array => array.DimensionSizes.Length == 1 ? Gather(initializer.ElementValues, evaluator) : UnknownValue.Something,
        IArrayCreationOperation { DimensionSizes.Length: 1 } array => EvaluateEmptyArray(array, array.DimensionSizes[0]),
        _ => UnknownValue.Something,
    };

    /// <summary>Evaluates a <c>List&lt;T&gt;</c>; null for anything else.</summary>
    public static Value? EvaluateCreation(IObjectCreationOperation creation, Evaluator evaluator)
    {
        if (!IsList(creation.Type))
            return null;
        var start = new ListValue([], isOpen: false);
        if (creation.Arguments.Length > 0 && creation.Arguments[0].Value.Type?.SpecialType != SpecialType.System_Int32)
            start = Spread(evaluator.Evaluate(creation.Arguments[0].Value));
        var elements = start.Elements.ToBuilder();
        foreach (var added in creation.Initializer?.Initializers ?? [])
        {
            if (added is not IInvocationOperation { TargetMethod: { Name: "Add", Parameters.Length: 1 }, Arguments.Length: 1 } add || evaluator.Evaluate(add.Arguments[0].Value) is not { } element)
                return UnknownValue.Something;
            elements.Add(element);
        }

        return new ListValue(elements.ToImmutable(), start.IsOpen);
    }

    /// <summary>Evaluates <c>Array.Empty</c>; null for any other call.</summary>
    public static Value? EvaluateCall(IInvocationOperation call) =>
        call.TargetMethod is { Name: "Empty", ContainingType.SpecialType: SpecialType.System_Array } ? new ListValue([], isOpen: false) : null;

    // A set or a user-defined collection may drop elements.
    private static bool KeepsAll(ITypeSymbol? type) =>
        type is IArrayTypeSymbol or { TypeKind: TypeKind.Interface } || IsList(type) || type is { Name: "Span" or "ReadOnlySpan", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    private static bool IsList(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Name: "List", Arity: 1, ContainingNamespace: { Name: "Generic", ContainingNamespace: { Name: "Collections", ContainingNamespace.Name: "System" } } };

    private static ListValue Gather(ImmutableArray<IOperation> operations, Evaluator evaluator)
    {
        var elements = ImmutableArray.CreateBuilder<Value>(operations.Length);
        var isOpen = false;
        foreach (var operation in operations)
        {
            if (operation is ISpreadOperation spread)
            {
                var more = Spread(evaluator.Evaluate(spread.Operand));
                elements.AddRange(more.Elements);
                isOpen |= more.IsOpen;
            }
            else
            {
                elements.Add(evaluator.Evaluate(operation) ?? UnknownValue.Anything);
            }
        }

        return new ListValue(elements.ToImmutable(), isOpen);
    }

    private static ListValue Spread(Value? value) => value as ListValue ?? new ListValue([], isOpen: true);

    private static Value EvaluateEmptyArray(IArrayCreationOperation array, IOperation size)
    {
        if (size.ConstantValue is not { HasValue: true, Value: int count } || count is < 0 or > MostDefaults)
            return UnknownValue.Something;
        var element = (array.Type as IArrayTypeSymbol)?.ElementType is { IsReferenceType: true } ? (Value)AbsentValue.Instance : UnknownValue.Anything;
        return new ListValue([.. Enumerable.Repeat(element, count)], isOpen: false);
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using PageMessagesGen.Analyzers.Values;

namespace PageMessagesGen.Analyzers.Evaluation;

/// <summary>Evaluates the names in maps: dictionaries with an initializer.</summary>
internal static class MapEvaluation
{
    /// <summary>Evaluates a <c>Dictionary&lt;string, T&gt;</c>; null for anything else.</summary>
    public static Value? EvaluateCreation(IObjectCreationOperation creation, Evaluator evaluator) =>
        IsMap(creation.Type) && creation.Initializer is { } initializer
            ? new MapValue([.. initializer.Initializers.Select(KeyOf).OfType<IOperation>().Select(evaluator.Evaluate).OfType<TextValue>().Select(text => text.Text).OfType<string>()])
            : null;

    private static IOperation? KeyOf(IOperation entry) => entry switch
    {
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments: { Length: 1 } arguments } } => arguments[0].Value,
        IInvocationOperation { TargetMethod: { Name: "Add", Parameters.Length: 2 }, Arguments: { Length: 2 } arguments } => arguments.First(argument => argument.Parameter!.Ordinal == 0).Value,
        _ => null,
    };

    private static bool IsMap(ITypeSymbol? type) => type is INamedTypeSymbol
    {
        Name: "Dictionary", Arity: 2, ContainingNamespace: { Name: "Generic", ContainingNamespace: { Name: "Collections", ContainingNamespace.Name: "System" } },
    } map && map.TypeArguments[0].SpecialType == SpecialType.System_String;
}

using Microsoft.CodeAnalysis;

namespace PageMessagesGen.Analyzers.Usage;

/// <summary>Finds the types that are generated in the same project, which the generator of System.Text.Json does not see.</summary>
internal static class GeneratedTypes
{
    // The compiler puts the files of a generator in a folder with the full name of the generator's type.
    private const string Folder = "PageMessagesGen.Generator.PageMessagesGenerator";

    /// <summary>
    /// Finds a type in the JSON of a type whose members are not visible to the generator of System.Text.Json: the type itself, an element
    /// type or type argument, or the type of a member.
    /// </summary>
    public static INamedTypeSymbol? UnseenIn(ITypeSymbol type, IAssemblySymbol project)
    {
        // A generic type can refer to ever longer constructions of itself, so its members are read from the original definition.
        var seen = new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default);
        var declared = new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default);
        var open = new Stack<ITypeSymbol>();
        for (open.Push(type); open.Count > 0;)
        {
            type = open.Pop();
            if (type is IArrayTypeSymbol array)
                open.Push(array.ElementType);
            if (type is not INamedTypeSymbol named || !seen.Add(named))
                continue;
            PushAll(open, named.TypeArguments);
            if (!SymbolEqualityComparer.Default.Equals(named.ContainingAssembly, project) || HasConverterByHand(named))
                continue;
            if (IsGenerated(named))
                return named;
            if (declared.Add(named.OriginalDefinition))
                PushAll(open, named.OriginalDefinition.GetMembers().OfType<IPropertySymbol>().Where(IsWritten).Select(property => property.Type));
        }

        return null;
    }

    /// <summary>Gets the name of the generated context in the namespace of a type, if any.</summary>
    public static string? ContextBeside(INamedTypeSymbol type)
    {
        foreach (var other in type.ContainingNamespace.GetTypeMembers())
        {
            if (other.BaseType?.Name == "JsonSerializerContext" && IsGenerated(other))
                return other.Name;
        }

        return null;
    }

    // Pushes in reverse order, so that the first type is popped first.
    private static void PushAll(Stack<ITypeSymbol> open, IEnumerable<ITypeSymbol> types)
    {
        foreach (var type in types.Reverse())
            open.Push(type);
    }

    private static bool IsWritten(IPropertySymbol property) =>
        property is { DeclaredAccessibility: Accessibility.Public, IsStatic: false, IsIndexer: false, GetMethod.DeclaredAccessibility: Accessibility.Public }
        && !HasConverterByHand(property)
        && !property.GetAttributes().Any(IsIgnoring);

    // JsonIgnoreCondition.Always is 1.
    private static bool IsIgnoring(AttributeData attribute) =>
        attribute.AttributeClass?.Name == "JsonIgnoreAttribute"
        && (attribute.NamedArguments.IsEmpty || attribute.NamedArguments.Any(argument => argument is { Key: "Condition", Value.Value: 1 }));

    private static bool IsGenerated(INamedTypeSymbol type)
    {
        foreach (var part in type.DeclaringSyntaxReferences)
        {
            if (IsGenerated(part.SyntaxTree))
                return true;
        }

        return false;
    }

    private static bool IsGenerated(SyntaxTree tree)
    {
        var end = tree.FilePath.LastIndexOfAny(['/', '\\']);
        return end >= Folder.Length && string.CompareOrdinal(tree.FilePath, end - Folder.Length, Folder, 0, Folder.Length) == 0;
    }

    // A handwritten converter attribute is visible to the generator, and the converter handles the members.
    private static bool HasConverterByHand(ISymbol symbol)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass?.Name == "JsonConverterAttribute" && attribute.ApplicationSyntaxReference is { } written && !IsGenerated(written.SyntaxTree))
                return true;
        }

        return false;
    }
}

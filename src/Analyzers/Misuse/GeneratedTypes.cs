using Microsoft.CodeAnalysis;

namespace PageMessagesGen.Analyzers.Misuse;

/// <summary>Knows the types that are generated in the project itself, and so are unseen by the generator of System.Text.Json.</summary>
internal static class GeneratedTypes
{
    // The compiler puts a generator's files in a folder that has the full name of the generator's type.
    private const string Folder = "PageMessagesGen.Generator.PageMessagesGenerator";

    /// <summary>
    /// Finds a type that the JSON of a type is made of, and whose members are unseen: the type itself, what it is a list or
    /// another generic type of, or a type of its members.
    /// </summary>
    public static INamedTypeSymbol? UnseenIn(ITypeSymbol type, IAssemblySymbol project)
    {
        // A generic type can be made of ever longer types of its own kind, so members are looked at where the type is declared.
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

    /// <summary>The name of the context that is generated beside a type, if there is one.</summary>
    public static string? ContextBeside(INamedTypeSymbol type)
    {
        foreach (var other in type.ContainingNamespace.GetTypeMembers())
        {
            if (other.BaseType?.Name == "JsonSerializerContext" && IsGenerated(other))
                return other.Name;
        }

        return null;
    }

    // The first comes out first.
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

    // What is written by hand is seen, and then it is the converter that knows the members.
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

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
    public static INamedTypeSymbol? UnseenIn(ITypeSymbol type, IAssemblySymbol project) =>
        UnseenIn(type, project, new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default));

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

    private static INamedTypeSymbol? UnseenIn(ITypeSymbol type, IAssemblySymbol project, HashSet<ITypeSymbol> seen)
    {
        if (!seen.Add(type))
            return null;
        if (type is IArrayTypeSymbol array)
            return UnseenIn(array.ElementType, project, seen);
        if (type is not INamedTypeSymbol named)
            return null;
        foreach (var argument in named.TypeArguments)
        {
            if (UnseenIn(argument, project, seen) is { } found)
                return found;
        }

        if (!SymbolEqualityComparer.Default.Equals(named.ContainingAssembly, project) || HasConverterByHand(named))
            return null;
        return IsGenerated(named) ? named : UnseenInMembers(named, project, seen);
    }

    private static INamedTypeSymbol? UnseenInMembers(INamedTypeSymbol type, IAssemblySymbol project, HashSet<ITypeSymbol> seen)
    {
        foreach (var member in type.GetMembers())
        {
            if (member is IPropertySymbol { DeclaredAccessibility: Accessibility.Public, IsStatic: false, IsIndexer: false } property
                && !HasConverterByHand(property)
                && UnseenIn(property.Type, project, seen) is { } found)
            {
                return found;
            }
        }

        return null;
    }

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

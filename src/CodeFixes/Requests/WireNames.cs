using Microsoft.CodeAnalysis;
using PageMessagesGen.Analyzers.Rules;

namespace PageMessagesGen.CodeFixes.Requests;

/// <summary>Finds the properties of generated types by their wire names, and enum values by their names in the schema.</summary>
internal static class WireNames
{
    /// <summary>Gets the property with a wire name.</summary>
    public static IPropertySymbol? PropertyOf(INamedTypeSymbol type, string wireName)
    {
        for (var declaring = type; declaring is not null; declaring = declaring.BaseType)
        {
            foreach (var property in declaring.GetMembers().OfType<IPropertySymbol>())
            {
                if (WireNameOf(property) == wireName)
                    return property;
            }
        }

        return null;
    }

    /// <summary>Gets the values of an enum that are in use, those of every platform first; null if the type is not an enum.</summary>
    public static IReadOnlyList<IFieldSymbol>? ValuesInUse(ITypeSymbol type)
    {
        var reader = new RuleAttributeReader();
        return EnumOf(type) is { } named
            ? [.. named.GetMembers().OfType<IFieldSymbol>().Where(f => f.HasConstantValue && reader.ValueOf(f).Availability.Retirement is null).OrderByDescending(IsEverywhere)]
            : null;
    }

    /// <summary>Determines whether a value can be used on every platform.</summary>
    public static bool IsEverywhere(IFieldSymbol value) => new RuleAttributeReader().ValueOf(value).Availability.Platforms.Count == 0;

    private static INamedTypeSymbol? EnumOf(ITypeSymbol type) => type switch
    {
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => EnumOf(nullable.TypeArguments[0]),
        INamedTypeSymbol { TypeKind: TypeKind.Enum } named => named,
        _ => null,
    };

    private static string? WireNameOf(IPropertySymbol property)
    {
        foreach (var attribute in property.GetAttributes())
        {
            if (attribute.AttributeClass?.Name == "JsonPropertyNameAttribute" && attribute.ConstructorArguments.Length == 1)
                return attribute.ConstructorArguments[0].Value as string;
        }

        return null;
    }
}

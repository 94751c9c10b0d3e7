using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PageMessagesGen.Analyzers.Values;

namespace PageMessagesGen.Analyzers.Rules;

/// <summary>
/// Reads what generated types demand in their attributes, each type once per compilation. An attribute that is odd or half
/// typed is passed over.
/// </summary>
internal sealed class RuleAttributeReader
{
    /// <summary>The property with the JSON of a shape that the schema leaves open.</summary>
    public const string RawJson = "Json";

    private const string JsonPropertyName = "JsonPropertyNameAttribute";

    private static readonly GeneratedDeclarations<TypeRules> GeneratedTypes = new();
    private static readonly GeneratedDeclarations<EnumValue> GeneratedValues = new();

    private readonly ConcurrentDictionary<INamedTypeSymbol, TypeRules?> _types = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IFieldSymbol, EnumValue> _values = new(SymbolEqualityComparer.Default);

    /// <summary>Gives what a type demands; null if it is no generated record. It is asked of every object that is made.</summary>
    public TypeRules? Find(ITypeSymbol? type)
    {
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Class, SpecialType: SpecialType.None, IsGenericType: false } named)
            return null;

        // Whether a type of another assembly is a record takes the compiler long to say.
        return _types.TryGetValue(named, out var rules) ? rules : _types.GetOrAdd(named, static named => named.IsRecord ? GeneratedTypes.GetOrRead(named, ReadDeclaration) : null);
    }

    /// <summary>Gives a value of an enum.</summary>
    public EnumValue ValueOf(IFieldSymbol member) =>
        _values.TryGetValue(member, out var value) ? value : _values.GetOrAdd(member, static member => GeneratedValues.GetOrRead(member, ReadValue)!);

    /// <summary>Gives the name by which rules speak of a value of an enum.</summary>
    public static string SchemaName(IFieldSymbol value) =>
        value.GetAttributes().FirstOrDefault(a => IsOurs(a, "SchemaNameAttribute")) is { } attribute ? Text(attribute, 0) : value.Name;

    /// <summary>Finds an enum value by its string on the wire, which is compared with the name in the schema. Case is ignored.</summary>
    public EnumValue? FindValue(ITypeSymbol type, string wire) => type is INamedTypeSymbol { TypeKind: TypeKind.Enum }
        ? type.GetMembers().OfType<IFieldSymbol>().Where(field => field.HasConstantValue).Select(ValueOf).FirstOrDefault(value => string.Equals(value.SchemaName, wire, StringComparison.OrdinalIgnoreCase))
        : null;

    /// <summary>Gives the platform to which a property's client sends; null if it says none.</summary>
    public static string? Platform(IPropertySymbol property) =>
        property.GetAttributes().FirstOrDefault(a => IsOurs(a, "PlatformAttribute")) is { } attribute ? Text(attribute, 0) : null;

    /// <summary>Gives the properties that say to which platform a client sends, as an attribute of an assembly with rules names them; null if it is another attribute.</summary>
    public static IEnumerable<string>? PlatformProperties(AttributeData attribute) =>
        !IsOurs(attribute, "GeneratedRequestsAttribute") ? null : Text(attribute, 0) is { Length: > 0 } property ? [property] : [];

    /// <summary>Gets the condition for using a value that no rule can check, such as who writes the message; null if it has no such condition.</summary>
    public static string? OnlyWhen(IFieldSymbol value) =>
        value.GetAttributes().FirstOrDefault(a => IsOurs(a, "OnlyWhenAttribute")) is { } attribute ? Text(attribute, 0) : null;

    private static EnumValue ReadValue(IFieldSymbol member) => new(SchemaName(member), ReadAvailability(member.GetAttributes()));

    private static TypeRules? ReadDeclaration(INamedTypeSymbol type)
    {
        // The records of a user have names on the wire too.
        var attributes = type.GetAttributes();
        if (!attributes.Any(IsOurs))
            return null;
        var members = new Dictionary<string, MemberRules>(StringComparer.Ordinal);
        var wireNames = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var property in type.GetMembers().OfType<IPropertySymbol>())
        {
            var own = property.GetAttributes();
            if (own.FirstOrDefault(a => a.AttributeClass?.Name == JsonPropertyName) is not { } wire || Text(wire, 0) is not { Length: > 0 } name)
                continue;
            wireNames[property.Name] = name;
            var limits = own.FirstOrDefault(a => IsOurs(a, "LimitsAttribute"));
            members[name] = new MemberRules(
                name,
                members.Count,
                property.IsRequired,
                limits is not null && RuleParser.ParseLimits(Text(limits, 0)) is { } parsed ? parsed : default,
                limits is null ? RuleSeverity.Error : Severity(limits, RuleSeverity.Error),
                ReadAvailability(own),
                IsJson(property.Type));
        }

        var rules = attributes.Select(ReadRule).OfType<Rule>()
            .Select(rule => new TypeRule(rule, new RuleFilter(rule, name => members.TryGetValue(name, out var member) ? member.Bit : 0)))
            .ToLookup(rule => rule.Rule.Platforms.Count > 0);
        return new TypeRules(members, wireNames, [.. rules[false]], [.. rules[true]], ReadDiscriminator(attributes), ReadEnvelope(attributes))
        {
            IsRaw = type.GetMembers(RawJson).OfType<IPropertySymbol>().FirstOrDefault() is { } json && !wireNames.ContainsKey(json.Name),
        };
    }

    private static bool IsJson(ITypeSymbol type) =>
        (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type).Name == "JsonElement";

    private static Rule? ReadRule(AttributeData attribute) => IsOurs(attribute, "RuleAttribute")
        ? RuleParser.Parse(Text(attribute, 0), Text(attribute, 1), Severity(attribute, RuleSeverity.Error), Named(attribute, "Reason"), Named(attribute, "Fix"))
        : null;

    private static Availability ReadAvailability(ImmutableArray<AttributeData> attributes)
    {
        if (!attributes.Any(IsOurs))
            return Availability.Everywhere;
        var platforms = attributes.Where(a => IsOurs(a, "SupportedOnAttribute")).Select(a => Text(a, 0)).Where(platform => platform.Length > 0).ToEquatableArray();
        return new Availability(platforms, attributes.Select(ReadRetirement).OfType<Retirement>().FirstOrDefault());
    }

    private static Retirement? ReadRetirement(AttributeData attribute)
    {
        var isRefusal = IsOurs(attribute, "RefusedSinceAttribute");
        return isRefusal || IsOurs(attribute, "DeprecatedSinceAttribute")
            ? new Retirement(isRefusal, Text(attribute, 0), Severity(attribute, RuleSeverity.Warning), Named(attribute, "Reason"))
            : null;
    }

    private static (string Name, string Value)? ReadDiscriminator(ImmutableArray<AttributeData> attributes) =>
        attributes.FirstOrDefault(a => IsOurs(a, "DiscriminatorAttribute")) is { } attribute ? (Text(attribute, 0), Text(attribute, 1)) : null;

    private static Envelope? ReadEnvelope(ImmutableArray<AttributeData> attributes) =>
        attributes.FirstOrDefault(a => IsOurs(a, "EnvelopeAttribute")) is { } attribute
            ? new(Text(attribute, 0), Text(attribute, 1), Text(attribute, 2) is { Length: > 0 } content ? content : null, ReadAvailability(attributes))
            : null;

    private static bool IsOurs(AttributeData attribute) =>
        attribute.AttributeClass?.ContainingNamespace is { Name: "Generated", ContainingNamespace: { Name: "PageMessagesGen", ContainingNamespace.IsGlobalNamespace: true } };

    private static bool IsOurs(AttributeData attribute, string name) => attribute.AttributeClass?.Name == name && IsOurs(attribute);

    private static RuleSeverity Severity(AttributeData attribute, RuleSeverity unsaid) =>
        Argument(attribute, "Severity").Value is int and >= 0 and <= 2 and var value ? (RuleSeverity)value : unsaid;

    private static string Named(AttributeData attribute, string name) => TextOf(Argument(attribute, name)) ?? "";

    private static string Text(AttributeData attribute, int index) =>
        attribute.ConstructorArguments.Length > index && TextOf(attribute.ConstructorArguments[index]) is { } text ? text : "";

    // Loops, because queries over structs are compiled anew for each of them, and the first build waits for that.
    private static TypedConstant Argument(AttributeData attribute, string name)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key == name)
                return argument.Value;
        }

        return default;
    }

    private static string? TextOf(TypedConstant value) => value.Kind == TypedConstantKind.Primitive ? value.Value as string : null;
}

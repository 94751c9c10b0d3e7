using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using PageMessagesGen.Analyzers.Values;

namespace PageMessagesGen.Analyzers.Rules;

/// <summary>
/// Reads what generated types demand in their attributes, each type once per compilation. An attribute that is odd or half
/// typed is passed over.
/// </summary>
internal sealed class RuleReader
{
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
        return _types.TryGetValue(named, out var rules) ? rules : _types.GetOrAdd(named, static named => named.IsRecord ? Read(named) : null);
    }

    /// <summary>Gives a value of an enum.</summary>
    public EnumValue ValueOf(IFieldSymbol member) =>
        _values.TryGetValue(member, out var value) ? value : _values.GetOrAdd(member, static member => GeneratedValues.GetOrRead(member, ReadValue)!);

    /// <summary>Gives the name by which rules speak of a value of an enum.</summary>
    public static string SchemaName(IFieldSymbol value) =>
        value.GetAttributes().FirstOrDefault(a => IsOurs(a, "SchemaNameAttribute")) is { } attribute ? Text(attribute, 0) : value.Name;

    /// <summary>Gives the platform to which a property's client sends; null if it says none.</summary>
    public static string? Platform(IPropertySymbol property) =>
        property.GetAttributes().FirstOrDefault(a => IsOurs(a, "PlatformAttribute")) is { } attribute ? Text(attribute, 0) : null;

    /// <summary>Gives the properties that say to which platform a client sends, as an attribute of an assembly with rules lists them; null if it is another attribute.</summary>
    public static IEnumerable<string>? PlatformProperties(AttributeData attribute) => IsOurs(attribute, "RuledTypesAttribute") ? Texts(attribute) : null;

    private static TypeRules? Read(INamedTypeSymbol type)
    {
        var rules = GeneratedTypes.GetOrRead(type, ReadDeclaration);

        // The base of a union may be declared in another file.
        return rules is not null && type.BaseType is { SpecialType: not SpecialType.System_Object } ? rules with { Discriminator = ReadDiscriminator(type) } : rules;
    }

    /// <summary>Gets the condition for using a value that no rule can check, such as who writes the message; null if it has no such condition.</summary>
    public static string? OnlyWhen(IFieldSymbol value) =>
        value.GetAttributes().FirstOrDefault(a => IsOurs(a, "OnlyWhenAttribute")) is { } attribute ? Text(attribute, 0) : null;

    private static EnumValue ReadValue(IFieldSymbol member) => new(SchemaName(member), ReadAvailability(member.GetAttributes()));

    private static TypeRules? ReadDeclaration(INamedTypeSymbol type)
    {
        var members = new Dictionary<string, MemberRules>(StringComparer.Ordinal);
        var wireNames = new Dictionary<string, string>(StringComparer.Ordinal);
        var isRuled = type.GetAttributes().Any(IsOurs);
        foreach (var property in type.GetMembers().OfType<IPropertySymbol>())
        {
            var attributes = property.GetAttributes();
            isRuled |= attributes.Any(IsOurs);
            if (attributes.FirstOrDefault(a => a.AttributeClass?.Name == JsonPropertyName) is not { } wire || Text(wire, 0) is not { Length: > 0 } name)
                continue;
            wireNames[property.Name] = name;
            members[name] = new MemberRules(name, property.IsRequired, [.. attributes.Where(IsOurs).SelectMany(ReadMemberLimit)], ReadAvailability(attributes));
        }

        var rules = type.GetAttributes().Where(IsOurs).Select(ReadRule).OfType<Rule>().ToList();
        // Records of the user have names on the wire too.
        return !isRuled
            ? null
            : new TypeRules(members, wireNames, [.. rules.Where(rule => rule.Platforms.IsEmpty)], [.. rules.Where(rule => !rule.Platforms.IsEmpty)], Discriminator: null);
    }

    private static Rule? ReadRule(AttributeData attribute)
    {
        RuleKind? kind = attribute.AttributeClass?.Name switch
        {
            "RequireAttribute" => RuleKind.Require,
            "ForbidAttribute" => RuleKind.Forbid,
            "AllowAttribute" => RuleKind.Allow,
            "ExactlyOneOfAttribute" => RuleKind.ExactlyOneOf,
            "AtLeastOneOfAttribute" => RuleKind.AtLeastOneOf,
            "AtMostOneOfAttribute" => RuleKind.AtMostOneOf,
            "LimitAttribute" => RuleKind.Limit,
            _ => null,
        };
        if (kind is not { } known || RuleText.ReadConditions(Named(attribute, "When")) is not { } conditions)
            return null;
        var targets = Texts(attribute).Select(RuleText.ReadTarget).ToList();
        if (targets.Count == 0 || targets.Contains(null))
            return null;
        var severity = Severity(attribute, DiagnosticSeverity.Error);
        return new Rule(
            known, Named(attribute, "Rule"), severity, Named(attribute, "Because"), conditions, [.. targets.OfType<Target>()],
            [.. Named(attribute, "Platforms").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries)],
            ReadLimits(attribute, severity),
            RuleText.ReadConditions(Named(attribute, "Fix")) ?? []);
    }

    private static ImmutableArray<Limit> ReadLimits(AttributeData attribute, DiagnosticSeverity severity)
    {
        var limits = ImmutableArray.CreateBuilder<Limit>();
        foreach (var argument in attribute.NamedArguments)
        {
            if (ReadLimit(argument.Key, argument.Value, severity) is { } limit)
                limits.Add(limit);
        }

        return limits.ToImmutable();
    }

    private static Limit? ReadLimit(string name, TypedConstant value, DiagnosticSeverity severity) =>
        name == "Format" ? (value.Value is string { Length: > 0 } form ? new Limit(LimitKind.Format, 0, form, severity) : null)
        : Enum.TryParse(name, out LimitKind kind) && value.Value is int or long ? new Limit(kind, Convert.ToInt64(value.Value, CultureInfo.InvariantCulture), "", severity)
        : null;

    private static IEnumerable<Limit> ReadMemberLimit(AttributeData attribute)
    {
        if (attribute.ConstructorArguments.Length != 1 || attribute.AttributeClass?.Name is not { } type)
            return [];
        var name = type.EndsWith("Attribute", StringComparison.Ordinal) ? type.Substring(0, type.Length - "Attribute".Length) : type;
        return ReadLimit(name, attribute.ConstructorArguments[0], Severity(attribute, DiagnosticSeverity.Error)) is { } limit ? [limit] : [];
    }

    private static Availability ReadAvailability(ImmutableArray<AttributeData> attributes)
    {
        ImmutableArray<string> platforms = [];
        Retirement? retirement = null;
        foreach (var attribute in attributes.Where(IsOurs))
        {
            var isRefusal = attribute.AttributeClass!.Name == "RefusedSinceAttribute";
            if (attribute.AttributeClass.Name == "OnlyOnAttribute")
                platforms = [.. Texts(attribute)];
            else if (isRefusal || (attribute.AttributeClass.Name == "DeprecatedSinceAttribute" && retirement is null))
                retirement = new Retirement(isRefusal, Text(attribute, 0), Severity(attribute, DiagnosticSeverity.Warning), Named(attribute, "Because"));
        }

        return platforms.IsEmpty && retirement is null ? Availability.Everywhere : new Availability(platforms, retirement);
    }

    // The shapes of a union that tells itself apart are listed by its base.
    private static (string Name, string Value)? ReadDiscriminator(INamedTypeSymbol type)
    {
        var attributes = type.BaseType?.GetAttributes() ?? [];
        var name = attributes.Where(a => a.AttributeClass?.Name == "JsonPolymorphicAttribute").Select(a => Named(a, "TypeDiscriminatorPropertyName")).FirstOrDefault();
        var value = attributes
            .Where(a => a.AttributeClass?.Name == "JsonDerivedTypeAttribute" && a.ConstructorArguments.Length == 2
                && SymbolEqualityComparer.Default.Equals(a.ConstructorArguments[0].Value as ISymbol, type))
            .Select(a => Text(a, 1))
            .FirstOrDefault();
        return name is { Length: > 0 } && value is not null ? (name, value) : null;
    }

    private static bool IsOurs(AttributeData attribute) =>
        attribute.AttributeClass?.ContainingNamespace is { Name: "Rules", ContainingNamespace: { Name: "PageMessagesGen", ContainingNamespace.IsGlobalNamespace: true } };

    private static bool IsOurs(AttributeData attribute, string name) => attribute.AttributeClass?.Name == name && IsOurs(attribute);

    // RuleSeverity counts Info, Warning, Error from 0; the compiler has Hidden before them.
    private static DiagnosticSeverity Severity(AttributeData attribute, DiagnosticSeverity unsaid) =>
        Argument(attribute, "Severity").Value is int and >= 0 and <= 2 and var value ? (DiagnosticSeverity)(value + 1) : unsaid;

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

    private static List<string> Texts(AttributeData attribute)
    {
        var texts = new List<string>();
        foreach (var argument in attribute.ConstructorArguments)
        {
            if (argument.Kind != TypedConstantKind.Array)
                Add(texts, argument);
            else if (!argument.Values.IsDefault)
            {
                foreach (var value in argument.Values)
                    Add(texts, value);
            }
        }

        return texts;
    }

    private static void Add(List<string> texts, TypedConstant value)
    {
        if (TextOf(value) is { } text)
            texts.Add(text);
    }

    private static string? TextOf(TypedConstant value) => value.Kind == TypedConstantKind.Primitive ? value.Value as string : null;
}

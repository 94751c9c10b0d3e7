using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using PageMessagesGen.Generator.Model;
using PageMessagesGen.Schema.Tests.Seed;
using PageMessagesGen.TestKit.Running;

namespace PageMessagesGen.Generator.Tests;

/// <summary>Everything on the reference page is in the generated code, and nothing else.</summary>
public class GeneratedSeedTests
{
    private const string DefaultSchema = "page-messages.endpoint.yaml";

    private static readonly GeneratorRun Run = Schemas.Run(Schemas.Project((DefaultSchema, Schemas.OfRepository[DefaultSchema])));

    private const string Enums = $"{SeedReference.Enums}\n{SeedReference.FurtherEnums}";

    private static readonly LoadedAssembly Loaded = Run.EmitAndLoad();

    // What each code means, in a word or two of the page.
    private static readonly Dictionary<int, string> Meanings = new()
    {
        [551] = "not available",
        [100] = "invalid",
        [613] = "rate limit",
        [2022] = "commerce",
        [190] = "access token",
        [10900] = "private reply to the activity has already been sent",
        [10903] = "cannot reply",
        [200] = "permission",
        [10901] = "time for replying",
        [194] = "missing",
    };

    [Theory]
    [InlineData(SeedReference.Parameters, SeedReference.FurtherParameters, "SendMessageRequest")]
    [InlineData(SeedReference.Answer, SeedReference.FurtherAnswer, "SendMessageResponse")]
    public void Every_parameter_is_a_property_with_its_nesting_type_flags_and_default(string page, string further, string type)
    {
        var expected = SeedLines.OfParameters(page).Concat(SeedLines.OfParameters(further)).Distinct().Select(WithoutForm).Order(StringComparer.Ordinal);

        Assert.Equal(expected, LinesOf(TypeNamed(type), "").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_enum_member_is_there_with_its_wire_value_and_its_number()
    {
        var expected = SeedLines.OfEnums(Enums);

        Assert.Equal(expected.Order(StringComparer.Ordinal), expected.Select(l => l.Split('.')[0]).Distinct().SelectMany(EnumLinesOf).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_error_code_is_there_with_its_meaning()
    {
        var errors = Loaded.Assembly.GetType("PageMessages.PageMessagesErrors")!;
        var all = errors.GetProperties().Select(property => (GraphErrorCode)property.GetValue(null)!).ToList();
        var find = errors.GetMethod("Find")!;

        Assert.Equal(CodesOf(SeedReference.Errors).Concat(CodesOf(SeedReference.FurtherErrors)).Order(), all.SelectMany(error => error.ToString().Split(", ")).Order());
        Assert.All(
            CodesOf(SeedReference.Errors).Select(code => int.Parse(code, CultureInfo.InvariantCulture)),
            code => Assert.Contains(Meanings[code], ((GraphErrorCode)find.Invoke(null, [code, null])!).Meaning, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void The_client_has_the_names_that_users_know()
    {
        var client = Loaded.Assembly.GetType("PageMessages.PageMessagesClient")!;
        var send = client.GetMethod("SendAsync")!;

        Assert.Equal([typeof(HttpClient), typeof(GraphApiOptions)], client.GetConstructors().Single().GetParameters().Select(p => p.ParameterType));
        Assert.Equal(["request", "cancellationToken"], send.GetParameters().Select(p => p.Name));
        Assert.Equal("IPageMessagesClient", Assert.Single(client.GetInterfaces()).Name);
        Assert.NotNull(Loaded.Assembly.GetType("PageMessages.PageMessagesJsonContext")!.GetProperty("Default", BindingFlags.Public | BindingFlags.Static));
    }

    private static IEnumerable<string> CodesOf(string errors) => errors.Split('\n').Select(line => line.Split(' ')[0]);

    private static IEnumerable<string> LinesOf(INamedTypeSymbol type, string path) =>
        type.GetMembers().OfType<IPropertySymbol>().Where(p => p.DeclaredAccessibility == Accessibility.Public && !p.IsStatic && p.SetMethod is { IsInitOnly: true }).SelectMany(p => LinesOf(p, path));

    private static IEnumerable<string> LinesOf(IPropertySymbol property, string path)
    {
        var wireName = (string)Argument(property, "JsonPropertyNameAttribute")!;
        Assert.Equal(string.Concat(wireName.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..].ToLowerInvariant())), property.Name);
        Assert.True(property.SetMethod!.IsInitOnly, $"{property} can be changed.");
        Assert.Equal(property.IsRequired, property.NullableAnnotation != NullableAnnotation.Annotated);

        var type = UnderlyingType(property.Type);
        var flags = new List<string>();
        if (property.IsRequired)
            flags.Add("required");
        if (property.GetDocumentationCommentXml()!.Contains("Supports emoji.", StringComparison.Ordinal))
            flags.Add("emoji");
        if (Regex.Match(property.GetDocumentationCommentXml()!, "The server takes <c>(.*?)</c>") is { Success: true } match)
            flags.Add($"default={match.Groups[1].Value}");

        var here = path + wireName;
        if (type.IsAbstract && type.IsRecord)
            return [$"{here}: object; {string.Join(' ', flags)}", $"{here}.type: enum {type.GetMembers("Type").OfType<IPropertySymbol>().Single().Type.Name}; required", $"{here}.payload: union; "];
        return new[] { $"{here}: {(IsStringOrInteger(property) ? "string-or-integer" : Describe(type))}; {string.Join(' ', flags)}" }
            .Concat(type.IsRecord ? LinesOf(type, here + ".") : [])
            .Concat(ElementOf(type) is { IsRecord: true, IsAbstract: false } element ? LinesOf(element, here + "[].") : []);
    }

    private static string Describe(INamedTypeSymbol type) => type switch
    {
        { SpecialType: SpecialType.System_String } => "string",
        { SpecialType: SpecialType.System_Int64 } => "integer",
        { Name: "JsonElement" } => "json",
        { IsRecord: true, IsAbstract: true } => "union",
        { IsRecord: true } => "object",
        { TypeKind: TypeKind.Enum } => $"enum {type.Name}",
        _ when ElementOf(type) is { } element => $"list<{Describe(element)}>",
        _ => type.ToString()!,
    };

    private static IEnumerable<string> EnumLinesOf(string name)
    {
        var type = Loaded.Assembly.GetType($"PageMessages.{name}")!;
        var converter = Activator.CreateInstance(Loaded.Assembly.GetType($"PageMessages.{name}JsonConverter")!)!;
        var wireValue = converter.GetType().GetMethod("WireValue", [type])!;
        return type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(field =>
        {
            var value = field.GetValue(null)!;
            var schemaName = SeedLines.OfEnums(Enums).Where(l => l.StartsWith(name + ".", StringComparison.Ordinal)).Select(l => l.Split('.', ' ')[1])
                .Single(n => n.Replace("_", "", StringComparison.Ordinal).Equals(value.ToString(), StringComparison.OrdinalIgnoreCase));
            Assert.Equal(new EnumNumbers().Next(schemaName), (int)value);
            return $"{name}.{schemaName} = {wireValue.Invoke(converter, [value])}";
        });
    }

    private static INamedTypeSymbol TypeNamed(string name) => Run.Output.GetTypeByMetadataName($"PageMessages.{name}")!;

    private static INamedTypeSymbol UnderlyingType(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? (INamedTypeSymbol)nullable.TypeArguments[0] : (INamedTypeSymbol)type;

    private static INamedTypeSymbol? ElementOf(INamedTypeSymbol type) => type.Name == "IReadOnlyList" ? (INamedTypeSymbol)type.TypeArguments[0] : null;

    private static bool IsStringOrInteger(IPropertySymbol property) => property.GetAttributes().Any(attribute =>
        attribute.AttributeClass!.Name == "JsonConverterAttribute" && attribute.ConstructorArguments[0].Value is INamedTypeSymbol { Name: "StringOrIntegerConverter" });

    private static object? Argument(IPropertySymbol property, string attribute) =>
        property.GetAttributes().FirstOrDefault(a => a.AttributeClass!.Name == attribute)?.ConstructorArguments[0].Value;

    // The form of a text is in the documentation and in the judgement of a request, but in no C# type.
    private static string WithoutForm(string line) => line
        .Replace(" digits;", ";", StringComparison.Ordinal)
        .Replace(": string url;", ": string;", StringComparison.Ordinal)
        .Replace(": string currency;", ": string;", StringComparison.Ordinal);
}

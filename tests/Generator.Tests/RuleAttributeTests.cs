using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PageMessagesGen.Generator.Model;
using PageMessagesGen.TestKit.Running;

namespace PageMessagesGen.Generator.Tests;

/// <summary>The rules of the schema stand on the generated types, where people, analyzers and other assemblies find them.</summary>
public class RuleAttributeTests
{
    private static readonly GeneratorRun Small = Schemas.Run(Schemas.Small);
    private static readonly string Thing = ThingOf(Small);
    private static readonly string Kind = KindOf(Small);

    [Fact]
    public void Each_rule_is_an_attribute_of_its_record() => Assert.Contains(
        """
        [GeneratedRequest]
        [Rule("image-needs-label", "require is_new, count when kind: IMAGE and note: absent",
            Severity = RuleSeverity.Error, Reason = "A picture without a name is refused.")]
        [Rule("short-names-on-instagram", "limit note {min-characters 2, max-bytes 15}, parts {min-count 1} on instagram",
            Severity = RuleSeverity.Warning, Reason = "Instagram has little room.")]
        [Rule("one-way-only", "at-most-one-of tags, numbers, parts",
            Severity = RuleSeverity.Info, Reason = "Only the first is shown.")]
        [Rule("parts-have-names", "require parts.name: [door, \"no and\"] when parts: present",
            Severity = RuleSeverity.Warning, Reason = "Parts have known names.")]
        [Rule("secure-media", "limit payload.url {format https-url}",
            Severity = RuleSeverity.Error, Reason = "Plain http is refused.")]
        [Rule("buttons-cost-nothing", "forbid cost, extra.price when payload.template_type: button",
            Severity = RuleSeverity.Warning, Reason = "Buttons are free.")]
        [Rule("known-colours", "allow extra.colours: [red, blue], tags: [new, old], numbers: [1, 2], kinds: [IMAGE, VIDEO]",
            Severity = RuleSeverity.Warning, Reason = "Nobody has seen any other.")]
        public sealed partial record Thing
        """,
        Thing,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("Label", "[Limits(\"max-characters 20\", Severity = RuleSeverity.Warning)]")]
    [InlineData("Count", "[Limits(\"min -5, max 9000000000\")]")]
    [InlineData("StickerId", "[SupportedOn(\"messenger\")]")]
    [InlineData("Parts", "[Limits(\"max-count 3\")]", "[DeprecatedSince(\"2026-01-01\",", "Reason = \"Parts are old.\")]")]
    [InlineData("Note")]
    public void What_bounds_a_member_is_an_attribute_of_its_property(string property, params string[] attributes)
    {
        var lines = Regex.Match(Thing, $@"\n    \[JsonPropertyName[^\n]+\n(?<attributes>(    [^/p\n][^\n]*\n)*)    public [^\n]* {property} \{{").Groups["attributes"].Value;

        Assert.Equal(attributes, lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    [Fact]
    public void A_value_of_an_enum_has_its_name_and_its_end() => Assert.Contains(
        """
            [SchemaName("HEART")]
            [SupportedOn("instagram")]
            [RefusedSince("2026-12-24", Severity = RuleSeverity.Warning,
                Reason = "Hearts go.")]
            Heart = 828297091,
        """,
        Kind,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("2026-12-23", "Warning")]
    [InlineData("2026-12-24", "Error")]
    public void The_project_can_choose_the_day_on_which_dates_are_judged(string day, string severity)
    {
        var run = Schemas.Run(Schemas.Project().WithAdditionalFile(Schemas.SmallPath, Schemas.Small, ("EndpointSchema", "true"), ("EndpointAsOf", day)));

        Assert.Empty(run.GeneratorDiagnostics);
        Assert.Contains($"[RefusedSince(\"2026-12-24\", Severity = RuleSeverity.{severity},", KindOf(run), StringComparison.Ordinal);
        Assert.Contains($".RefusedSince(\"2026-12-24\", RuleSeverity.{severity},", run.File("shop.Validation.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_deprecation_to_come_is_not_mentioned()
    {
        var run = Schemas.Run(Schemas.Project().WithAdditionalFile(Schemas.SmallPath, Schemas.Small, ("EndpointSchema", "true"), ("EndpointAsOf", "2025-12-31")));

        Assert.DoesNotContain("[DeprecatedSince", ThingOf(run), StringComparison.Ordinal);
        Assert.DoesNotContain(".DeprecatedSince", run.File("shop.Validation.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_only_answered_has_names_but_no_rules()
    {
        var run = Schemas.Run(Schemas.Small.Replace("body: Thing\n", "body: Part\n", StringComparison.Ordinal).Replace("type: list<Kind>, summary: Of which", "type: list<string>, summary: Of which", StringComparison.Ordinal));

        Assert.DoesNotContain("[Limits", ThingOf(run), StringComparison.Ordinal);
        Assert.DoesNotContain("[Rule", ThingOf(run), StringComparison.Ordinal);
        Assert.DoesNotContain("[GeneratedRequest", ThingOf(run), StringComparison.Ordinal);
        Assert.DoesNotContain("[RefusedSince", KindOf(run), StringComparison.Ordinal);
        Assert.Contains("[SchemaName(\"HEART\")]", KindOf(run), StringComparison.Ordinal);
    }

    public static TheoryData<string> Attributes => [.. LongTests.Cases(
        ["Rule", "Limits", "GeneratedRequest", "SupportedOn", "Platform", "RefusedSince", "DeprecatedSince", "SchemaName", "OnlyWhen"],
        2)];

    [Theory]
    [MemberData(nameof(Attributes))]
    public void A_type_of_the_schema_can_be_called_like_an_attribute(string name) => AssertCanBeCalled(name);

    public static TheoryData<string> Needed => [.. LongTests.Cases(
        ["LimitsAttribute", "RuleSeverity", "AvailabilityDescription", "Json", "Describe", "GetTypeInfo", "GeneratedSerializerOptions", "Undefined", "Write"],
        2)];

    [Theory]
    [MemberData(nameof(Needed))]
    public void A_type_of_the_schema_can_be_called_like_what_generated_code_needs(string name)
    {
        AssertCanBeCalled(name);
        AssertCompilesClean(WithKind(name));
    }

    // Generated code creates these without naming them.
    public static TheoryData<string> Unnamed => [.. LongTests.Cases(["RuleDescription", "MemberDescription", "ValueDescription"], 2)];

    [Theory]
    [MemberData(nameof(Unnamed))]
    public void A_type_of_the_schema_can_be_called_like_what_generated_code_does_not_name(string name) => AssertCanBeCalled(name);

    [Fact]
    public void Each_type_that_generated_code_names_can_be_written_completely()
    {
        var names = new[] { Schemas.Repository.Output, Small.Output }
            .SelectMany(output => output.SyntaxTrees.SelectMany(tree => NamesOfOthers(output.GetSemanticModel(tree))))
            .ToHashSet(StringComparer.Ordinal);

        Assert.Contains("RecordDescription", names);
        Assert.Contains("RuleAttribute", names);
        Assert.Empty(names.Select(name => name.EndsWith("Attribute", StringComparison.Ordinal) ? name[..^"Attribute".Length] : name).Except(ImportedTypes.Names));
    }

    [Fact]
    public void A_member_can_be_called_like_what_attributes_need() =>
        AssertCompilesClean(Schemas.Small.Replace("      sticker_id:", "      rule_severity:", StringComparison.Ordinal));

    private static string ThingOf(GeneratorRun run) => Schemas.Declaration(run, "shop.Types.g.cs", "Thing");

    private static string KindOf(GeneratorRun run) => Schemas.Declaration(run, "shop.Enums.g.cs", "Kind");

    private static void AssertCanBeCalled(string name) => AssertCompilesClean(WithPart(name));

    private static void AssertCompilesClean(string schema)
    {
        var run = Schemas.Run(schema);

        Assert.Empty(run.GeneratorDiagnostics);
        run.AssertCompilesClean();
    }

    private static string WithPart(string name) => Schemas.Small
        .Replace("  Part:", $"  {name}:", StringComparison.Ordinal)
        .Replace("list<Part>", $"list<{name}>", StringComparison.Ordinal);

    private static string WithKind(string name) => Schemas.Small
        .Replace("  Kind:", $"  {name}:", StringComparison.Ordinal)
        .Replace("type: Kind,", $"type: {name},", StringComparison.Ordinal)
        .Replace("list<Kind>", $"list<{name}>", StringComparison.Ordinal);

    // The types of other assemblies that code names without their namespace.
    private static IEnumerable<string> NamesOfOthers(SemanticModel model) =>
        from name in model.SyntaxTree.GetRoot().DescendantNodes(descendIntoTrivia: true).OfType<SimpleNameSyntax>()
        where !name.IsVar && name.Parent is not (QualifiedNameSyntax or AliasQualifiedNameSyntax)
            && (name.Parent is not MemberAccessExpressionSyntax access || access.Expression == name)
        let symbol = model.GetSymbolInfo(name).Symbol
        let type = symbol as INamedTypeSymbol ?? (name.Parent is AttributeSyntax ? symbol?.ContainingType : null)
        where type is not null && !SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, model.Compilation.Assembly)
        select type.Name;
}

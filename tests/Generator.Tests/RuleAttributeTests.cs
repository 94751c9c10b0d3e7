using System.Text.RegularExpressions;

namespace PageMessagesGen.Generator.Tests;

/// <summary>The rules of the schema stand on the generated types, where people, analyzers and other assemblies find them.</summary>
public class RuleAttributeTests
{
    private static readonly string Thing = Schemas.Run(Schemas.Small).File("shop.Thing.g.cs");
    private static readonly string Kind = Schemas.Run(Schemas.Small).File("shop.Kind.g.cs");

    [Fact]
    public void Each_rule_is_an_attribute_of_its_record() => Assert.Contains(
        """
        [Require("is_new", "count", When = "kind: IMAGE and note: absent", Rule = "image-needs-label", Severity = RuleSeverity.Error,
            Because = "A picture without a name is refused.")]
        [Limit("note", MinCharacters = 2, MaxBytes = 15, Platforms = "instagram", Rule = "short-names-on-instagram", Severity = RuleSeverity.Warning,
            Because = "Instagram has little room.")]
        [Limit("parts", MinCount = 1, Platforms = "instagram", Rule = "short-names-on-instagram", Severity = RuleSeverity.Warning,
            Because = "Instagram has little room.")]
        [AtMostOneOf("tags", "numbers", "parts", Rule = "one-way-only", Severity = RuleSeverity.Info,
            Because = "Only the first is shown.")]
        [Require("parts.name: [door, \"no and\"]", When = "parts: present", Rule = "parts-have-names", Severity = RuleSeverity.Warning,
            Because = "Parts have known names.")]
        [Limit("payload.url", Format = "https-url", Rule = "secure-media", Severity = RuleSeverity.Error,
            Because = "Plain http is refused.")]
        [Forbid("cost", "extra.price", When = "payload.template_type: button", Rule = "buttons-cost-nothing", Severity = RuleSeverity.Warning,
            Because = "Buttons are free.")]
        [Allow("extra.colours: [red, blue]", "tags: [new, old]", "numbers: [1, 2]", "kinds: [IMAGE, VIDEO]", Rule = "known-colours", Severity = RuleSeverity.Warning,
            Because = "Nobody has seen any other.")]
        public sealed partial record Thing
        """,
        Thing,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("Label", "[MaxCharacters(20, Severity = RuleSeverity.Warning)]")]
    [InlineData("Count", "[Min(-5)]", "[Max(9000000000)]")]
    [InlineData("StickerId", "[OnlyOn(\"messenger\")]")]
    [InlineData("Parts", "[MaxCount(3)]", "[DeprecatedSince(\"2026-01-01\", Severity = RuleSeverity.Warning,", "Because = \"Parts are old.\")]")]
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
            [OnlyOn("instagram")]
            [RefusedSince("2026-12-24", Severity = RuleSeverity.Warning,
                Because = "Hearts go.")]
            Heart = 4,
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
        Assert.Contains($"[RefusedSince(\"2026-12-24\", Severity = RuleSeverity.{severity},", run.File("shop.Kind.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_deprecation_to_come_is_not_mentioned()
    {
        var run = Schemas.Run(Schemas.Project().WithAdditionalFile(Schemas.SmallPath, Schemas.Small, ("EndpointSchema", "true"), ("EndpointAsOf", "2025-12-31")));

        Assert.DoesNotContain("[DeprecatedSince", run.File("shop.Thing.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_only_answered_has_names_but_no_rules()
    {
        var run = Schemas.Run(Schemas.Small.Replace("body: Thing\n", "body: Part\n", StringComparison.Ordinal));

        Assert.DoesNotContain("[MaxCharacters", run.File("shop.Thing.g.cs"), StringComparison.Ordinal);
        Assert.DoesNotContain("[Require", run.File("shop.Thing.g.cs"), StringComparison.Ordinal);
        Assert.DoesNotContain("[RefusedSince", run.File("shop.Kind.g.cs"), StringComparison.Ordinal);
        Assert.Contains("[SchemaName(\"HEART\")]", run.File("shop.Kind.g.cs"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Require")]
    [InlineData("Limit")]
    [InlineData("Format")]
    [InlineData("Min")]
    [InlineData("MaxCount")]
    [InlineData("OnlyOn")]
    [InlineData("Platform")]
    [InlineData("RefusedSince")]
    [InlineData("SchemaName")]
    public void A_type_of_the_schema_can_be_called_like_an_attribute(string name)
    {
        var run = Schemas.Run(Schemas.Small
            .Replace("  Part:", $"  {name}:", StringComparison.Ordinal)
            .Replace("list<Part>", $"list<{name}>", StringComparison.Ordinal));

        Assert.Empty(run.GeneratorDiagnostics);
        run.AssertCompilesClean();
    }

    [Theory]
    [InlineData("LimitAttribute")]
    [InlineData("RuleSeverity")]
    public void A_type_of_the_schema_cannot_be_called_like_what_generated_code_needs(string name) =>
        Assert.Contains("PMG2008", Schemas.Run(Schemas.Small.Replace("  Part:", $"  {name}:", StringComparison.Ordinal)).GeneratorDiagnostics.Select(d => d.Id));

    [Fact]
    public void A_member_cannot_be_called_like_what_attributes_need()
    {
        var ids = Schemas.Run(Schemas.Small.Replace("      sticker_id:", "      rule_severity:", StringComparison.Ordinal)).GeneratorDiagnostics;

        Assert.Equal("PMG2008", Assert.Single(ids).Id);
    }
}

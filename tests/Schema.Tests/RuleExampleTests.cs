using PageMessagesGen.Schema.Model;
using PageMessagesGen.Schema.Validation;

namespace PageMessagesGen.Schema.Tests;

/// <summary>
/// Every rule of the package's schema is shown by examples: a request that breaks it, and one to which it applies and that keeps
/// it. That the examples are what they say is judged whenever the schema is read.
/// </summary>
public class RuleExampleTests
{
    private static readonly SchemaDocument Schema = RealSchema.WithExamples.Document!;

    private static readonly List<(string Body, Example Example)> Examples =
        [.. Schema.Operations.SelectMany(o => o.Examples.Where(e => e.Request is not null).Select(e => (o.Body!, e)))];

    public static TheoryData<string> Rules => [.. Schema.Types.SelectMany(t => t.Rules).Select(r => r.Rule.Name)];

    public static TheoryData<string> Demands => [.. DemandsOf(Schema).Distinct()];

    [Fact]
    public void The_schema_is_read_without_a_finding() => Assert.Equal([], RealSchema.WithExamples.Diagnostics.Select(d => d.ToString()));

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_has_an_example_that_breaks_it(string rule) =>
        Assert.True(Examples.Exists(e => e.Example.Breaks.Contains(rule)), $"No example breaks {rule}.");

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_has_an_example_to_which_it_applies_and_that_keeps_it(string rule)
    {
        // A rule with the same conditions that nobody can keep tells where the rule applies.
        var always = WithRule(rule, r => r with { Kind = RuleKind.Require, Targets = Never });
        var keeping = Examples.Where(e => Breaks(always, e, rule) && !Breaks(Schema, e, rule));

        Assert.True(keeping.Any(), $"No example keeps {rule}.");
    }

    [Theory]
    [MemberData(nameof(Demands))]
    public void What_a_member_demands_has_an_example_that_breaks_it(string demand) =>
        Assert.True(Examples.Exists(e => e.Example.Breaks.Contains(demand)), $"No example breaks {demand}.");

    [Fact]
    public void The_schema_has_demands_of_every_kind_but_numbers_and_mere_deprecation() =>
        Assert.Equal(["count", "format", "length", "platform", "refused", "required", "unknown-value"], DemandsOf(Schema).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Every_value_that_is_refused_has_an_example()
    {
        var refused = Schema.Enums.SelectMany(e => e.Members).Where(m => m.Lifecycle.RefusedSince is not null).Select(m => $"\"{m.Wire}\"");
        var messages = Examples.SelectMany(Findings).Where(f => f.Rule == "refused").Select(f => f.Message).ToList();

        Assert.All(refused, value => Assert.Contains(messages, m => m.Contains(value, StringComparison.Ordinal)));
    }

    [Fact]
    public void Each_rule_says_where_it_is_known_from() =>
        Assert.Equal([], Schema.Types.SelectMany(t => t.Rules).Where(r => r.Evidence.Sources.Count == 0 != r.Evidence.IsUnverified).Select(r => r.Rule.Name));

    private static EquatableArray<RuleTarget> Never { get; } =
        new[] { new RuleTarget(MemberPath.Parse("no such member"), default, default) }.ToEquatableArray();

    private static SchemaDocument WithRule(string name, Func<Rule, Rule> change) => Schema with
    {
        Types = Schema.Types.Select(t => t with { Rules = t.Rules.Select(r => r.Rule.Name == name ? r with { Rule = change(r.Rule) } : r).ToEquatableArray() }).ToNamedList(),
    };

    private static bool Breaks(SchemaDocument schema, (string Body, Example Example) shown, string rule) =>
        new RequestValidator(schema).Validate(shown.Example.Request!, shown.Body, shown.Example.Platform).Any(f => f.Rule == rule);

    private static IEnumerable<WireViolation> Findings((string Body, Example Example) shown) =>
        new RequestValidator(Schema).Validate(shown.Example.Request!, shown.Body, shown.Example.Platform);

    // What the members of requests demand by themselves, by the names that findings have.
    private static IEnumerable<string> DemandsOf(SchemaDocument schema)
    {
        var types = new HashSet<string>(StringComparer.Ordinal);
        foreach (var operation in schema.Operations.Where(o => o.Body is not null))
            AddTypes(schema, operation.Body!, types);
        foreach (var member in types.SelectMany(t => schema.FindType(t)!.Members))
        {
            if (member.Required)
                yield return "required";
            foreach (var demand in member.Limits.Select(limit => limit.Rule).Concat(DemandsOf(member.Platforms, member.Lifecycle)))
                yield return demand;
            if (ElementOf(member.Type) is EnumReference values)
            {
                foreach (var demand in schema.FindEnum(values.Name)!.Members.SelectMany(m => DemandsOf(m.Platforms, m.Lifecycle)).Prepend("unknown-value"))
                    yield return demand;
            }
        }
    }

    private static IEnumerable<string> DemandsOf(EquatableArray<string> platforms, Lifecycle lifecycle)
    {
        if (platforms.Count > 0)
            yield return "platform";
        if (lifecycle.RefusedSince is not null)
            yield return "refused";
        else if (lifecycle.DeprecatedSince is not null)
            yield return "deprecated";
    }

    private static void AddTypes(SchemaDocument schema, string name, HashSet<string> types)
    {
        if (!types.Add(name))
            return;
        foreach (var member in schema.FindType(name)!.Members)
        {
            if (ElementOf(member.Type) is ObjectReference inner)
                AddTypes(schema, inner.Name, types);
        }
    }

    private static TypeReference ElementOf(TypeReference type) => (type as ListReference)?.Element ?? type;
}

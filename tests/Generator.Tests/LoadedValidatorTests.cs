using PageMessagesGen.Rules;
using PageMessagesGen.TestKit.Running;

namespace PageMessagesGen.Generator.Tests;

/// <summary>The generated validator is loaded and asked about paths through lists, unions and JSON.</summary>
public class LoadedValidatorTests
{
    private const string Deep = """
        schema: 1
        namespace: Acme.Deep
        service: Deep
        version: v26.0
        as-of: 2026-11-22
        operations:
          send: { summary: Sends., request: "POST /{page_id}/nodes", body: Node, returns: Node }
        types:
          Node:
            summary: A node.
            members:
              name: { type: string, max-length: 3 characters, summary: Its name. }
              next: { type: Node, summary: The next one. }
              all: { type: list<Node>, summary: More of them. }
            rules:
              few-names: { count-where: { all.all.name: { values: [a, b], max: 1 } }, severity: error, because: Names are rare. }
        """;

    private const string User = """
        using System.Collections.Generic;
        using System.Linq;
        using PageMessagesGen;
        using PageMessagesGen.Rules;
        namespace Acme.Shop
        {
            public static class Things
            {
                private static readonly Thing Film = new() { Kind = Kind.Video };
                public static IReadOnlyList<RuleViolation> Judge(string name, string? platform) => (name switch
                {
                    "film" => Film,
                    "https" => Film with { Payload = new Media { Url = "https://x.example" } },
                    "http" => Film with { Payload = new Media { Url = "http://x.example" } },
                    "raw-http" => Film with { Payload = RawPayload.Parse("{\"url\":\"http://x.example\"}") },
                    "raw-https" => Film with { Payload = RawPayload.Parse("{\"url\":\"https://x.example\"}") },
                    "generic" => Film with { Cost = 1, Payload = new GenericTemplate { Title = "Boots" } },
                    "button" => Film with { Cost = 1, Payload = new ButtonTemplate { Text = "Boots" } },
                    "button-json" => Film with { Extra = RawJson.Parse("[{},{\"price\":1}]"), Payload = new ButtonTemplate { Text = "Boots" } },
                    "raw-button" => Film with { Cost = 1, Payload = RawPayload.Parse("{\"template_type\":\"BUTTON\"}") },
                    "null-in-shape" => Film with { Payload = new ButtonTemplate { Text = null! } },
                    "doors" => Film with { Parts = [new() { Name = "door" }, new() { Name = "NO AND" }] },
                    "wall" => Film with { Parts = [new() { Name = "door" }, new() { Name = "wall" }] },
                    "no-parts" => Film with { Parts = [] },
                    "null-part" => Film with { Parts = [new() { Name = "wall" }, null!] },
                    "colours" => Film with { Extra = RawJson.Parse("{\"colours\":[\"Red\",\"BLUE\"]}"), Tags = ["New"], Numbers = [1, 2], Kinds = [Kind.Image] },
                    "empty-lists" => Film with { Tags = [], Kinds = [] },
                    "green" => Film with { Extra = RawJson.Parse("{\"colours\":[\"red\",\"green\"]}") },
                    "tags" => Film with { Tags = ["new", "odd"] },
                    "numbers" => Film with { Numbers = [1, 3] },
                    "kinds" => Film with { Kinds = [Kind.Image, Kind.Place] },
                    "hearts" => Film with { Kinds = [Kind.Heart, (Kind)77] },
                    "count" => Film with { Count = -6 },
                    "short" => Film with { Note = "n", Parts = [] },
                    "long" => Film with { Note = "ääääääää" },
                    "json-null" => Film with { Extra = RawJson.Parse("null") },
                    "image" => Film with { Kind = Kind.Image, IsNew = true },
                    "image-note" => Film with { Kind = Kind.Image, Note = "note" },
                    _ => throw new System.ArgumentException(name),
                }).Validate(platform);
            }
        }

        namespace Acme.Deep
        {
            public static class Nodes
            {
                public static IReadOnlyList<RuleViolation> Judge(int depth) =>
                    Enumerable.Range(1, depth - 1).Aggregate(new Node { Name = "long" }, (inner, _) => new Node { Next = inner }).Validate();

                public static IReadOnlyList<RuleViolation> Named(string names) =>
                    new Node { All = [new() { All = [.. names.Select(name => new Node { Name = name.ToString() })] }, null!, new() { All = [] }, new() { All = [new(), new() { Name = "b" }] }] }.Validate();

                public static IReadOnlyList<RuleViolation> Circle()
                {
                    var all = new List<Node>();
                    all.Add(new Node { Name = "long", All = all });
                    return all[0].Validate();
                }
            }
        }
        """;

    private static readonly LoadedAssembly Loaded = Schemas
        .Run(Schemas.Project((Schemas.SmallPath, Schemas.Small), ("deep.endpoint.yaml", Deep)).WithSource("User.cs", User))
        .EmitAndLoad();

    [Theory]
    [InlineData("film")]
    [InlineData("https")]
    [InlineData("http", "secure-media payload.url")]
    [InlineData("raw-http", "secure-media payload.url")]
    [InlineData("raw-https")]
    [InlineData("generic")]
    [InlineData("button", "buttons-cost-nothing cost")]
    [InlineData("button-json", "buttons-cost-nothing extra.price")]
    [InlineData("raw-button", "buttons-cost-nothing cost")]
    [InlineData("null-in-shape", "required payload.text")]
    [InlineData("doors", "deprecated parts")]
    [InlineData("wall", "deprecated parts", "parts-have-names parts.name")]
    [InlineData("no-parts", "deprecated parts", "parts-have-names parts.name")]
    [InlineData("null-part", "deprecated parts", "null-value parts[1]")]
    [InlineData("colours", "one-way-only numbers")]
    [InlineData("empty-lists", "known-colours tags")]
    [InlineData("green", "known-colours extra.colours")]
    [InlineData("tags", "known-colours tags")]
    [InlineData("numbers", "known-colours numbers")]
    [InlineData("kinds", "known-colours kinds")]
    [InlineData("hearts", "known-colours kinds", "refused kinds[0]", "unknown-value kinds[1]")]
    [InlineData("count", "number count")]
    [InlineData("json-null")]
    [InlineData("image", "image-needs-label count")]
    [InlineData("image-note")]
    public void Each_rule_is_judged_where_its_path_leads(string thing, params string[] expected) => Assert.Equal(expected.Order(StringComparer.Ordinal), Judge(thing, null));

    [Theory]
    [InlineData("short", "deprecated parts", "parts-have-names parts.name", "short-names-on-instagram note")]
    [InlineData("long", "short-names-on-instagram note")]
    [InlineData("no-parts", "deprecated parts", "parts-have-names parts.name", "short-names-on-instagram parts")]
    public void A_rule_with_several_limits_is_broken_once(string thing, params string[] expected) => Assert.Equal(expected, Judge(thing, "instagram"));

    [Theory]
    [InlineData(1, "name")]
    [InlineData(3, "next.next.name")]
    public void A_path_names_each_step(int depth, string path) => Assert.Equal(path, Assert.Single(Nodes("Judge", depth)).Path);

    [Fact]
    public void What_lies_deeper_than_any_request_is_not_judged()
    {
        Assert.Equal((63 * "next.".Length) + "name".Length, Assert.Single(Nodes("Judge", 64)).Path.Length);
        Assert.Empty(Nodes("Judge", 65));
        Assert.Empty(Nodes("Judge", 5000));
        Assert.Equal(64, Nodes("Circle").Count);
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("cd", false)]
    [InlineData("ca", true)]
    public void A_count_looks_into_lists_of_lists(string names, bool isTooMany)
    {
        var violation = Nodes("Named", names).SingleOrDefault(v => v.Rule == "few-names");

        Assert.Equal(isTooMany ? "At most 1 value of 'all.all.name' can be a or b. Names are rare." : null, violation?.Message);
    }

    private static IEnumerable<string> Judge(string thing, string? platform) =>
        ((IReadOnlyList<RuleViolation>)Loaded.Assembly.GetType("Acme.Shop.Things")!.GetMethod("Judge")!.Invoke(null, [thing, platform])!)
            .Select(v => $"{v.Rule} {v.Path}")
            .Order(StringComparer.Ordinal);

    private static IReadOnlyList<RuleViolation> Nodes(string method, params object[] arguments) =>
        (IReadOnlyList<RuleViolation>)Loaded.Assembly.GetType("Acme.Deep.Nodes")!.GetMethod(method)!.Invoke(null, arguments)!;
}

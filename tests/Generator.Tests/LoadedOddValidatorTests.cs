using PageMessagesGen.Rules;
using PageMessagesGen.TestKit.Running;

namespace PageMessagesGen.Generator.Tests;

/// <summary>The generated validator is loaded and given requests that are possible, but rare.</summary>
public class LoadedOddValidatorTests
{
    private const string Odd = """
        schema: 1
        namespace: Acme.Odd
        service: Odd
        version: v26.0
        as-of: 2026-11-22
        platforms: [messenger, instagram]
        operations:
          send: { summary: Sends., request: "POST /{page_id}/orders", body: Order, returns: Receipt }
        types:
          Order:
            summary: An order.
            members:
              kind: { type: Kind, summary: Its kind. }
              note: { type: string, summary: A note. }
              place: { type: string, platforms: [messenger], summary: Where it goes. }
              places: { type: list<string>, platforms: [messenger], summary: Where it goes. }
              price: { type: number, summary: What it costs. }
              free: { type: json, summary: Anything. }
              cargo: { type: Cargo, by: kind, summary: What it carries. }
              box: { type: Box, summary: What holds it. }
              all: { type: list<Order>, summary: More of them. }
              strict: { type: Strict, summary: What must not be null. }
            rules:
              boxes-cost: { when: { "box.the \"type\"": "a\"b" }, require: [price], severity: error, because: Boxes cost. }
              full: { when: { note: full }, require: [cargo], severity: error, because: Nothing is sent empty. }
              red: { allow: { cargo.colour: [RED] }, severity: error, because: Red sells. }
              cheap: { limit: { cargo.weight: { max: 100 } }, severity: error, because: It is heavy. }
              numbers: { allow: { free.number: ["100", "1.5"], price: ["1.5", "100"] }, severity: error, because: Others are unknown. }
              texts: { allow: { free.text: [a] }, severity: error, because: Others are unknown. }
              short: { limit: { free.short: { max-length: 3 characters } }, severity: error, because: There is no room. }
          Strict: { summary: Strict., members: { free: { type: json, required: true, summary: Anything but null. } } }
          Cargo: { summary: Cargo., cases: { A: Crate, B: json } }
          Crate: { summary: A crate., members: { colour: { type: Colour, summary: Its colour. }, weight: { type: number, summary: Its weight. } } }
          Box: { summary: A box., discriminator: "the \"type\"", cases: { "a\"b": LargeBox, c: SmallBox } }
          LargeBox: { summary: A large box., members: { x: { type: string, summary: A text. } } }
          SmallBox: { summary: A small box., members: { x: { type: string, summary: A text. } } }
          Receipt: { summary: A receipt., members: { id: { type: string, summary: Its id. } } }
        enums:
          Kind: { summary: Kinds., members: { A: { summary: A crate. }, B: { summary: Anything. } } }
          Colour: { summary: Colours., members: { RED: { wire: r, summary: Red. }, BLUE: { wire: b, summary: Blue. } } }
        """;

    private const string User = """
        using System;
        using System.Collections.Generic;
        using System.Text;
        using System.Text.Json;
        using PageMessagesGen;
        using PageMessagesGen.Rules;
        namespace Acme.Odd
        {
            public static class Orders
            {
                private static readonly Dictionary<string, Order> All = new()
                {
                    ["large-box"] = new() { Box = new LargeBox() },
                    ["small-box"] = new() { Box = new SmallBox() },
                    ["place"] = new() { Place = "here" },
                    ["places"] = new() { Places = [null!] },
                    ["red"] = new() { Cargo = RawCargo.Parse("{\"colour\":\"R\",\"weight\":100}") },
                    ["blue"] = new() { Cargo = RawCargo.Parse("{\"colour\":\"b\"}") },
                    ["text-half"] = new() { Free = JsonDocument.Parse("{\"text\":\"\\ud800\"}").RootElement },
                    ["short-half"] = new() { Free = JsonDocument.Parse("{\"short\":\"\\ud800\"}").RootElement },
                    ["name-half"] = new() { Free = JsonDocument.Parse("{\"\\ud800\":1,\"text\":\"b\"}").RootElement },
                    ["no-utf8"] = new() { Free = JsonDocument.Parse(new byte[] { (byte)'{', (byte)'"', (byte)'t', (byte)'e', (byte)'x', (byte)'t', (byte)'"', (byte)':', (byte)'"', 0xFF, (byte)'\\', (byte)'n', (byte)'"', (byte)'}' }).RootElement },
                    ["colour-half"] = new() { Cargo = new RawCargo { Json = JsonDocument.Parse("{\"colour\":\"\\ud800\"}").RootElement } },
                    ["strict"] = new() { Strict = new() { Free = RawJson.Parse("[null]") } },
                    ["strict-null"] = new() { Strict = new() { Free = RawJson.Parse("null") } },
                    ["strict-default"] = new() { Strict = new() { Free = default } },
                    ["full"] = new() { Note = "full", Cargo = new Crate() },
                    ["full-of-null"] = new() { Note = "full", Cargo = RawCargo.Parse("null") },
                    ["hundred"] = new() { Price = 100.0m, Free = RawJson.Parse("{\"number\":[100,1e2,1.50,100.0]}") },
                    ["other-price"] = new() { Price = 1.51m },
                    ["other-number"] = new() { Free = RawJson.Parse("{\"number\":10}") },
                    ["heavy"] = new() { Cargo = RawCargo.Parse("{\"weight\":1e30}") },
                    ["light"] = new() { Cargo = RawCargo.Parse("{\"weight\":-1e999}") },
                    ["tiny"] = new() { Cargo = RawCargo.Parse("{\"weight\":1e-400}") },
                };

                public static IReadOnlyList<RuleViolation> Validate(string name, string? platform) => All[name].Validate(platform);

                public static int CountInCircle()
                {
                    var all = new List<Order>();
                    var order = new Order { Place = "here", All = all };
                    all.Add(order);
                    all.Add(order);
                    return order.Validate("instagram").Count;
                }

                public static long Allocated(string name, string? platform)
                {
                    var order = All[name];
                    for (var i = 0; i < 100; i++)
                        order.Validate(platform);
                    var before = GC.GetAllocatedBytesForCurrentThread();
                    for (var i = 0; i < 100; i++)
                        order.Validate(platform);
                    return GC.GetAllocatedBytesForCurrentThread() - before;
                }
            }
        }
        """;

    private static readonly LoadedAssembly Loaded = Schemas.Run(Schemas.Project(("odd.endpoint.yaml", Odd)).WithSource("User.cs", User)).EmitAndLoad();

    [Theory]
    [InlineData("large-box", "boxes-cost price")]
    [InlineData("small-box")]
    [InlineData("blue", "red cargo.colour")]
    [InlineData("text-half", "texts free.text")]
    [InlineData("short-half")]
    [InlineData("name-half", "texts free.text")]
    [InlineData("no-utf8", "texts free.text")]
    [InlineData("colour-half", "red cargo.colour")]
    [InlineData("strict")]
    [InlineData("strict-null", "required strict.free")]
    [InlineData("strict-default", "required strict.free")]
    [InlineData("full")]
    [InlineData("full-of-null", "full cargo", "null-value cargo")]
    [InlineData("hundred")]
    [InlineData("other-price", "numbers price")]
    [InlineData("other-number", "numbers free.number")]
    [InlineData("heavy", "cheap cargo.weight")]
    [InlineData("light")]
    [InlineData("tiny")]
    public void Each_rule_is_validated(string order, params string[] expected) => Assert.Equal(expected, Validate(order, null));

    [Theory]
    [InlineData("place", "platform place")]
    [InlineData("places", "null-value places[0]", "platform places")]
    public void A_platform_is_validated(string order, params string[] expected) => Assert.Equal(expected, Validate(order, "instagram"));

    [Theory]
    [InlineData("place")]
    [InlineData("red")]
    [InlineData("hundred")]
    public void A_request_without_violations_allocates_nothing(string order)
    {
        Assert.Empty(Validate(order, "messenger"));
        Assert.Equal(0, Call<long>("Allocated", order, "messenger"));
    }

    [Fact]
    public async Task A_list_that_contains_itself_twice_has_an_end() =>
        Assert.InRange(await Task.Run(() => Call<int>("CountInCircle")).WaitAsync(TimeSpan.FromSeconds(10)), 64, 200);

    private static IEnumerable<string> Validate(string order, string? platform) =>
        Call<IReadOnlyList<RuleViolation>>("Validate", order, platform).Select(v => $"{v.Rule} {v.Path}").Order(StringComparer.Ordinal);

    private static T Call<T>(string method, params object?[] arguments) => (T)Loaded.Assembly.GetType("Acme.Odd.Orders")!.GetMethod(method)!.Invoke(null, arguments)!;
}

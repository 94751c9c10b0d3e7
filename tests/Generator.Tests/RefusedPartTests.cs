using System.Diagnostics;

namespace PageMessagesGen.Generator.Tests;

/// <summary>What is wrong with a schema is reported once, and the code for the rest compiles: nothing refers to what was left out.</summary>
public class RefusedPartTests
{
    [Theory]
    [InlineData("PMG2008", "a: ShopClient, b: list<ShopErrors>, c: IShopClient", "ShopClient: a: string\nIShopClient: { summary: S., discriminator: t, cases: { a: ShopClient } }", "ShopErrors: A")]
    [InlineData("PMG2006", "a: Kind, b: KindJsonConverter", "KindJsonConverter: a: string", "Kind: A")]
    [InlineData("PMG2006", "a: RawOrder, b: Order, k: Kind", "RawOrder: a: string\nOrder: { summary: S., cases: { A: Part } }\nPart: a: string", "Kind: A")]
    [InlineData("PMG2006", "a: Kind, b: KIND", "KIND: a: string", "Kind: A")]
    [InlineData("PMG2005", "a: order, b: list<order>", "order: a: string", "")]
    [InlineData("PMG2005", "a: kind, b: list<kind>", "", "kind: A")]
    [InlineData("PMG2005", "a: Kind", "", "Kind: \"\\u0007\"")]
    [InlineData("PMG2008", "a: Order, b: list<Order>", "Order: order: string", "")]
    [InlineData("PMG2008", "a: Order, equals: string, get_hash_code: string, clone: json, equality_contract: list<string>", "Order: to_string: string", "")]
    [InlineData("PMG2006", "a: Kind, b_: string, B: integer", "", "Kind: A, a_")]
    [InlineData("PMG2003", "a: Order, b: list<Order>", "Order: { summary: S., members: 12 }", "")]
    [InlineData("PMG2002", "a: Order, b: list<Order>", "Order: { summary: S. }", "Kind: A")]
    [InlineData("PMG2003", "a: Kind, b: list<Kind>", "", "Kind:")]
    [InlineData("PMG2003", "a: Order, b: list<Order>, k: Kind", "Order: { summary: S., cases: 12 }", "Kind: A")]
    [InlineData("PMG2014", "u: { type: A, by: k }, v: { type: B, by: k }, k: Kind", "A: { summary: S., cases: { X: B } }\nB: { summary: S., cases: { X: A } }", "Kind: X")]
    [InlineData("PMG2014", "u: { type: A, by: k }, v: { type: B, by: k }, k: Kind", "A: { summary: S., cases: { X: P } }\nB: { summary: S., cases: { X: P } }\nP: a: string", "Kind: X")]
    [InlineData("PMG2014", "u: A", "A: { summary: S., discriminator: t, cases: { x: A } }", "")]
    [InlineData("PMG2014", "u: A, v: B", "A: { summary: S., discriminator: t, cases: { x: P } }\nB: { summary: S., discriminator: t, cases: { x: A, y: P } }\nP: a: string", "")]
    [InlineData("PMG2010", "a: { type: list<boolean>, min: 0 }, b: { type: list<Kind>, format: digits }, c: { type: list<list<string>>, max-length: 3 characters }", "", "Kind: A")]
    public void The_rest_compiles(string id, string members, string types, string enums)
    {
        var run = Schemas.Run(SmallestSchemas.Of(members, types, enums));

        Assert.All(run.GeneratorDiagnostics, d => Assert.Matches("^PMG[12]", d.Id));
        Assert.Contains(id, run.GeneratorDiagnostics.Select(d => d.Id));
        run.AssertCompilesClean();
    }

    [Theory]
    [InlineData("{ text: TextBlock }")]
    [InlineData("{ text: TextBlock, divider: json }")]
    [InlineData("{ divider: json }")]
    [InlineData("{ text: TextBlock, image: ImageBlock }")]
    public void A_union_with_its_own_discriminator_can_have_any_number_of_types(string cases)
    {
        var others = string.Concat(cases.Split(' ', '}', ',').Where(word => word.EndsWith("Block", StringComparison.Ordinal)).Select(type => $"\n{type}: a: string"));
        var run = Schemas.Run(SmallestSchemas.Of("block: Block, blocks: list<Block>", $"Block: {{ summary: S., discriminator: type, cases: {cases} }}{others}"));

        Assert.Empty(run.GeneratorDiagnostics);
        run.AssertCompilesClean();
    }

    [Fact]
    public void Unions_of_unions_take_a_time_that_grows_with_their_number()
    {
        const int Levels = 28;
        var unions = string.Concat(Enumerable.Range(0, Levels).Select(i => $"U{i}: {{ summary: S., cases: {{ A: U{i + 1}, B: U{i + 1} }} }}\n"));
        var schema = SmallestSchemas.Of("kind: Kind, u: { type: U0, by: kind }", $"{unions}U{Levels}: a: string", "Kind: A, B");
        _ = Schemas.Run(SmallestSchemas.Of("a: string"));

        var watch = Stopwatch.StartNew();
        var run = Schemas.Run(schema);
        watch.Stop();

        Assert.Empty(run.GeneratorDiagnostics);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(1));
        run.AssertCompilesClean();
    }
}

using System.Globalization;
using PageMessagesGen.TestKit.Verifiers;

namespace PageMessagesGen.Generator.Tests.Diagnostics;

/// <summary>A name that is already generated.</summary>
public sealed class PMG2023Tests
{
    [Fact]
    public Task Of_two_schemas_the_first_is_generated() => new ProjectGeneratorTest<PageMessagesGenerator>(Schemas.Project(
        ("a.endpoint.yaml", Schemas.Small), ("b.endpoint.yaml", "{|PMG2023:|}" + Schemas.Small))).RunAsync();

    [Theory]
    [InlineData("/shop/a.endpoint.yaml", "/shop/b.endpoint.yaml", "a.endpoint.yaml")]
    [InlineData("/packages/shop/1.0/schema/shop.endpoint.yaml", "/src/shop.endpoint.yaml", "shop.endpoint.yaml in /packages/shop/1.0/schema")]
    [InlineData("/a/b/shop.endpoint.yaml", "/a/shop.endpoint.yaml", "shop.endpoint.yaml in /a/b")]
    [InlineData("/shop.endpoint.yaml", "/src/shop.endpoint.yaml", "shop.endpoint.yaml in /")]
    [InlineData(@"C:\packages\schema\shop.endpoint.yaml", @"C:\work\shop.endpoint.yaml", @"shop.endpoint.yaml in C:\packages\schema")]
    public void The_other_schema_can_be_found(string first, string second, string other)
    {
        var run = Schemas.Run(Schemas.Project((first, Schemas.Small), (second, Schemas.Small)));

        Assert.StartsWith(
            $"'Acme.Shop.Thing' is already generated from {other}, so", Assert.Single(run.GeneratorDiagnostics).GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Acme", "Acme.Order")]
    [InlineData("Acme.Order", "Acme")]
    [InlineData("Acme.Order.Late", "Acme")]
    public void A_namespace_cannot_be_a_type_of_another_schema(string first, string second)
    {
        var run = Schemas.Run(Schemas.Project(
            ("a.endpoint.yaml", SmallestSchemas.Of("a: Order", "Order: a: string", @namespace: first)),
            ("b.endpoint.yaml", SmallestSchemas.Of("a: Order", "Order: a: string", @namespace: second))));

        var clash = Assert.Single(run.GeneratorDiagnostics);
        Assert.Equal("PMG2023", clash.Id);
        var inOuter = string.CompareOrdinal(first, second) < 0 ? "a" : "b";
        Assert.StartsWith($"'Acme.Order' is already generated from {inOuter}.endpoint.yaml, so", clash.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.NotEmpty(run.Files);
        run.AssertCompilesClean();
    }
}

namespace PageMessagesGen.Generator.Tests.Diagnostics;

/// <summary>A key that does not exist.</summary>
public sealed class PMG2001Tests
{
    private const string Broken = "price: { type: number, {|#0:sumary|}";

    private static readonly string Schema = Schemas.Small.Replace("price: { type: number, summary", Broken, StringComparison.Ordinal);

    [Fact]
    public Task It_is_reported_at_its_place_with_what_was_meant() =>
        Schemas.ExpectAsync(Schema, ("PMG2001", "'sumary' is not a key of the member 'price'. Did you mean 'summary'?"));

    [Fact]
    public void The_rest_is_generated() => Assert.Contains(
        "public decimal? Price", Schemas.Declaration(Schemas.Run(Schema.Replace("{|#0:sumary|}", "sumary", StringComparison.Ordinal)), "shop.Types.g.cs", "Thing"), StringComparison.Ordinal);
}

namespace PageMessagesGen.Generator.Tests.Diagnostics;

/// <summary>A name that C# or the service needs.</summary>
public sealed class PMG2008Tests
{
    [Theory]
    [InlineData("ToString")]
    [InlineData("Equals")]
    [InlineData("PrintMembers")]
    [InlineData("ShopClient")]
    public Task A_type_cannot_have_it(string name) => Schemas.ExpectAsync(
        SmallestSchemas.Of($"a: {name}", $"{name}: a: string").Replace($"  {name}:", $"  {{|PMG2008:{name}|}}:", StringComparison.Ordinal));

    [Theory]
    [InlineData("client", false)]
    [InlineData("shop-client", true)]
    [InlineData("class", false)]
    [InlineData("value", false)]
    public Task A_platform_can_have_any_name_but_that_of_the_client(string platform, bool isReserved)
    {
        var schema = Schemas.Small.Replace("instagram", platform, StringComparison.Ordinal);
        return Schemas.ExpectAsync(isReserved ? $"{{|PMG2008:{schema}|}}" : schema);
    }
}

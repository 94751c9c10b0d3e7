namespace PageMessagesGen.Generator.Tests.Diagnostics;

/// <summary>A type that does not exist.</summary>
public sealed class PMG2004Tests
{
    [Fact]
    public Task It_leaves_one_error_and_no_others() =>
        Schemas.ExpectAsync(Schemas.Small.Replace("extra: { type: json", "extra: { type: {|PMG2004:Jason|}", StringComparison.Ordinal));
}

namespace PageMessagesGen.Generator.Tests.Diagnostics;

/// <summary>A file that is not YAML.</summary>
public sealed class PMG1001Tests
{
    [Fact]
    public Task It_is_reported_at_its_place() => Schemas.ExpectAsync("schema: 1\nnamespace: N\ntypes: {|PMG1001:[|}a\nb: c\n");
}

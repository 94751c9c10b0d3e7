namespace PageMessagesGen.Generator.Tests.Diagnostics;

/// <summary>A file without content.</summary>
public sealed class PMG1005Tests
{
    [Fact]
    public Task It_is_reported_at_its_beginning() => Schemas.ExpectAsync("{|PMG1005:|}");
}

using PageMessagesGen.Generator.Model;
using PageMessagesGen.Generator.Pipeline;
using PageMessagesGen.Rules;
using PageMessagesGen.Schema.Files;

namespace PageMessagesGen.Generator.Tests.Diagnostics;

/// <summary>The generator itself failed.</summary>
public sealed class PMG9001Tests
{
    // No project has such a schema: the one that it uses consists of no file.
    [Fact]
    public void It_is_reported_in_the_schema_with_the_exception()
    {
        var sound = Assert.Single(ProjectSchema.GroupAll([new SchemaText(new SchemaFile(Schemas.SmallPath, Schemas.Small), GenerationSettings.Default, null)]));
        var nothing = sound.Group with { Files = Enumerable.Empty<SchemaFile>().ToEquatableArray() };

        var parsed = ParsedSchema.Parse(sound with { Group = sound.Group with { Uses = new[] { nothing }.ToEquatableArray() } });

        Assert.Null(parsed.Service);
        Assert.Equal(Schemas.SmallPath, parsed.Path);
        var failure = Assert.Single(parsed.Findings.Diagnostics);
        Assert.Equal("PMG9001", failure.Rule.Id);
        Assert.Contains(nameof(IndexOutOfRangeException), failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("\n", failure.Message, StringComparison.Ordinal);
    }
}

using PageMessagesGen.TestKit.Running;

namespace PageMessagesGen.Generator.Tests.Diagnostics;

/// <summary>A setting of a schema that is not understood.</summary>
public sealed class PMG9003Tests
{
    [Theory]
    [InlineData("EndpointVisibility", "private", "the metadata Visibility of an EndpointSchema item, or of the property PageMessagesVisibility; it must be public or internal")]
    [InlineData("EndpointClient", "maybe", "the metadata Client of an EndpointSchema item, or of the property PageMessagesClient; it must be true or false")]
    [InlineData("EndpointJsonContext", "1", "the metadata JsonContext of an EndpointSchema item, or of the property PageMessagesJsonContext; it must be true or false")]
    [InlineData("EndpointNamespace", "1.2", "the metadata Namespace of an EndpointSchema item; it must be a C# namespace")]
    [InlineData("EndpointNamespace", "System.Text", "the metadata Namespace of an EndpointSchema item; it must be a namespace other than System and PageMessagesGen")]
    [InlineData("EndpointAsOf", "2026-02-30", "the metadata AsOf of an EndpointSchema item, or of the property PageMessagesAsOf; it must be a day such as 2026-11-22")]
    public async Task It_is_reported_and_the_default_applies(string setting, string value, string rest)
    {
        await Schemas.ExpectAsync(With(setting, value, $"{{|#0:|}}{Schemas.Small}"), ("PMG9003", $"'{value}' is not a valid value of {rest}"));

        Assert.Equal(Schemas.Run(Schemas.Small).Files, Schemas.Run(With(setting, value, Schemas.Small)).Files);
    }

    private static GeneratorInput With(string setting, string value, string schema) =>
        Schemas.Project().WithAdditionalFile(Schemas.SmallPath, schema, ("EndpointSchema", "true"), (setting, value));
}

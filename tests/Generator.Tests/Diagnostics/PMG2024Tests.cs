using PageMessagesGen.TestKit.Markup;

namespace PageMessagesGen.Generator.Tests.Diagnostics;

/// <summary>A file extends a schema that does not exist.</summary>
public sealed class PMG2024Tests
{
    [Theory]
    [InlineData("extends: {|#0:shp.endpoint.yaml|}", "PMG2024", "There is no other schema file 'shp.endpoint.yaml'. Did you mean 'shop.endpoint.yaml'?")]
    [InlineData("extends: {|#0:../schemas/shop.endpoint.yaml|}", "PMG2024", "There is no other schema file '../schemas/shop.endpoint.yaml'. Write its name without the folder: 'shop.endpoint.yaml'.")]
    [InlineData("extends: {|#0:more.endpoint.yaml|}", "PMG2024", "There is no other schema file 'more.endpoint.yaml'.")]
    [InlineData("extends: {|#0:[shop.endpoint.yaml]|}", "PMG2003", "'extends' must be a string, but it is a list")]
    [InlineData("extends:{|#0:|}", "PMG2002", "The schema needs the key 'extends'")]
    public async Task It_is_reported_and_the_others_are_generated(string overlay, string id, string message)
    {
        const string Rest = "\nenums: { X: 1 }\n";
        await Schemas.ExpectAsync(Schemas.Project((Schemas.SmallPath, Schemas.Small), ("more.endpoint.yaml", overlay + Rest)), (id, message));

        var text = MarkedText.Parse(overlay + Rest).Text;
        Assert.Equal(Schemas.Run(Schemas.Small).Files, Schemas.Run(Schemas.Project((Schemas.SmallPath, Schemas.Small), ("more.endpoint.yaml", text))).Files);
    }
}

using PageMessagesGen.Schema.Tests.Files;
using static PageMessagesGen.Schema.Tests.Files.ShopFiles;

namespace PageMessagesGen.Schema.Tests.Diagnostics;

/// <summary>A file name that no schema of the project has.</summary>
public sealed class PMG2024Tests
{
    [Theory]
    [InlineData("extends: {|PMG2024:shp.endpoint.yaml|}", "There is no other schema file 'shp.endpoint.yaml'. Did you mean 'shop.endpoint.yaml'?")]
    [InlineData("extends: {|PMG2024:./shop.endpoint.yaml|}", "There is no other schema file './shop.endpoint.yaml'. Write its name without the folder: 'shop.endpoint.yaml'.")]
    [InlineData("extends: {|PMG2024:more.endpoint.yaml|}\nenums: none", "There is no other schema file 'more.endpoint.yaml'.")]
    public void A_file_that_does_not_exist_cannot_be_extended(string marked, string message) =>
        SchemaProject.AssertMatch([(Shop, Parts.Whole), (More, marked)], message);

    [Theory]
    [InlineData("uses: {|PMG2024:medja.endpoint.yaml|}", "There is no other schema file 'medja.endpoint.yaml'. Did you mean 'media.endpoint.yaml'?")]
    [InlineData("uses: [media.endpoint.yaml, {|PMG2024:shop.endpoint.yaml|}]", "There is no other schema file 'shop.endpoint.yaml'.")]
    public void A_file_that_does_not_exist_cannot_be_used(string uses, string message) =>
        SchemaProject.AssertMatch([(Shop, uses + "\n" + Parts.WithMembers("picture: { type: Image, summary: A picture. }")), (Media, MediaText)], message);
}

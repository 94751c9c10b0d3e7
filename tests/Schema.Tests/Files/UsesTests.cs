using static PageMessagesGen.Schema.Tests.Files.ShopFiles;

namespace PageMessagesGen.Schema.Tests.Files;

/// <summary>A schema refers to the types and enums of the files that it uses.</summary>
public class UsesTests
{
    [Fact]
    public void Types_of_a_used_file_are_found_by_their_names()
    {
        var results = SchemaProject.AssertMatch([(Shop, ShopText), (Media, MediaText)]);

        var document = results[0].Document!;
        Assert.Equal(["Order"], document.Types.Select(t => t.Name));
        Assert.Equal("Image", document.FindType("Image")!.Name);
        Assert.Equal(["PHOTO", "DRAWING"], document.FindEnum("ImageKind")!.Members.Select(m => m.Name));
        Assert.Empty(results[1].Document!.Operations);
    }

    [Fact]
    public void Rules_and_examples_see_into_used_types()
    {
        var text = ShopText
            .Replace("    parameters: { size", "    examples: [{ summary: One., breaks: drawings-are-secure, request: { id: a, picture: { url: http://a.example, kind: DRAWING } } }]\n    parameters: { size", StringComparison.Ordinal)
            + "    rules:\n      photos-only:\n        allow: { picture.kind: {|PMG2012:PHTO|} }\n        severity: warning\n        because: Photos are best.\n";

        SchemaProject.AssertMatch([(Shop, text), (Media, MediaText)], "'PHTO' is not a value of 'picture.kind'. Did you mean 'PHOTO'?");
    }

    [Fact]
    public void An_overlay_can_use_a_file() => SchemaProject.AssertMatch(
        [
            (Shop, Parts.Whole),
            (Media, MediaText),
            ("more.yaml", "extends: shop.endpoint.yaml\nuses: media.endpoint.yaml\ntypes: { Order: { members: { picture: { type: Image, summary: A picture. } } } }"),
        ]);

    public static TheoryData<string, string, string> Mistakes => new()
    {
        { "uses: {|PMG2003:{ a: b }|}", "type: string", "'uses' must be a string or a list of strings, but it is a mapping" },
        { "uses: [{|PMG2003:[a]|}]", "type: string", "'uses' must be a list of strings, but it is a list with a list" },
        { "uses: media.endpoint.yaml", "type: {|PMG2004:Imag|}", "There is no type 'Imag'. Did you mean 'Image'?" },
        { "{|PMG2001:use|}: media.endpoint.yaml", "type: string", "'use' is not a key of the schema. Did you mean 'uses'?" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_reported_where_it_is(string uses, string type, string message) => SchemaProject.AssertMatch(
        [(Shop, uses + "\n" + Parts.WithMembers($"picture: {{ {type}, summary: A picture. }}")), (Media, MediaText)], message);

    [Fact]
    public void A_used_type_cannot_be_a_shape() => SchemaProject.AssertMatch(
        [(Shop, Using("media.endpoint.yaml", "picture: { type: Picture, summary: A picture. }") + "  Picture: { summary: P., discriminator: type, cases: { image: {|PMG2014:Image|} } }\n"), (Media, MediaText)],
        "'Image' is defined in another file, so it cannot be a shape here; a shape is generated together with its union.");

    [Fact]
    public void A_mistake_in_a_used_file_is_reported_there_and_nowhere_else() => SchemaProject.AssertMatch(
        [(Shop, ShopText), (Media, MediaText.Replace("namespace: Media", "namespace: {|PMG2005:2Media|}", StringComparison.Ordinal))],
        "'2Media' is not a C# namespace.");
}

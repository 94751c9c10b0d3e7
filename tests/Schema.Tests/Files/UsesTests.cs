namespace PageMessagesGen.Schema.Tests.Files;

/// <summary>A schema refers to the types and enums of the files that it uses.</summary>
public class UsesTests
{
    private const string Shop = "shop.endpoint.yaml";
    private const string Media = "media.endpoint.yaml";

    private const string MediaText = """
        schema: 1
        namespace: Media
        service: Media
        version: v26.0
        as-of: 2026-11-22
        types:
          Image:
            summary: An image.
            members:
              url: { type: string, required: true, summary: Where it is. }
              kind: { type: ImageKind, summary: Its kind. }
            rules:
              drawings-are-secure:
                when: { kind: DRAWING }
                limit: { url: { format: https-url } }
                severity: error
                because: Drawings are secret.
        enums:
          ImageKind:
            summary: Kinds.
            members: { PHOTO: { summary: A photo. }, DRAWING: { summary: A drawing. } }
        """;

    private static readonly string ShopText = Using("media.endpoint.yaml", "picture: { type: Image, summary: A picture. }\n      kinds: { type: list<ImageKind>, summary: Kinds. }");

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
        { "uses: {|PMG2024:medja.endpoint.yaml|}", "type: Image", "There is no other schema file 'medja.endpoint.yaml'. Did you mean 'media.endpoint.yaml'?" },
        { "uses: [media.endpoint.yaml, {|PMG2024:shop.endpoint.yaml|}]", "type: Image", "There is no other schema file 'shop.endpoint.yaml'." },
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
    public void A_name_that_both_define_is_reported() => SchemaProject.AssertMatch(
        [(Shop, ShopText.Replace("enums:\n", "enums:\n  {|PMG2030:ImageKind|}: { summary: K., members: { A: { summary: A. } } }\n", StringComparison.Ordinal)), (Media, MediaText)],
        "'ImageKind' is also defined in media.endpoint.yaml, and both are used here; rename one of them");

    [Fact]
    public void A_name_that_two_used_files_define_is_reported() => SchemaProject.AssertMatch(
        [
            (Shop, "{|PMG2030:|}" + ShopText.Replace("uses: media.endpoint.yaml", "uses: [media.endpoint.yaml, pictures.yaml]", StringComparison.Ordinal)),
            (Media, MediaText),
            ("pictures.yaml", "schema: 1\nnamespace: P\nservice: P\nversion: v26.0\nas-of: 2026-11-22\nenums: { ImageKind: { summary: K., members: { A: { summary: A. } } } }"),
        ],
        "'ImageKind' is also defined in media.endpoint.yaml and pictures.yaml, and both are used here; rename one of them");

    [Fact]
    public void Files_that_use_each_other_are_reported() => SchemaProject.AssertMatch(
        [
            (Shop, ShopText.Replace("uses: media.endpoint.yaml", "uses: {|PMG2029:media.endpoint.yaml|}", StringComparison.Ordinal)),
            (Media, MediaText + "\nuses: {|PMG2029:shop.endpoint.yaml|}"),
        ],
        "'media.endpoint.yaml' uses this schema itself, directly or through others; move what both need into a third file, or let one file extend the other",
        "'shop.endpoint.yaml' uses this schema itself, directly or through others; move what both need into a third file, or let one file extend the other");

    [Fact]
    public void A_file_that_extends_another_one_cannot_be_used() => SchemaProject.AssertMatch(
        [
            (Shop, ShopText.Replace("uses: media.endpoint.yaml", "uses: {|PMG2026:more.yaml|}", StringComparison.Ordinal)),
            (Media, MediaText),
            ("more.yaml", "extends: media.endpoint.yaml\n"),
        ],
        "'more.yaml' extends a schema itself; use 'media.endpoint.yaml' instead");

    [Fact]
    public void A_used_type_cannot_be_a_shape() => SchemaProject.AssertMatch(
        [(Shop, Using("media.endpoint.yaml", "picture: { type: Picture, summary: A picture. }") + "  Picture: { summary: P., discriminator: type, cases: { image: {|PMG2014:Image|} } }\n"), (Media, MediaText)],
        "'Image' is defined in another file, so it cannot be a shape here; a shape is generated together with its union.");

    [Fact]
    public void A_mistake_in_a_used_file_is_reported_there_and_nowhere_else() => SchemaProject.AssertMatch(
        [(Shop, ShopText), (Media, MediaText.Replace("namespace: Media", "namespace: {|PMG2005:2Media|}", StringComparison.Ordinal))],
        "'2Media' is not a C# namespace.");

    private static string Using(string uses, string members) => $"uses: {uses}\n" + Parts.WithMembers(members.Replace("\n      ", "\n", StringComparison.Ordinal));
}

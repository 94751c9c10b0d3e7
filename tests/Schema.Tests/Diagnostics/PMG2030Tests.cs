using PageMessagesGen.Schema.Tests.Files;
using static PageMessagesGen.Schema.Tests.Files.ShopFiles;

namespace PageMessagesGen.Schema.Tests.Diagnostics;

/// <summary>A name that a file and one that it uses define.</summary>
public sealed class PMG2030Tests
{
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
}

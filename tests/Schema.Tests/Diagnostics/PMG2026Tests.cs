using PageMessagesGen.Schema.Tests.Files;
using static PageMessagesGen.Schema.Tests.Files.ShopFiles;

namespace PageMessagesGen.Schema.Tests.Diagnostics;

/// <summary>A file that extends one that cannot be extended.</summary>
public sealed class PMG2026Tests
{
    [Fact]
    public void A_file_that_extends_a_schema_cannot_be_extended() => SchemaProject.AssertMatch(
        [
            ("a.yaml", Head),
            ("b.yaml", "extends: {|PMG2026:a.yaml|}\n"),
            (Shop, Parts.Whole),
        ],
        "'a.yaml' extends a schema itself; extend 'shop.endpoint.yaml' instead");

    [Fact]
    public void Files_that_extend_each_other_are_reported() => SchemaProject.AssertMatch(
        [
            ("a.yaml", "extends: {|PMG2026:b.yaml|}\n"),
            ("b.yaml", "extends: {|PMG2026:a.yaml|}\n"),
        ],
        "'b.yaml' extends a schema itself; one file of a schema must extend no other",
        "'a.yaml' extends a schema itself; one file of a schema must extend no other");

    [Fact]
    public void A_file_that_extends_another_one_cannot_be_used() => SchemaProject.AssertMatch(
        [
            (Shop, ShopText.Replace("uses: media.endpoint.yaml", "uses: {|PMG2026:more.yaml|}", StringComparison.Ordinal)),
            (Media, MediaText),
            ("more.yaml", "extends: media.endpoint.yaml\n"),
        ],
        "'more.yaml' extends a schema itself; use 'media.endpoint.yaml' instead");
}

using PageMessagesGen.Schema.Tests.Files;
using static PageMessagesGen.Schema.Tests.Files.ShopFiles;

namespace PageMessagesGen.Schema.Tests.Diagnostics;

/// <summary>Files that use each other.</summary>
public sealed class PMG2029Tests
{
    [Fact]
    public void Files_that_use_each_other_are_reported() => SchemaProject.AssertMatch(
        [
            (Shop, ShopText.Replace("uses: media.endpoint.yaml", "uses: {|PMG2029:media.endpoint.yaml|}", StringComparison.Ordinal)),
            (Media, MediaText + "\nuses: {|PMG2029:shop.endpoint.yaml|}"),
        ],
        "'media.endpoint.yaml' uses this schema itself, directly or through others; move what both need into a third file, or let one file extend the other",
        "'shop.endpoint.yaml' uses this schema itself, directly or through others; move what both need into a third file, or let one file extend the other");
}

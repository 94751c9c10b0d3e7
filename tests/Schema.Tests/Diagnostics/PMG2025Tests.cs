using PageMessagesGen.Schema.Tests.Files;
using static PageMessagesGen.Schema.Tests.Files.ShopFiles;

namespace PageMessagesGen.Schema.Tests.Diagnostics;

/// <summary>A file name that several schemas have.</summary>
public sealed class PMG2025Tests
{
    [Fact]
    public void A_name_of_two_files_is_ambiguous() => SchemaProject.AssertMatch(
        [
            ("one/shop.endpoint.yaml", Parts.Whole),
            ("two/shop.endpoint.yaml", Parts.Whole),
            (More, "extends: {|PMG2025:shop.endpoint.yaml|}\n"),
        ],
        "Several schema files have the name 'shop.endpoint.yaml', such as one/shop.endpoint.yaml and two/shop.endpoint.yaml; rename all but one");
}

using PageMessagesGen.Schema.Tests.Files;
using static PageMessagesGen.Schema.Tests.Files.ShopFiles;

namespace PageMessagesGen.Schema.Tests.Diagnostics;

/// <summary>A key without a value that removes nothing.</summary>
public sealed class PMG2028Tests
{
    [Fact]
    public void What_is_removed_must_exist() => SchemaProject.AssertMatch(
        [(Shop, Parts.Whole), (More, Head + "enums: { Size: { members: { {|PMG2028:SMAL|}: } } }")],
        "'SMAL' has no value, so it would be removed from the extended schema, but it does not exist there. Did you mean 'SMALL'?");
}

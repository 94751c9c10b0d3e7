using PageMessagesGen.Language.Tests.Support;

namespace PageMessagesGen.Language.Tests;

public sealed class JsonSchemasPageTests
{
    [Fact]
    public void It_shows_the_transformer_that_is_tested()
    {
        var transformer = Repository.Read("tests/JsonEquality.Tests/Support/WireEnumTransformer.cs");

        Assert.Contains(transformer[transformer.IndexOf("internal sealed class", StringComparison.Ordinal)..], Repository.Read("docs/json-schemas.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void Its_links_lead_somewhere() => Assert.Empty(Links.Broken("docs/json-schemas.md"));
}

using PageMessagesGen.Language.Tests.Support;

namespace PageMessagesGen.Language.Tests;

/// <summary>The schema of <c>docs/your-first-endpoint.md</c>, with its slip and without.</summary>
public sealed class FirstEndpointTests
{
    private static readonly string Page = Repository.Read("docs/your-first-endpoint.md");
    private static readonly string Schema = Fence.Of(Page).Single(f => f.Info == "yaml broken PMG2001").Text;

    [Fact]
    public void The_slip_is_reported_as_the_page_shows()
    {
        var finding = Assert.Single(Generation.FindingsIn(Schema));
        var line = Schema.Split('\n').ToList().FindIndex(l => l.Contains("requred", StringComparison.Ordinal)) + 1;

        Assert.Contains($"inbox.endpoint.yaml({line},9): error {finding} ", Page, StringComparison.Ordinal);
        Assert.Contains($"in line {line} the build succeeds", Page, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_slip_the_schema_is_sound()
    {
        var schema = Schema.Replace("requred", "required", StringComparison.Ordinal);

        Assert.Empty(Generation.FindingsIn(schema));
        Assert.Empty(EditorSchema.Judge(schema));
    }

    [Fact]
    public void The_links_of_the_page_lead_somewhere()
    {
        Assert.Empty(Links.Broken("docs/your-first-endpoint.md"));
    }
}

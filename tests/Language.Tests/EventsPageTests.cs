using System.Text.RegularExpressions;
using PageMessagesGen.Language.Tests.Support;
using PageMessagesGen.Schema;
using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Language.Tests;

/// <summary>The page about events lists those of the schema, with what it says of them.</summary>
public sealed partial class EventsPageTests
{
    private const string Page = "docs/event-types.md";

    [Fact]
    public void It_lists_each_event_with_its_fields_its_platforms_and_the_window()
    {
        var schema = SchemaReader.Read(Repository.Read("schema/page-messages.webhooks.endpoint.yaml")).Document!;

        Assert.Equal(
            schema.Webhook!.Events.Select(e => (e.Name, string.Join(", ", e.Fields), PlatformsOf(schema, e), e.OpensWindow)).Order(),
            Rows().Matches(Repository.Read(Page)).Select(row => (row.Groups["event"].Value, row.Groups["fields"].Value.Replace("`", "", StringComparison.Ordinal), row.Groups["on"].Value, row.Groups["window"].Value.Trim() == "opens")).Order());
    }

    [Fact]
    public void Its_links_lead_somewhere() => Assert.Empty(Links.Broken(Page).Concat(Links.Broken("docs/receiving.md")).Concat(Links.Broken("docs/conversations.md")));

    private static string PlatformsOf(SchemaDocument schema, WebhookEventType type)
    {
        var platforms = schema.FindType(type.Name)!.FindMember(type.Member)!.Platforms;
        return string.Join(", ", schema.Platforms.Where(p => platforms.Count == 0 || platforms.Contains(p)).Select(p => char.ToUpperInvariant(p[0])));
    }

    [GeneratedRegex(@"^\| `(?<event>\w+)` \| (?<fields>[^|]*) \| (?<on>[^|]*) \| [^|]* \|(?<window>[^|]*)\| [^|]* \|$", RegexOptions.Multiline)]
    private static partial Regex Rows();
}

using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PageMessages.Webhooks;

namespace PageMessagesGen.Webhooks.Tests;

/// <summary>Each event of Messenger and Instagram is read as what it is, and written back.</summary>
public sealed class BodyTests
{
    public static TheoryData<string> Files => [.. Body.All.Select(body => body.File)];

    [Fact]
    public void Each_body_is_in_the_index() => Assert.Equal(Body.Files.Order(StringComparer.Ordinal), Body.All.Select(body => body.File).Order(StringComparer.Ordinal));

    [Fact]
    public void Each_event_of_the_schema_has_a_body()
    {
        var events = typeof(WebhookEvent).Assembly.GetTypes().Where(type => type.BaseType == typeof(WebhookEvent)).Select(type => type.Name);

        Assert.Empty(events.Except(Body.All.SelectMany(body => body.Events).Select(e => e.Type)));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void The_events_are_read(string file)
    {
        var body = Body.Of(file);

        var received = PageMessagesWebhook.Receive(body.Bytes);

        Assert.Equal(body.Events, received.Select(r => new BodyEvent(r.Event.GetType().Name, r.Event.CustomerId, r.Context.IsStandby)));
        Assert.All(received, r => Assert.Equal((body.Platform, body.IsSample), (r.Context.Platform, r.Context.IsSample)));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void The_body_is_written_back(string file)
    {
        var body = Body.Of(file);

        var written = JsonSerializer.Serialize(PageMessagesWebhook.Read(body.Bytes), PageMessagesWebhookJsonContext.Default.WebhookDelivery);

        Assert.True(JsonNode.DeepEquals(Normalize(JsonNode.Parse(body.Bytes), ""), Normalize(JsonNode.Parse(written), "")), written);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void System_text_json_reads_the_same(string file)
    {
        var body = Body.Of(file);

        Assert.Equal(PageMessagesWebhook.Read(body.Bytes), JsonSerializer.Deserialize(body.Bytes, PageMessagesWebhookJsonContext.Default.WebhookDelivery));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Events_show_no_content_in_logs(string file)
    {
        var texts = new List<string>();
        Collect(JsonNode.Parse(Body.Of(file).Bytes), texts);

        foreach (var received in PageMessagesWebhook.Receive(Body.Of(file).Bytes))
        {
            var shown = received.Event.ToString();
            Assert.All(texts, text => Assert.DoesNotContain(text, shown, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Two_events_of_the_bodies_have_one_identity_only_if_they_are_one()
    {
        var events = Body.All.SelectMany(body => PageMessagesWebhook.Receive(body.Bytes), (body, received) => (body.File, received.Event, received.Context));

        var same = events.Where(e => e.Event.Identity is not null).GroupBy(e => (e.Context.Object, e.Context.PageId, e.Event.Identity)).Where(group => group.Distinct().Count() > 1);

        Assert.All(same, group => Assert.Single(group.Select(e => e.Event).Distinct()));
    }

    [Fact]
    public void A_comment_that_is_edited_again_is_another_event()
    {
        var edited = Encoding.UTF8.GetString(Body.Of("feed-comment-edited.messenger.json").Bytes);

        var first = Assert.Single(Body.Receive(edited)).Event.Identity;
        var second = Assert.Single(Body.Receive(edited.Replace("gluten-free", "vegan", StringComparison.Ordinal))).Event.Identity;

        Assert.NotNull(first);
        Assert.NotEqual(first, second);
    }

    // A null counts as absent, and ids that are numbers become strings where the server writes strings.
    private static JsonNode? Normalize(JsonNode? node, string name)
    {
        switch (node)
        {
            case JsonObject members:
                return new JsonObject(members.Where(m => m.Value is not null).OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => KeyValuePair.Create(m.Key, Normalize(m.Value, m.Key))));
            case JsonArray elements:
                return new JsonArray([.. elements.Select(e => Normalize(e, name))]);
            case JsonValue value when name == "id" && value.GetValueKind() == JsonValueKind.Number:
                return JsonValue.Create(value.ToJsonString());
            default:
                return node?.DeepClone();
        }
    }

    // What is long enough to be found nowhere else by chance.
    private static void Collect(JsonNode? node, List<string> texts)
    {
        if (node is JsonObject members)
        {
            foreach (var member in members)
                Collect(member.Value, texts);
        }
        else if (node is JsonArray elements)
        {
            foreach (var element in elements)
                Collect(element, texts);
        }
        else if (node is JsonValue value && value.GetValueKind() == JsonValueKind.String && value.GetValue<string>() is { Length: > 20 } text)
        {
            texts.Add(text);
        }
    }
}

using System.Text.Json;
using PageMessages;
using PageMessagesGen.Generated;
using PageMessagesGen.Runtime.Tests.Support;

namespace PageMessagesGen.Runtime.Tests.Records;

/// <summary>Records are compared by what they say.</summary>
public sealed class ContentEqualityTests
{
    [Fact]
    public void A_fake_can_be_asked_for_the_expected_request()
    {
        static SendMessageRequest Create(IReadOnlyList<Button> buttons, string unknown) => new()
        {
            Recipient = new() { Id = "1" },
            MessagingType = MessagingType.Response,
            Message = new() { Attachment = new ButtonTemplate { Text = "How may we help?", Buttons = buttons } },
            UnknownMembers = new Dictionary<string, JsonElement> { ["new"] = RawJson.Parse(unknown) },
        };
        Button menu = new PostbackButton { Title = "Menu", Payload = "MENU" };
        var sent = Create([menu], """{ "a": 1, "b": [true] }""");

        Assert.Equal(Create(new List<Button> { menu with { } }, """{"b":[true],"a":1.0}"""), sent);
        Assert.NotEqual(Create([menu, menu], """{ "a": 1, "b": [true] }"""), sent);
        Assert.NotEqual(Create([menu], """{ "a": 2, "b": [true] }"""), sent);
        Assert.NotEqual(sent with { UnknownMembers = null }, sent);
    }

    [Fact]
    public void Shapes_of_a_union_are_compared_with_their_type()
    {
        Button postback = new PostbackButton { Title = "Menu", Payload = "MENU" };
        Button raw = RawButton.Parse("""{ "type": "postback", "title": "Menu" }""");

        Assert.Equal(postback, new PostbackButton { Title = "Menu", Payload = "MENU" });
        Assert.NotEqual(postback, raw);
        Assert.Equal(raw, RawButton.Parse("""{"title":"Menu","type":"postback"}"""));
        Assert.Equal(raw.GetHashCode(), RawButton.Parse("""{"title":"Menu","type":"postback"}""").GetHashCode());
        Assert.NotEqual<Attachment>(new ImageAttachment { AttachmentId = "1" }, new VideoAttachment { AttachmentId = "1" });
    }

    [Fact]
    public void Hidden_values_count()
    {
        Assert.NotEqual(new Recipient { Id = "1" }, new Recipient { Id = "2" });
        Assert.Equal(new Recipient { Id = "1" }.ToString(), new Recipient { Id = "2" }.ToString());
    }

    [Fact]
    public void No_unknown_members_are_the_same_as_null() =>
        Assert.Equal(new Recipient { Id = "1" }, new Recipient { Id = "1", UnknownMembers = new Dictionary<string, JsonElement>() });

    [Fact]
    public void A_list_that_is_not_sent_differs_from_an_empty_one() => Assert.NotEqual(new Message { Text = "a" }, new Message { Text = "a", QuickReplies = [] });

    [Theory]
    [InlineData("1", "1.00", true)]
    [InlineData("1e3", "1000", true)]
    [InlineData("-0", "0.0", true)]
    [InlineData("0.1e-2", "1E-3", true)]
    [InlineData("1e400", "10e399", true)]
    [InlineData("100000000000000000000000000000001", "100000000000000000000000000000002", false)]
    [InlineData("1", "-1", false)]
    [InlineData("1", "\"1\"", false)]
    [InlineData("\"\\u00e4\"", "\"ä\"", true)]
    [InlineData("\"a\"", "\"A\"", false)]
    [InlineData("\"\\ud83c\"", "\"\\uD83C\"", false)]
    [InlineData("[1, 2]", "[2, 1]", false)]
    [InlineData("[]", "{}", false)]
    [InlineData("null", "null", true)]
    [InlineData("{\"a\":1,\"b\":null}", "{ \"b\": null, \"a\": 1 }", true)]
    [InlineData("{\"a\":1,\"b\":null}", "{\"a\":1}", false)]
    [InlineData("{\"a\":1,\"a\":2}", "{\"a\":2,\"a\":1}", false)]
    [InlineData("{\"\\ud83c\":1}", "{\"\\ud83c\":1}", true)]
    public void JSON_is_compared_by_its_structure(string left, string right, bool areEqual)
    {
        using var one = JsonDocument.Parse(left);
        using var other = JsonDocument.Parse(right);

        Assert.Equal(areEqual, ContentEquality.Json(one.RootElement, other.RootElement));
        Assert.Equal(areEqual, ContentEquality.Json(other.RootElement, one.RootElement));
    }

    [Fact]
    public void Values_without_JSON_are_equal()
    {
        Assert.True(ContentEquality.Json(default(JsonElement), default(JsonElement)));
        Assert.True(ContentEquality.Json(null, null));
        Assert.False(ContentEquality.Json(null, default(JsonElement)));
    }

    [Fact]
    public void Equal_requests_are_found_in_a_set()
    {
        var copies = Requests.Corpus.Select(r => r with { }).ToHashSet();

        Assert.All(Requests.Corpus, request => Assert.Contains(request, copies));
    }

    [Fact]
    public void Comparing_lists_allocates_nothing()
    {
        var (one, other) = (Requests.Everything, Requests.Everything with { Message = Requests.Everything.Message! with { Attachment = null, QuickReplies = [.. Requests.Everything.Message.QuickReplies!] } });
        one = one with { Message = one.Message! with { Attachment = null } };
        Assert.True(one == other);
        var before = GC.GetAllocatedBytesForCurrentThread();

        _ = one == other;

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}

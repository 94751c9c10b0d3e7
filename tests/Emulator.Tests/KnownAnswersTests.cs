using PageMessagesGen.Emulator.Tests.Support;

namespace PageMessagesGen.Emulator.Tests;

/// <summary>Requests for which a response of the real server is on record. The emulator gives the same one.</summary>
public sealed class KnownAnswersTests : EmulatorTest
{
    private const string Reply = """ {"content_type":"text","title":"Red","payload":"RED"} """;

    [Theory]
    [InlineData("quick-replies-not-empty", 194, null, """ {"text":"a","quick_replies":[]} """)]
    [InlineData("refused", 100, null, """ {"text":"a","quick_replies":[{"content_type":"location"}]} """)]
    [InlineData("text-needs-title", 100, 2018098, """ {"text":"a","quick_replies":[{"content_type":"text","payload":"RED"}]} """)]
    [InlineData("text-needs-title", 100, 2018098, """ {"text":"a","quick_replies":[{"content_type":"text","title":null,"payload":"RED"}]} """)]
    [InlineData("text-needs-payload", 100, 2018099, """ {"text":"a","quick_replies":[{"content_type":"text","title":"Red"}]} """)]
    [InlineData("required", 100, null, """ {"text":"a","quick_replies":[{"title":"Red","payload":"RED"}]} """)]
    [InlineData("message-has-content", 100, 2018034, """ {} """)]
    [InlineData("message-has-content", 100, 2018034, """ {"text":null} """)]
    [InlineData("text-not-empty", 100, 2018034, """ {"text":""} """)]
    [InlineData("wrong-type", 100, null, """ {"text":{}} """)]
    [InlineData("required", 100, null, """ {"attachment":{"payload":{"url":"https://cdn.example.com/a.png"} } } """)]
    [InlineData("required", 100, null, """ {"attachment":{"type":"image"} } """)]
    [InlineData("required", 100, null, """ {"attachment":{"type":"file","payload":null} } """)]
    [InlineData("required", 100, null, """ {"attachment":{"type":"template"} } """)]
    [InlineData("image-needs-a-source", 100, 2018005, """ {"attachment":{"type":"image","payload":{} } } """)]
    [InlineData("video-needs-a-source", 100, 2018005, """ {"attachment":{"type":"video","payload":{"is_reusable":true} } } """)]
    [InlineData("format", 100, null, """ {"attachment":{"type":"file","payload":{"url":"C:\\menus\\menu.pdf"} } } """)]
    [InlineData("format", 100, null, """ {"attachment":{"type":"file","payload":{"url":"/srv/menu.pdf"} } } """)]
    [InlineData("format", 100, null, """ {"attachment":{"type":"file","payload":{"url":"file:///srv/menu.pdf"} } } """)]
    [InlineData("format", 100, null, """ {"attachment":{"type":"image","payload":{"url":"data:image/png;base64,AA=="} } } """)]
    [InlineData("refused", 100, null, """ {"attachment":{"type":"template","payload":{"template_type":"list","elements":[]} } } """)]
    [InlineData("refused", 100, null, """ {"attachment":{"type":"template","payload":{"template_type":"open_graph"} } } """)]
    [InlineData("unknown-value", 100, null, """ {"attachment":{"type":"template","payload":{"template_type":"utility_messages"} } } """)]
    [InlineData("generic-template-has-elements", 194, null, """ {"attachment":{"type":"template","payload":{"template_type":"generic","elements":[]} } } """)]
    [InlineData("card-buttons-not-empty", 194, null, """ {"attachment":{"type":"template","payload":{"template_type":"generic","elements":[{"title":"a","buttons":[]}]} } } """)]
    [InlineData("button-template-has-buttons", 100, null, """ {"attachment":{"type":"template","payload":{"template_type":"button","text":"a","buttons":[]} } } """)]
    [InlineData("required", 100, null, """ {"attachment":{"type":"template","payload":{"template_type":"button","buttons":[{"type":"postback","title":"a","payload":"b"}]} } } """)]
    [InlineData("required", 100, null, """ {"attachment":{"type":"template","payload":{"template_type":"button","text":"a"} } } """)]
    [InlineData("card-has-more-than-a-title", 100, 2018035, """ {"attachment":{"type":"template","payload":{"template_type":"generic","elements":[{"title":"a"}]} } } """)]
    [InlineData("card-title-not-empty", 100, null, """ {"attachment":{"type":"template","payload":{"template_type":"generic","elements":[{"title":"","subtitle":"a"}]} } } """)]
    [InlineData("postback-button-title-not-empty", 100, null, """ {"attachment":{"type":"template","payload":{"template_type":"button","text":"a","buttons":[{"type":"postback","title":"","payload":"b"}]} } } """)]
    [InlineData("required", 100, 2018053, """ {"attachment":{"type":"template","payload":{"template_type":"button","text":"a","buttons":[{"type":"postback","payload":"b"}]} } } """)]
    [InlineData("required", 100, 2018040, """ {"attachment":{"type":"template","payload":{"template_type":"button","text":"a","buttons":[{"type":"postback","title":"a"}]} } } """)]
    [InlineData("required", 100, 2018041, """ {"attachment":{"type":"template","payload":{"template_type":"button","text":"a","buttons":[{"type":"web_url","title":"a"}]} } } """)]
    [InlineData("url-button-opens-a-web-address", 100, null, """ {"attachment":{"type":"template","payload":{"template_type":"button","text":"a","buttons":[{"type":"web_url","title":"a","url":"b"}]} } } """)]
    [InlineData("required", 100, null, """ {"attachment":{"type":"template","payload":{"template_type":"button","text":"a","buttons":[{"title":"a","url":"https://example.com"}]} } } """)]
    [InlineData("button-template-has-at-most-three-buttons", 105, null, """ {"attachment":{"type":"template","payload":{"template_type":"button","text":"a","buttons":[{"type":"account_unlink"},{"type":"account_unlink"},{"type":"account_unlink"},{"type":"account_unlink"}]} } } """)]
    [InlineData("format", 100, null, """ {"attachment":{"type":"template","payload":{"template_type":"receipt","recipient_name":"a","order_number":"1","currency":"$","payment_method":"b","summary":{"total_cost":1} } } } """)]
    [InlineData("format", 100, null, """ {"attachment":{"type":"template","payload":{"template_type":"receipt","recipient_name":"a","order_number":"1","currency":"eur","payment_method":"b","summary":{"total_cost":1} } } } """)]
    [InlineData("unknown-member", 100, null, """ {"attachment":{"type":"template","payload":{"template_type":"receipt","recipient_name":"a","order_number":"1","currency":"EUR","payment_method":"b","summary":{"total_cost":1,"tip":1} } } } """)]
    public async Task A_message_is_refused_as_the_server_refused_it_and_for_one_reason(string rule, int code, int? subcode, string message)
    {
        var response = await Caller.SendAsync(Body($"\"messaging_type\":\"RESPONSE\",\"message\":{message}"));

        response.AssertIsError(code, subcode);
        Assert.Equal(rule, response.Rules);
        Assert.Empty(Emulator.Ledger);
    }

    [Theory]
    [InlineData("")]
    [InlineData("undefined")]
    public async Task An_id_that_is_no_number_is_refused(string id)
    {
        var response = await Caller.SendAsync($$"""{"recipient":{"id":"{{id}}"},"messaging_type":"RESPONSE","message":{"text":"a"} }""");

        response.AssertIsError(100);
        Assert.Equal("format", response.Rules);
    }

    [Theory]
    [InlineData(2000, 200)]
    [InlineData(2001, 400)]
    public async Task A_text_may_have_2000_characters(int length, int status) =>
        Assert.Equal(status, (await SendAsync($$"""{"text":"{{new string('x', length)}}"}""")).Status);

    [Theory]
    [InlineData("""{"text":"a","attachment":null,"quick_replies":null,"metadata":null}""")]
    [InlineData("""{"text":"a","quick_replies":[{"content_type":"text","title":"Red","payload":"RED","image_url":null,"data":null}]}""")]
    [InlineData("""{"text":"a","quick_replies":[{"content_type":"text","title":"One","payload":1}]}""")]
    [InlineData("""{"attachment":{"type":"image","payload":{"attachment_id":1745504518999123}}}""")]
    public async Task Nulls_count_as_absent_and_ids_and_payloads_may_be_numbers(string message)
    {
        var response = await SendAsync(message);

        response.AssertIsReply("recipient_id", "message_id");
        Assert.Equal("", response.Rules ?? "");
    }

    [Fact]
    public async Task The_recipient_may_be_a_number()
    {
        var response = await Caller.SendAsync("""{"recipient":{"id":4471239905512287},"messaging_type":"RESPONSE","message":{"text":"a"}}""");

        response.AssertIsReply("recipient_id", "message_id");
        Assert.Equal("4471239905512287", response.Find("recipient_id"));
        Assert.Equal(new RecipientAddress("id", "4471239905512287"), Assert.Single(Emulator.Ledger).Recipient);
    }

    [Fact]
    public async Task A_sender_action_beside_a_message_that_is_null_gets_no_message_id()
    {
        var response = await Caller.SendAsync(Body("\"sender_action\":\"typing_on\",\"message\":null"));

        response.AssertIsReply("recipient_id");
    }

    [Fact]
    public async Task An_unknown_member_at_the_top_is_named_and_accepted()
    {
        var response = await Caller.SendAsync(Body($"\"messaging_type\":\"RESPONSE\",\"message\":{{\"text\":\"a\",\"quick_replies\":[{Reply}]}},\"timestamp\":1,\"custom\":{{}}"));

        response.AssertIsReply("recipient_id", "message_id");
        Assert.Equal("unknown-member", response.Rules);
    }

    private Task<Answer> SendAsync(string message) => Caller.SendAsync(Body($"\"messaging_type\":\"RESPONSE\",\"message\":{message}"));
}

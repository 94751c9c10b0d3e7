using System.Text;
using PageMessagesGen.Emulator.Tests.Support;

namespace PageMessagesGen.Emulator.Tests;

public sealed class RefusalTests : EmulatorTest
{
    [Theory]
    [InlineData("""{"recipient":{"id":"1"},"message":{"text":"a","foo":1}}""", "(#100) Invalid keys \"foo\" were found in param \"message\".")]
    [InlineData("""{"recipient":{"id":"1"},"message":{"quick_replies":[{"contentType":"text"}]}}""", "(#100) Invalid keys \"contentType\" were found in param \"message.quick_replies[0]\".")]
    [InlineData("""{"message":{"text":"a"}}""", "(#100) The parameter recipient is required.")]
    [InlineData("""{"recipient":{"id":"1"},"message":{"attachment":{"payload":{}}}}""", "(#100) The parameter message.attachment.type is required.")]
    [InlineData("""{"recipient":"1"}""", "(#100) Param recipient must be an object, but it is a string.")]
    [InlineData("""{"recipient":{"id":true}}""", "(#100) Param recipient.id must be a string or an integer, but it is a boolean.")]
    [InlineData("""{"recipient":{"id":-1},"message":{"text":"a"}}""", "(#100) Param recipient.id must be a string of digits.")]
    [InlineData("""{"recipient":null,"message":{"text":"a"}}""", "(#100) Param recipient must not be null. Leave it out instead.")]
    [InlineData("""{"recipient":{"id":"1"},"message":{"quick_replies":{}}}""", "(#100) Param message.quick_replies must be a list, but it is an object.")]
    [InlineData("""{"recipient":{"id":"1"},"messaging_type":"FOO"}""", "(#100) Param messaging_type must be one of {RESPONSE, UPDATE, MESSAGE_TAG, UTILITY}, but it is \"FOO\".")]
    [InlineData("""{"recipient":{"id":"1"},"message":{"text":"a","quick_replies":[null]}}""", "(#100) Param message.quick_replies[0] must not be null. Leave it out instead.")]
    [InlineData("""{"recipient":{"id":"1"},"message":{"text":"a"},"messaging_type":"MESSAGE_TAG","tag":"SHIPPING_UPDATE"}""", "(#100) Param tag must be one of {CUSTOMER_FEEDBACK, HUMAN_AGENT, NON_PROMOTIONAL_SUBSCRIPTION}, but it is \"SHIPPING_UPDATE\".")]
    [InlineData("""{"recipient":{"id":"1"},"message":{"text":"a","text":"b"}}""", "(#100) Param message.text is specified more than once.")]
    [InlineData("[1]", "(#100) The request body must be an object, but it is a list.")]
    [InlineData("hello", "(#100) The request body is not valid JSON (line 1, byte 1).")]
    [InlineData("", "(#100) The request body is empty. It must be a JSON object.")]
    public async Task A_wrong_body_is_refused_with_100_and_a_readable_reason(string body, string message)
    {
        var answer = await Caller.SendAsync(body);

        answer.AssertIsError(100);
        Assert.Equal(message, answer.Message);
        Assert.Equal("A parameter is invalid.", answer.Error["error_user_title"]!.GetValue<string>());
        Assert.Equal(message["(#100) ".Length..], answer.Error["error_user_msg"]!.GetValue<string>());
        Assert.Empty(Emulator.Ledger);
    }

    [Theory]
    [InlineData("EAAB-live-looking-token")]
    [InlineData("emulator-page-access-tokeN")]
    [InlineData(null)]
    public async Task A_wrong_or_missing_token_is_refused_with_190(string? token)
    {
        var answer = await Caller.PostAsync("v26.0/me/messages", Body("\"message\":{\"text\":\"a\"}"), token);

        answer.AssertIsError(190);
        Assert.StartsWith("(#190) The access token is invalid, expired or revoked.", answer.Message, StringComparison.Ordinal);
        Assert.Empty(Emulator.Ledger);
    }

    [Theory]
    [InlineData("999", "(#100) The object with ID '999' does not exist, or the access token may not use it.")]
    [InlineData("somebody", "(#100) The object does not exist, or the access token may not use it.")]
    [InlineData("ME", "(#100) The object does not exist, or the access token may not use it.")]
    public async Task An_unknown_Page_is_refused_with_100_and_33(string page, string message)
    {
        var answer = await Caller.PostAsync($"v26.0/{page}/messages", Body("\"message\":{\"text\":\"a\"}"), Emulator.AccessToken);

        answer.AssertIsError(100, 33, "GraphMethodException");
        Assert.Equal(message, answer.Message);
    }

    [Theory]
    [InlineData("me/messages")]
    [InlineData("v26/me/messages")]
    [InlineData("V26.0/me/messages")]
    [InlineData("v26.0/me/Messages")]
    [InlineData("v26.0/me/messages/")]
    [InlineData("v26.0//messages")]
    [InlineData("v26.0/me/messages/more")]
    [InlineData("v\u0662\u0666.0/me/messages")]
    [InlineData("ledger")]
    public async Task A_path_that_is_not_served_is_refused(string path)
    {
        var answer = await Caller.PostAsync(path, Body("\"message\":{\"text\":\"a\"}"), Emulator.AccessToken);

        answer.AssertIsError(2500);
        Assert.Empty(Emulator.Ledger);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("DELETE")]
    [InlineData("PUT")]
    public async Task Another_method_is_refused(string method)
    {
        var answer = await Caller.CallAsync(new HttpMethod(method), "v26.0/me/messages", token: Emulator.AccessToken);

        answer.AssertIsError(100, type: "GraphMethodException");
        Assert.Equal("(#100) Unsupported method. This path accepts only POST.", answer.Message);
    }

    [Theory]
    [InlineData(1024 * 1024 + 1)]
    [InlineData(4 * 1024 * 1024)]
    public async Task A_body_over_one_megabyte_is_refused(int bytes)
    {
        var body = Encoding.ASCII.GetBytes(Body($"\"message\":{{\"text\":\"{new string('a', bytes)}\"}}"))[..bytes];

        var answer = await Caller.PostAsync("v26.0/me/messages", body, Emulator.AccessToken);

        answer.AssertIsError(100);
        Assert.Equal("(#100) The request body has more than 1048576 bytes.", answer.Message);
    }

    [Fact]
    public async Task A_body_of_just_one_megabyte_is_taken()
    {
        var frame = Body("\"message\":{\"text\":\"Hi\",\"metadata\":\"\"}").Length;

        var answer = await Caller.SendAsync(Body($"\"message\":{{\"text\":\"Hi\",\"metadata\":\"{new string('a', (1024 * 1024) - frame)}\"}}"));

        Assert.Equal(200, answer.Status);
    }

    [Fact]
    public async Task Nesting_beyond_64_levels_is_refused()
    {
        var answer = await Caller.SendAsync(Body($"\"payload\":{new string('[', 5000)}{new string(']', 5000)}"));

        answer.AssertIsError(100);
        Assert.Equal("(#100) The request body is nested deeper than 64 levels.", answer.Message);
    }

    [Fact]
    public async Task Every_answer_has_a_trace_id_of_its_own_and_names_the_version()
    {
        var answers = new[]
        {
            await Caller.SendAsync("x"),
            await Caller.SendAsync("x"),
            await Caller.SendAsync(Body("\"message\":{\"text\":\"a\"}")),
            await Caller.PostAsync("v25.0/me/messages", "x", Emulator.AccessToken),
            await Caller.PostAsync("nowhere", "x", null),
        };

        Assert.Equal(5, answers.Select(a => Assert.IsType<string>(a.TraceId)).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(["v26.0", "v26.0", "v26.0", "v25.0", "v26.0"], answers.Select(a => a.Version));
    }
}

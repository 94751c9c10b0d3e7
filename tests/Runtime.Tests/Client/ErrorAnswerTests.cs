using System.Net;
using PageMessages;
using PageMessagesGen.Runtime.Tests.Support;

namespace PageMessagesGen.Runtime.Tests.Client;

public sealed class ErrorAnswerTests
{
    private const string Whole =
        """
        {"error":{"message":"(#551) This person isn't available right now.","type":"OAuthException","code":551,
         "error_subcode":1545041,"error_user_title":"Nicht erreichbar","error_user_msg":"Diese Person ist nicht erreichbar. 🙁",
         "is_transient":false,"error_data":{"a":[{"code":1}]},"fbtrace_id":"AbC_123"},"more":1}
        """;

    [Fact]
    public async Task Every_member_of_an_error_is_handed_on()
    {
        var failure = await Clients.FailAsync(Answers.Json(400, Whole));

        Assert.Equal(HttpStatusCode.BadRequest, failure.StatusCode);
        Assert.Equal(551, failure.Code);
        Assert.True(failure.Is(PageMessagesErrors.PersonUnavailable));
        Assert.Equal(1545041, failure.Subcode);
        Assert.Equal("OAuthException", failure.Type);
        Assert.Equal("(#551) This person isn't available right now.", failure.ErrorMessage);
        Assert.Equal("Nicht erreichbar", failure.UserTitle);
        Assert.Equal("Diese Person ist nicht erreichbar. 🙁", failure.UserMessage);
        Assert.Equal("AbC_123", failure.TraceId);
        Assert.Equal("This person is not available right now.", failure.Meaning);
        Assert.Equal(
            "Graph API error 551/1545041 (HTTP 400): (#551) This person isn't available right now. Meaning: This person is not available right now. [fbtrace_id AbC_123]",
            failure.Message);
        Assert.Null(failure.InnerException);
    }

    [Theory]
    [InlineData("""{"error":{}}""", "Graph API error (HTTP 400)")]
    [InlineData("""{"error":{"code":100}}""", "Graph API error 100 (HTTP 400) Meaning: A parameter is invalid.")]
    [InlineData("""{"error":{"code":100,"message":"(#100) A parameter is invalid."}}""", "Graph API error 100 (HTTP 400): (#100) A parameter is invalid.")]
    [InlineData("""{"error":{"code":4711,"error_subcode":1}}""", "Graph API error 4711/1 (HTTP 400)")]
    [InlineData("""{"error":{"message":"Oops","fbtrace_id":"x"}}""", "Graph API error (HTTP 400): Oops [fbtrace_id x]")]
    [InlineData("""{"error":{"error_user_msg":"Please wait"}}""", "Graph API error (HTTP 400)")]
    public async Task An_error_with_some_of_its_members_is_described_by_these(string body, string message)
    {
        var failure = await Clients.FailAsync(Answers.Json(400, body));

        Assert.Equal(message, failure.Message);
        Assert.NotNull(failure.Error);
    }

    [Theory]
    [InlineData("\"code\":\"190\"")]
    [InlineData("\"code\":190.5")]
    [InlineData("\"code\":99999999999")]
    [InlineData("\"code\":null")]
    [InlineData("\"code\":[1,{\"code\":190}]")]
    [InlineData("\"type\":7,\"error_user_title\":{\"type\":\"x\"},\"error_user_msg\":null,\"error_subcode\":true")]
    [InlineData("\"type\":\"half an emoji \\ud83c\"")]
    public async Task Members_of_another_kind_are_worth_less_than_the_rest(string members)
    {
        var failure = await Clients.FailAsync(Answers.Json(400, $$$"""{"error":{"fbtrace_id":"x",{{{members}}},"message":"Oops"}}"""));

        Assert.Equal(new GraphApiError { TraceId = "x", Message = "Oops" }, failure.Error);
        Assert.Equal("Graph API error (HTTP 400): Oops [fbtrace_id x]", failure.Message);
    }

    [Fact]
    public async Task An_error_is_an_error_whatever_the_status_says()
    {
        var failure = await Clients.FailAsync(Answers.Json(200, $$"""{"message_id":"m_1",{{Whole.TrimStart()[1..]}}"""));

        Assert.Equal((HttpStatusCode.OK, 551), (failure.StatusCode, failure.Code));
    }

    [Theory]
    [InlineData(502, "<html><body>Bad Gateway</body></html>")]
    [InlineData(500, "")]
    [InlineData(429, "Slow down")]
    [InlineData(404, "null")]
    [InlineData(400, "[]")]
    [InlineData(400, "{\"error\":\"invalid_request\"}")]
    [InlineData(400, "{\"error\":{\"code\":100")]
    [InlineData(307, "")]
    [InlineData(304, "")]
    public async Task A_refusal_without_an_error_object_is_told_by_its_status(int status, string body)
    {
        var failure = await Clients.FailAsync(Answers.Json(status, body));

        Assert.Equal($"The server returned HTTP {status} without a Graph API error. The message may have been delivered.", failure.Message);
        Assert.Equal(status, (int?)failure.StatusCode);
        Assert.Null(failure.Error);
        Assert.Null(failure.Code);
        Assert.Null(failure.Meaning);
    }

    [Theory]
    [InlineData("an empty answer")]
    [InlineData("nothing")]
    [InlineData("half an answer")]
    [InlineData("null")]
    [InlineData("a list")]
    [InlineData("text")]
    [InlineData("an answer and more")]
    [InlineData("an id of another kind")]
    [InlineData("an id that is not UTF-8")]
    public async Task An_answer_that_cannot_be_read_is_no_success(string script)
    {
        var failure = await Clients.FailAsync(Failures.Scripts[script]);

        Assert.Equal("The response cannot be read. The message may have been delivered.", failure.Message);
        Assert.True((int?)failure.StatusCode is 200 or 204);
        Assert.Null(failure.InnerException);
    }

    [Fact]
    public async Task Long_texts_are_shortened_in_the_message_and_whole_in_the_properties()
    {
        var text = new string('a', 499) + "🍕" + new string('b', 5000);

        var failure = await Clients.FailAsync(Answers.Json(400, $$$"""{"error":{"message":"{{{text}}}"}}"""));

        Assert.Equal(text, failure.ErrorMessage);
        Assert.Equal($"Graph API error (HTTP 400): {new string('a', 499)}…", failure.Message);
    }
}

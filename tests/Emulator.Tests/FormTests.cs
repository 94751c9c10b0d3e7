using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using PageMessagesGen.Emulator.Tests.Support;

namespace PageMessagesGen.Emulator.Tests;

/// <summary>Bodies that are forms, with and without a file.</summary>
public sealed class FormTests : EmulatorTest
{
    private const string Picture = """{"attachment":{"type":"image","payload":{"is_reusable":true}}}""";

    private static readonly byte[] Bytes = [0xFF, 0xD8, 0, 1, 2, 13, 10, 45, 45];

    private static string Recipient => $$"""{"id":"{{Customer}}"}""";

    [Fact]
    public async Task A_file_is_delivered_beside_its_message()
    {
        var answer = await PostAsync(("recipient", Recipient), ("message", Picture), ("messaging_type", "RESPONSE"), ("filedata", null));

        Assert.Equal((200, null), (answer.Status, answer.Rules));
        Assert.NotNull(answer.Find("attachment_id"));
        var delivery = Assert.Single(Emulator.Ledger);
        Assert.Equal($$"""{"recipient":{{Recipient}},"message":{{Picture}},"messaging_type":"RESPONSE"}""", delivery.Body);
        Assert.Equal([new DeliveredFile("filedata", "menü.jpg", "image/jpeg", Bytes.Length, Convert.ToHexStringLower(SHA256.HashData(Bytes)))], delivery.Files);
        Assert.Contains("\"files\":[{\"name\":\"filedata\",\"file_name\":\"menü.jpg\"", await Caller.GetTextAsync("ledger"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"attachment":{"type":"image"}}""")]
    [InlineData("""{"attachment":{"type":"image","payload":{}}}""")]
    public async Task A_file_is_source_enough(string message)
    {
        var answer = await PostAsync(("recipient", Recipient), ("messaging_type", "RESPONSE"), ("message", message), ("filedata", null));

        Assert.Equal(200, answer.Status);
    }

    [Theory]
    [InlineData("""{"attachment":{"type":"image","payload":{"url":"https://cdn.example.com/a.jpg"}}}""", "filedata", "image-has-one-source")]
    [InlineData("""{"text":"Look"}""", "filedata", "unknown-member")]
    [InlineData("""{"attachment":{"type":"image","payload":{"attachment_id":"17"}}}""", "file", "unknown-member")]
    public async Task A_file_that_is_not_needed_is_a_warning(string message, string part, string rule)
    {
        var answer = await PostAsync(("recipient", Recipient), ("messaging_type", "RESPONSE"), ("message", message), (part, null));

        Assert.Equal((200, rule), (answer.Status, answer.Rules));
    }

    [Fact]
    public async Task Without_a_file_a_picture_needs_another_source()
    {
        var answer = await PostAsync(("recipient", Recipient), ("message", Picture));

        answer.AssertIsError(100, 2018005);
    }

    [Fact]
    public async Task JSON_cannot_have_a_file()
    {
        var answer = await Caller.SendAsync(Body("""
            "message":{"attachment":{"type":"image","payload":{"filedata":"aGVsbG8="}}}
            """));

        answer.AssertIsError(100);
        Assert.Equal("(#100) Param message.attachment.payload.filedata must be a file in its own part of a multipart/form-data request, but it is a string.", answer.Message);
    }

    [Fact]
    public async Task Fields_of_a_form_are_the_members_and_the_token()
    {
        using var form = new FormUrlEncodedContent([new("recipient", Recipient), new("message", """{"text":"50 % + more"}"""), new("messaging_type", "RESPONSE"), new("access_token", Emulator.AccessToken)]);

        var answer = await Caller.CallAsync(HttpMethod.Post, "v26.0/me/messages", form);

        Assert.Equal((200, null), (answer.Status, answer.Rules));
        Assert.Equal($$$"""{"recipient":{{{Recipient}}},"message":{"text":"50 % + more"},"messaging_type":"RESPONSE"}""", Assert.Single(Emulator.Ledger).Body);
    }

    [Fact]
    public async Task A_field_that_is_no_JSON_is_a_string()
    {
        var answer = await PostAsync(("recipient", "{\"id\":"), ("message", """{"text":"Hi"}"""));

        answer.AssertIsError(100);
        Assert.Contains("recipient must be an object, but it is a string", answer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_in_a_field_is_refused_as_content()
    {
        var answer = await PostAsync(("recipient", Recipient), ("message", $$"""{"text":"{{Emulator.AccessToken}}"}"""));

        answer.AssertIsError(100);
        Assert.Empty(Emulator.Ledger);
    }

    [Theory]
    [InlineData("multipart/form-data", "--x\r\n")]
    [InlineData("multipart/form-data; boundary=x", "")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"recipient\"\r\n\r\n{\"id\":")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data\r\n\r\n1\r\n--x--\r\n")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\n\r\n1\r\n--x--\r\n")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"recipient\"\r\n\r\n\u00FF\r\n--x--\r\n")]
    public async Task A_form_that_is_not_valid_is_refused(string type, string body)
    {
        using var content = new ByteArrayContent(Encoding.Latin1.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);

        var answer = await Caller.CallAsync(HttpMethod.Post, "v26.0/me/messages", content, Emulator.AccessToken);

        answer.AssertIsError(100);
        Assert.Equal("(#100) The request body is not valid multipart/form-data.", answer.Message);
    }

    [Fact]
    public async Task Fields_have_the_size_limit_of_JSON()
    {
        var answer = await PostAsync(("recipient", Recipient), ("message", new string('a', 1024 * 1024)));

        answer.AssertIsError(100);
        Assert.Equal("(#100) The request body has more than 1048576 bytes.", answer.Message);
    }

    // A part without a value is a file.
    private async Task<Answer> PostAsync(params (string Name, string? Value)[] parts)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in parts)
        {
            if (value is not null)
                form.Add(new StringContent(value), name);
            else
                form.Add(new ByteArrayContent(Bytes) { Headers = { ContentType = new MediaTypeHeaderValue("image/jpeg") } }, name, "menü.jpg");
        }

        return await Caller.CallAsync(HttpMethod.Post, $"v26.0/{Emulator.PageId}/messages", form, Emulator.AccessToken);
    }
}

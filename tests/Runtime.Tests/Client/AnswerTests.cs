using System.Text;
using PageMessages;
using PageMessagesGen.Runtime.Tests.Support;

namespace PageMessagesGen.Runtime.Tests.Client;

public sealed class AnswerTests
{
    private const int LargestAnswer = 1024 * 1024;

    [Theory]
    [InlineData("""{"recipient_id":"1","message_id":"m_AbC","attachment_id":"99"}""", "1", "m_AbC", "99")]
    [InlineData("""{"message_id":"m_AbC","recipient_id":"1"}""", "1", "m_AbC", null)]
    [InlineData("""{"recipient_id":"1"}""", "1", null, null)]
    [InlineData("{}", null, null, null)]
    [InlineData(" \r\n{ \"message_id\" : \"m_1\" } \n", null, "m_1", null)]
    [InlineData("""{"recipient_id":null,"message_id":null,"attachment_id":null}""", null, null, null)]
    [InlineData("""{"error":null,"message_id":"m_1"}""", null, "m_1", null)]
    [InlineData("""{"thread":{"a":[1,{"message_id":"x"}]},"message_id":"m_1","more":null}""", null, "m_1", null)]
    [InlineData("""{"recipient":{"recipient_id":"x"},"message_ids":["x"],"message_id":"m_1"}""", null, "m_1", null)]
    [InlineData("""{"message_id":"\u006d_\ud83c\udf55","recip\u0069ent_id":"1"}""", "1", "m_🍕", null)]
    public async Task An_answer_is_read(string body, string? recipient, string? message, string? attachment)
    {
        // A sender action, since a message is no success without an id.
        var (answer, _) = await Clients.ExchangeAsync(Answers.Json(200, body), new() { Recipient = new() { Id = "1" }, SenderAction = SenderAction.TypingOn });

        Assert.Equal(new SendMessageResponse { RecipientId = recipient, MessageId = message, AttachmentId = attachment }, answer with { UnknownMembers = null });
    }

    [Theory]
    [InlineData(201, "Content-Type: text/javascript; charset=UTF-8\r\n")]
    [InlineData(202, "")]
    public async Task Any_successful_status_and_content_type_will_do(int status, string headers)
    {
        var (answer, _) = await Clients.ExchangeAsync(Answers.With(status, headers, Encoding.UTF8.GetBytes(Answers.Accepted)));

        Assert.Equal("m_AbC-123", answer.MessageId);
    }

    [Fact]
    public async Task A_slow_answer_is_put_together()
    {
        var (answer, _) = await Clients.ExchangeAsync(async (connection, _, ct) =>
        {
            var bytes = Encoding.UTF8.GetBytes($"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{Answers.Accepted}");
            foreach (var piece in bytes.Chunk(7))
            {
                await connection.WriteAsync(piece, ct);
                await Task.Delay(5, ct);
            }
        });

        Assert.Equal("m_AbC-123", answer.MessageId);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_answer_may_be_as_long_as_a_mebibyte(bool isAnnounced)
    {
        var body = Answers.Accepted.PadRight(LargestAnswer);
        var length = isAnnounced ? $"Content-Length: {body.Length}\r\n" : "";

        var (answer, _) = await Clients.ExchangeAsync(Answers.Raw($"HTTP/1.1 200 OK\r\n{length}Connection: close\r\n\r\n{body}"));

        Assert.Equal("m_AbC-123", answer.MessageId);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_longer_answer_is_refused(bool isAnnounced)
    {
        var body = Answers.Accepted.PadRight(LargestAnswer + 1);
        var length = isAnnounced ? $"Content-Length: {body.Length}\r\n" : "";

        var failure = await Clients.FailAsync(Answers.Raw($"HTTP/1.1 200 OK\r\n{length}Connection: close\r\n\r\n{body}"));

        Assert.Equal("The response is longer than 1048576 bytes. The message may have been delivered.", failure.Message);
    }
}

using PageMessages;
using PageMessagesGen.Runtime.Tests.Support;

namespace PageMessagesGen.Runtime.Tests.Client;

public sealed class ArgumentTests : IAsyncDisposable
{
    private readonly ScriptedServer _server = new(Answers.Json(200, Answers.Accepted));
    private readonly HttpClient _http = new();

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task No_request_is_refused()
    {
        var exception = await AssertRefusedAsync<ArgumentNullException>(null!);

        Assert.Equal("request", exception.ParamName);
    }

    [Fact]
    public async Task A_null_in_a_list_is_refused()
    {
        var noReply = Requests.Text with { Message = new() { QuickReplies = [new() { ContentType = QuickReplyContentType.Text }, null!] } };
        var noOption = Requests.Text with
        {
            Message = new() { QuickReplies = [new() { ContentType = QuickReplyContentType.Poll, Data = new() { PollOptions = ["a", null!] } }] },
        };

        await AssertRefusedAsync<ArgumentNullException>(noReply);
        await AssertRefusedAsync<ArgumentNullException>(noOption);
    }

    [Fact]
    public async Task An_undefined_enum_value_is_refused_and_named()
    {
        var cases = new (SendMessageRequest Request, string Message)[]
        {
            (Requests.Text with { MessagingType = 0 }, "'0' is not a valid MessagingType."),
            (Requests.Text with { NotificationType = (NotificationType)4 }, "'4' is not a valid NotificationType."),
            (Requests.Text with { SenderAction = (SenderAction)(-1) }, "'-1' is not a valid SenderAction."),
            (Requests.Text with { Tag = (MessageTag)int.MaxValue }, "'2147483647' is not a valid MessageTag."),
            (Requests.Text with { Message = new() { Attachment = new RawAttachment { Type = default } } }, "'0' is not a valid AttachmentType."),
            (Requests.Text with { Message = new() { QuickReplies = [new() { ContentType = (QuickReplyContentType)21 }] } }, "'21' is not a valid QuickReplyContentType."),
            (Requests.Text with
            {
                Message = new() { QuickReplies = [new() { ContentType = QuickReplyContentType.P2pPayment, Data = new() { PaymentType = (PaymentType)3 } }] },
            }, "'3' is not a valid PaymentType."),
        };

        foreach (var (request, message) in cases)
        {
            var exception = await AssertRefusedAsync<ArgumentOutOfRangeException>(request);

            Assert.StartsWith(message, exception.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_request_that_can_be_written_gets_through_here()
    {
        await Clients.For(_server.BaseAddress, _http).SendAsync(Requests.Everything);

        Assert.Single(_server.Requests);
    }

    private async Task<T> AssertRefusedAsync<T>(SendMessageRequest request)
        where T : ArgumentException
    {
        var exception = await Assert.ThrowsAsync<T>(() => Clients.For(_server.BaseAddress, _http).SendAsync(request));

        Assert.Empty(_server.Requests);
        return exception;
    }
}

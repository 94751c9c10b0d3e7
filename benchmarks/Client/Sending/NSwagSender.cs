using PageMessagesGen.Benchmarks.Client.ByNSwag;

namespace PageMessagesGen.Benchmarks.Client.Sending;

/// <summary>NSwag: the client that it generates, with Newtonsoft.Json as it is by default.</summary>
internal sealed class NSwagSender : Sending<SendAnswer>
{
    private readonly NSwagClient _client;
    private readonly SendRequest _request;

    public NSwagSender(HttpClient http, Target target, Shapes.SendRequest request)
    {
        _request = Convert(request);
        http.DefaultRequestHeaders.Authorization = target.Authorization;
        _client = new NSwagClient(http) { BaseUrl = target.BaseAddress.ToString() };
    }

    public override string Name => "nswag";

    protected override Task<SendAnswer> CallAsync() => _client.SendAsync(Target.PageId, _request);

    protected override string? IdOf(SendAnswer answer) => answer.Message_id;

    // What the payloads that are sent contain; that it is all is verified before anything is measured.
    private static SendRequest Convert(Shapes.SendRequest request) => new()
    {
        Recipient = new() { Id = request.Recipient.Id },
        Messaging_type = request.MessagingType is Shapes.Kind.Response ? Kind.RESPONSE : null,
        Message = new()
        {
            Text = request.Message?.Text,
            Metadata = request.Message?.Metadata,
            Quick_replies = request.Message?.QuickReplies?.Select(reply => new Reply
            {
                Content_type = reply.ContentType is Shapes.ReplyType.Text ? ReplyType.Text : default,
                Title = reply.Title,
                Image_url = reply.ImageUrl,
                Payload = reply.Payload,
            }).ToList(),
        },
    };
}

using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;
using PageMessagesGen.Benchmarks.Client.ByKiota;
using PageMessagesGen.Benchmarks.Client.ByKiota.Models;

namespace PageMessagesGen.Benchmarks.Client.Sending;

/// <summary>Kiota: the client that it generates, over the HttpClient of its factory with the default handlers.</summary>
internal sealed class KiotaSender : Sending<SendAnswer?>
{
    private readonly KiotaClient _client;
    private readonly SendRequest _request;

    public KiotaSender(Target target, Shapes.SendRequest request)
    {
        _request = Convert(request);
        var authentication = new BaseBearerTokenAuthenticationProvider(new FixedToken());
        _client = new KiotaClient(new HttpClientRequestAdapter(authentication, httpClient: KiotaClientFactory.Create())
        {
            BaseUrl = target.BaseAddress.ToString().TrimEnd('/'),
        });
    }

    public override string Name => "kiota";

    protected override Task<SendAnswer?> CallAsync() => _client.V260[Target.PageId].Messages.PostAsync(_request);

    protected override string? IdOf(SendAnswer? answer) => answer?.MessageId;

    // What the payloads that are sent contain; that it is all is verified before anything is measured.
    private static SendRequest Convert(Shapes.SendRequest request) => new()
    {
        Recipient = new() { Id = request.Recipient.Id },
        MessagingType = request.MessagingType is Shapes.Kind.Response ? Kind.RESPONSE : null,
        Message = new()
        {
            Text = request.Message?.Text,
            Metadata = request.Message?.Metadata,
            QuickReplies = request.Message?.QuickReplies?.Select(reply => new Reply
            {
                ContentType = reply.ContentType is Shapes.ReplyType.Text ? ReplyType.Text : null,
                Title = reply.Title,
                ImageUrl = reply.ImageUrl,
                Payload = reply.Payload,
            }).ToList(),
        },
    };

    private sealed class FixedToken : IAccessTokenProvider
    {
        public AllowedHostsValidator AllowedHostsValidator { get; } = new();

        public Task<string> GetAuthorizationTokenAsync(
            Uri uri, Dictionary<string, object>? additionalAuthenticationContext = null, CancellationToken cancellationToken = default) =>
            Task.FromResult(Target.AccessToken);
    }
}

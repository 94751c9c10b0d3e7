using System.Net.Http.Headers;
using Flurl.Http;
using Flurl.Http.Configuration;
using PageMessagesGen.Benchmarks.Client.Shapes;
using RestEase;
using RestSharp;
using RestSharp.Serializers.Json;

namespace PageMessagesGen.Benchmarks.Client.Sending;

/// <summary>The endpoint as RestEase is told about it.</summary>
public interface IRestEaseEndpoint
{
    [Header("Authorization")]
    AuthenticationHeaderValue? Authorization { get; set; }

    [Post("/v26.0/{pageId}/messages")]
    Task<SendAnswer> SendAsync([Path] string pageId, [Body] SendRequest request);
}

/// <summary>RestEase, with its own serializer.</summary>
internal sealed class RestEaseSender : Sending<SendAnswer>
{
    private readonly IRestEaseEndpoint _endpoint;
    private readonly SendRequest _request;

    public RestEaseSender(HttpClient http, Target target, SendRequest request)
    {
        _request = request;
        http.BaseAddress ??= target.BaseAddress;
        _endpoint = new RestEase.RestClient(http) { JsonSerializerSettings = SerializerSettings.Newtonsoft }.For<IRestEaseEndpoint>();
        _endpoint.Authorization = target.Authorization;
    }

    public override string Name => "restease";

    protected override Task<SendAnswer> CallAsync() => _endpoint.SendAsync(Target.PageId, _request);

    protected override string? IdOf(SendAnswer answer) => answer.MessageId;
}

/// <summary>RestSharp, with System.Text.Json's source generator in its serializer.</summary>
internal sealed class RestSharpSender(Target target, SendRequest body) : Sending<SendAnswer?>
{
    private readonly RestSharp.RestClient _client = new(
        new RestClientOptions(target.BaseAddress),
        configureSerialization: s => s.UseSystemTextJson(SerializerSettings.Generated));

    public override string Name => "restsharp";

    protected override Task<SendAnswer?> CallAsync()
    {
        var request = new RestRequest(Target.Path, Method.Post).AddHeader("Authorization", $"Bearer {Target.AccessToken}").AddJsonBody(body);
        return _client.PostAsync<SendAnswer>(request);
    }

    protected override string? IdOf(SendAnswer? answer) => answer?.MessageId;
}

/// <summary>Flurl.Http, with System.Text.Json's source generator in its serializer.</summary>
internal sealed class FlurlSender : Sending<SendAnswer>
{
    private readonly FlurlClient _client;
    private readonly SendRequest _request;

    public FlurlSender(Target target, SendRequest request)
    {
        _request = request;
        _client = new FlurlClient(target.BaseAddress.ToString());
        _client.Settings.JsonSerializer = new DefaultJsonSerializer(SerializerSettings.Generated);
    }

    public override string Name => "flurl";

    protected override Task<SendAnswer> CallAsync() => _client
        .Request(Target.Path)
        .WithHeader("Authorization", $"Bearer {Target.AccessToken}")
        .PostJsonAsync(_request)
        .ReceiveJson<SendAnswer>();

    protected override string? IdOf(SendAnswer answer) => answer.MessageId;
}

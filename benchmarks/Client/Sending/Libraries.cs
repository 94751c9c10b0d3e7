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
internal sealed class RestEaseSender : ISending
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

    public string Name => "restease";

    public Task SendAsync() => _endpoint.SendAsync(Target.PageId, _request);
}

/// <summary>RestSharp, with its own choice of serializer.</summary>
internal sealed class RestSharpSender(Target target, SendRequest body) : ISending
{
    private readonly RestSharp.RestClient _client = new(
        new RestClientOptions(target.BaseAddress),
        configureSerialization: s => s.UseSystemTextJson(SerializerSettings.Reflection));

    public string Name => "restsharp";

    public Task SendAsync()
    {
        var request = new RestRequest(Target.Path, Method.Post).AddHeader("Authorization", $"Bearer {Target.AccessToken}").AddJsonBody(body);
        return _client.PostAsync<SendAnswer>(request);
    }
}

/// <summary>Flurl.Http, with its own serializer.</summary>
internal sealed class FlurlSender : ISending
{
    private readonly FlurlClient _client;
    private readonly SendRequest _request;

    public FlurlSender(Target target, SendRequest request)
    {
        _request = request;
        _client = new FlurlClient(target.BaseAddress.ToString());
        _client.Configure(s => s.JsonSerializer = new NewtonsoftJsonSerializer(SerializerSettings.Newtonsoft));
    }

    public string Name => "flurl";

    public Task SendAsync() => _client
        .Request(Target.Path)
        .WithHeader("Authorization", $"Bearer {Target.AccessToken}")
        .PostJsonAsync(_request)
        .ReceiveJson<SendAnswer>();
}

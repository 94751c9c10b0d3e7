using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PageMessagesGen.Runtime.Tests.Support;

namespace PageMessagesGen.Runtime.Tests.Client;

/// <summary>Whatever sends again behind the client's back, the server gets a message once.</summary>
public sealed class SendOnceTests
{
    private const string Prevented = "A handler of the HttpClient tried to send the request again, after a redirect or as a retry. This was prevented, because a message that is sent twice "
        + "is delivered twice. Disable redirects and retries for this HttpClient. The message may have been delivered.";

    private static readonly AnswerScript Accepted = Answers.Json(200, Answers.Accepted);

    public static TheoryData<string> Retried => ["500", "503", "429", "408", "a closed connection", "a reset connection"];

    [Theory]
    [MemberData(nameof(Retried))]
    public async Task The_standard_resilience_handler_does_not_send_twice(string failure)
    {
        var script = int.TryParse(failure, out var status) ? Answers.Json(status, "") : Failures.Scripts[failure];
        await using var server = new ScriptedServer(Answers.InTurn(script, script, Accepted));
        await using var services = Resilient();

        var thrown = await FailAsync(services.GetRequiredService<HttpClient>(), server.BaseAddress);

        Assert.Single(server.Requests, request => request.Body.Length > 0);
        Assert.Equal(Prevented, thrown.Message);
        Assert.IsType<NotSupportedException>(thrown.InnerException);
        Assert.Null(thrown.StatusCode);
    }

    [Fact]
    public async Task The_standard_resilience_handler_may_try_again_if_nothing_was_sent()
    {
        await using var server = new ScriptedServer(Accepted);
        var attempts = 0;
        await using var services = Resilient(() => new SocketsHttpHandler
        {
            ConnectCallback = async (context, ct) =>
            {
                if (Interlocked.Increment(ref attempts) <= 2)
                    throw new SocketException((int)SocketError.ConnectionRefused);
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                await socket.ConnectAsync(context.DnsEndPoint, ct);
                return new NetworkStream(socket, ownsSocket: true);
            },
        });

        var response = await Clients.For(server.BaseAddress, services.GetRequiredService<HttpClient>()).SendAsync(Requests.Text).WaitAsync(Clients.Patience);

        Assert.Equal("m_AbC-123", response.MessageId);
        Assert.Equal(3, attempts);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_redirect_that_keeps_the_body_is_not_followed()
    {
        await using var server = new ScriptedServer(Answers.With(307, "Location: /again\r\n", []));
        using var http = new HttpClient();

        var thrown = await FailAsync(http, server.BaseAddress);

        // The head of the redirected request leaves before its body is asked for.
        Assert.Single(server.Requests, request => request.Body.Length > 0);
        Assert.Equal(Prevented, thrown.Message);
    }

    [Theory]
    [InlineData(302)]
    [InlineData(303)]
    public async Task The_response_to_the_GET_of_a_redirect_is_no_success(int status)
    {
        await using var server = new ScriptedServer(Answers.InTurn(Answers.With(status, "Location: /elsewhere\r\n", []), Accepted));
        using var http = new HttpClient();

        var thrown = await FailAsync(http, server.BaseAddress);

        Assert.Equal("The request was redirected, and the response does not belong to the request. The message may have been delivered.", thrown.Message);
        Assert.Equal(HttpStatusCode.OK, thrown.StatusCode);
        Assert.Equal(["POST", "GET"], server.Requests.Select(request => request.Method));
    }

    [Fact]
    public async Task A_stream_that_HTTP_2_refuses_is_not_sent_again()
    {
        var bodies = 0;
        await using var app = await StartHttp2Async(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            if ((await reader.ReadToEndAsync()).Length > 0)
                Interlocked.Increment(ref bodies);
            context.Features.Get<IHttpResetFeature>()!.Reset(7); // REFUSED_STREAM
        });
        using var http = new HttpClient { DefaultRequestVersion = HttpVersion.Version20, DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact };

        var thrown = await FailAsync(http, new Uri(app.Urls.Single()));

        Assert.Equal(1, bodies);
        Assert.Equal(Prevented, thrown.Message);
    }

    [Fact]
    public async Task A_response_that_hangs_is_not_asked_for_again()
    {
        await using var server = new ScriptedServer(Answers.InTurn(Answers.Stall(), Accepted));
        await using var services = Resilient(resilience: client => client.AddStandardResilienceHandler(o => o.AttemptTimeout.Timeout = TimeSpan.FromMilliseconds(500)));

        var thrown = await FailAsync(services.GetRequiredService<HttpClient>(), server.BaseAddress);

        Assert.Single(server.Requests, request => request.Body.Length > 0);
        Assert.Equal(Prevented, thrown.Message);
    }

    [Fact]
    public async Task The_standard_hedging_handler_does_not_send_twice()
    {
        await using var server = new ScriptedServer(Answers.InTurn(Answers.Json(500, ""), Accepted));
        await using var services = Resilient(resilience: client => client.AddStandardHedgingHandler());

        var thrown = await FailAsync(services.GetRequiredService<HttpClient>(), server.BaseAddress);

        Assert.Single(server.Requests, request => request.Body.Length > 0);
        Assert.Equal(Prevented, thrown.Message);
    }

    [Theory]
    [InlineData("CopyTo", "CopyTo")]
    [InlineData("CopyTo", "CopyToAsync")]
    [InlineData("CopyToAsync", "CopyTo")]
    [InlineData("CopyToAsync", "ReadAsStream")]
    [InlineData("CopyToAsync", "ReadAsStreamAsync")]
    [InlineData("CopyToAsync", "LoadIntoBufferAsync")]
    public async Task A_body_is_read_once_whatever_the_way(string first, string second)
    {
        var handler = new Reading(BodyReading.Paths[first], BodyReading.Paths[second]);

        var thrown = await Clients.FailAsync(new Uri("http://127.0.0.1"), handler: handler);

        Assert.Equal(Prevented, thrown.Message);
    }

    [Fact]
    public async Task A_handler_that_sends_twice_by_itself_does_not_either()
    {
        await using var server = new ScriptedServer(Answers.Json(500, ""));
        using var http = new HttpClient(new Repeating(3) { InnerHandler = new SocketsHttpHandler() });

        var thrown = await FailAsync(http, server.BaseAddress);

        Assert.Single(server.Requests, request => request.Body.Length > 0);
        Assert.Equal(Prevented, thrown.Message);
    }

    private static ServiceProvider Resilient(Func<HttpMessageHandler>? primary = null, Action<IHttpClientBuilder>? resilience = null)
    {
        var services = new ServiceCollection();
        var builder = services.AddHttpClient("pages");
        if (primary is not null)
            builder.ConfigurePrimaryHttpMessageHandler(primary);
        if (resilience is null)
            builder.AddStandardResilienceHandler();
        else
            resilience(builder);
        services.AddSingleton(provider => provider.GetRequiredService<IHttpClientFactory>().CreateClient("pages"));
        return services.BuildServiceProvider();
    }

    private static async Task<WebApplication> StartHttp2Async(Microsoft.AspNetCore.Http.RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        var app = builder.Build();
        app.Run(answer);
        await app.StartAsync();
        return app;
    }

    private static Task<GraphApiException> FailAsync(HttpClient http, Uri address) =>
        Assert.ThrowsAsync<GraphApiException>(() => Clients.For(address, http).SendAsync(Requests.Text).WaitAsync(Clients.Patience));

    private sealed class Reading(params Func<HttpContent, Task>[] paths) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            foreach (var path in paths)
                await path(request.Content!);
            throw new InvalidOperationException("The body was read more than once.");
        }
    }

    private sealed class Repeating(int times) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            for (var i = 1; i < times; i++)
                response = await base.SendAsync(request, cancellationToken);
            return response;
        }
    }
}

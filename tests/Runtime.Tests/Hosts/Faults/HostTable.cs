using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Logging;
using Polly;

namespace PageMessagesGen.Runtime.Tests.Hosts.Faults;

/// <summary>What hosts do with their HttpClients.</summary>
internal static class HostTable
{
    /// <summary>Gets what each host does with its services and with the builder of the client; the time is that of an attempt.</summary>
    public static IReadOnlyDictionary<string, Action<IServiceCollection, IHttpClientBuilder, TimeSpan>> All { get; } = new Dictionary<string, Action<IServiceCollection, IHttpClientBuilder, TimeSpan>>
    {
        ["bare"] = (_, _, _) => { },
        ["retry by default"] = (services, _, limit) => services.ConfigureHttpClientDefaults(client => client.AddStandardResilienceHandler(Quick(limit))),
        ["retry appended"] = (_, client, limit) => client.AddStandardResilienceHandler(Quick(limit)),
        ["both"] = (services, client, limit) =>
        {
            services.ConfigureHttpClientDefaults(defaults => defaults.AddStandardResilienceHandler(Quick(limit)));
            client.AddStandardResilienceHandler(Quick(limit));
        },
        ["hedging"] = (_, client, limit) => client.AddStandardHedgingHandler().Configure(QuickHedging(limit)),
        ["retry of everything"] = (_, client, _) => client.AddResilienceHandler("everything", pipeline => pipeline.AddRetry(new HttpRetryStrategyOptions
        {
            ShouldHandle = static arguments => ValueTask.FromResult(arguments.Outcome.Exception is not OperationCanceledException && arguments.Outcome.Result?.StatusCode != System.Net.HttpStatusCode.OK),
            Delay = TimeSpan.FromMilliseconds(1),
            BackoffType = DelayBackoffType.Constant,
        })),
        ["copies"] = (_, client, _) => client.AddHttpMessageHandler(() => new CopyingHandler()),
        ["buffers"] = (_, client, limit) => client.AddHttpMessageHandler(() => new BufferingHandler()).AddStandardResilienceHandler(Quick(limit)),
        ["buffers, retries before"] = (_, client, limit) =>
        {
            client.AddStandardResilienceHandler(Quick(limit));
            client.AddHttpMessageHandler(() => new BufferingHandler());
        },
        ["logs headers"] = (services, client, limit) =>
        {
            services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace));
            client.AddDefaultLogger();
            client.AddStandardResilienceHandler(Quick(limit));
        },
        ["other connections"] = (_, client, limit) => client.ConfigurePrimaryHttpMessageHandler(() => new HttpClientHandler()).AddStandardResilienceHandler(Quick(limit)),
    };

    /// <summary>Gets the hosts that do not copy bodies: a client that has no registration is safe there.</summary>
    public static IEnumerable<string> WithoutCopies => All.Keys.Where(name => !name.StartsWith("buffers", StringComparison.Ordinal) && name != "copies");

    private static Action<HttpStandardResilienceOptions> Quick(TimeSpan limit) => options =>
    {
        options.Retry.Delay = TimeSpan.FromMilliseconds(1);
        options.Retry.BackoffType = DelayBackoffType.Constant;
        options.AttemptTimeout.Timeout = limit;
        options.TotalRequestTimeout.Timeout = options.CircuitBreaker.SamplingDuration = limit * 4;
    };

    private static Action<HttpStandardHedgingResilienceOptions> QuickHedging(TimeSpan limit) => options =>
    {
        options.Hedging.Delay = TimeSpan.FromMilliseconds(50);
        options.Endpoint.Timeout.Timeout = limit;
        options.TotalRequestTimeout.Timeout = options.Endpoint.CircuitBreaker.SamplingDuration = limit * 4;
    };

    /// <summary>Sends a copy of the request for each attempt, as many handlers do that were written by hand.</summary>
    private sealed class CopyingHandler : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    var response = await base.SendAsync(Copy(request, body), cancellationToken);
                    if (response.IsSuccessStatusCode || attempt == 4)
                        return response;
                    response.Dispose();
                }
                catch (Exception exception) when (exception is not OperationCanceledException && attempt < 4)
                {
                    // Again.
                }
            }
        }

        private static HttpRequestMessage Copy(HttpRequestMessage request, byte[] body)
        {
            var copy = new HttpRequestMessage(request.Method, request.RequestUri) { Content = new ByteArrayContent(body), Version = request.Version, VersionPolicy = request.VersionPolicy };
            foreach (var header in request.Headers)
                copy.Headers.TryAddWithoutValidation(header.Key, header.Value);
            foreach (var option in request.Options)
                ((IDictionary<string, object?>)copy.Options)[option.Key] = option.Value;
            return copy;
        }
    }

    private sealed class BufferingHandler : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await request.Content!.LoadIntoBufferAsync(cancellationToken);
            return await base.SendAsync(request, cancellationToken);
        }
    }
}

using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PageMessagesGen.Telemetry;

namespace PageMessagesGen.Receiving;

/// <summary>A webhook in a host, from its start to its end. Its options are read when the host starts, not when it is built.</summary>
internal sealed class WebhookHost : IHostedLifecycleService, IDisposable
{
    // It logs the URL of each request.
    private const string RequestLog = "Microsoft.AspNetCore.Hosting.Diagnostics";

    private readonly ILoggerFactory _loggers;
    private readonly Lazy<WebhookReceiver> _receiver;
    private readonly Lazy<WebhookReceiverOptions> _options;
    private readonly Lazy<string[]> _secrets;
    private readonly Lazy<byte[]> _verifyTokenHash;

    public WebhookHost(IServiceProvider services, string webhook)
    {
        _loggers = services.GetRequiredService<ILoggerFactory>();
        Log = new ReceiverLog(_loggers.CreateLogger("PageMessagesGen.Webhooks"));
        _options = new(() => services.GetRequiredService<IOptionsMonitor<WebhookReceiverOptions>>().Get(webhook));
        _secrets = new(() => [.. Options.AppSecrets]);
        _verifyTokenHash = new(() => SHA256.HashData(Encoding.UTF8.GetBytes(Options.VerifyToken)));
        _receiver = new(() => new WebhookReceiver(
            webhook,
            Options,
            services.GetKeyedService<IReceivedEvents>(webhook) ?? services.GetService<IReceivedEvents>() ?? new RememberedEvents(Options.RememberedEvents),
            [.. services.GetServices<IWebhookObserver>()],
            Log,
            services.GetRequiredService<TimeProvider>()));
    }

    /// <summary>Gets the options.</summary>
    public WebhookReceiverOptions Options => _options.Value;

    /// <summary>Gets the secrets of the app.</summary>
    public string[] Secrets => _secrets.Value;

    /// <summary>Gets the hash of the verify token.</summary>
    public byte[] VerifyTokenHash => _verifyTokenHash.Value;

    /// <summary>Gets what accepts the events.</summary>
    public WebhookReceiver Receiver => _receiver.Value;

    /// <summary>Gets the log.</summary>
    public ReceiverLog Log { get; }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        // What is missing shows now, and not with the first event.
        _ = Receiver;
        if (_loggers.CreateLogger(RequestLog).IsEnabled(LogLevel.Information))
            Log.TokenIsLogged(RequestLog);
        return Task.CompletedTask;
    }

    /// <summary>Accepts no more events, while the server still ends its requests.</summary>
    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        if (_receiver.IsValueCreated)
            Receiver.Close();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => _receiver.IsValueCreated ? Receiver.DrainAsync(cancellationToken) : Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_receiver.IsValueCreated)
            Receiver.Dispose();
    }
}

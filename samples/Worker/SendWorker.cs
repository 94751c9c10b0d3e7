using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PageMessages;

namespace PageMessagesGen.Worker;

/// <summary>Sends the requests of a file, and ends the host when it is done.</summary>
internal sealed partial class SendWorker(IPageMessagesClient client, RequestFile requests, IHostApplicationLifetime host, ILogger<SendWorker> logger) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        foreach (var line in requests.Unknown)
            LogUnknown(line);

        // Stopping ends the reading of requests, not the calls: their outcomes would be unknown.
        var outcomes = new Dictionary<string, int>();
        await foreach (var result in client.SendAllAsync(requests.ReadAsync(stoppingToken), maxConcurrency: 64, CancellationToken.None))
        {
            requests.Record(result);
            var outcome = result.Response is null ? $"{result.Outcome}" : "Sent";
            outcomes[outcome] = outcomes.GetValueOrDefault(outcome) + 1;
            if (result.Failure is { } failure)
                LogFailure(failure.Message);
        }

        LogDone(string.Join(", ", outcomes.Select(outcome => $"{outcome.Key} {outcome.Value}")));
        host.StopApplication();
    }

    [LoggerMessage(LogLevel.Warning, "Line {Line} may have been delivered by a worker that did not end. It is not sent again.")]
    private partial void LogUnknown(int line);

    [LoggerMessage(LogLevel.Warning, "{Message}")]
    private partial void LogFailure(string message);

    [LoggerMessage(LogLevel.Information, "Done: {Outcomes}")]
    private partial void LogDone(string outcomes);
}

using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;

namespace PageMessagesGen.Telemetry;

/// <summary>The activities and metrics of calls, by the semantic conventions of OpenTelemetry for messaging.</summary>
/// <remarks>
/// Tags have names, codes and the id of the Page. No tag has what a customer, an application or a server wrote, or whom a message is for.
/// Without a listener, nothing is measured.
/// </remarks>
internal static class CallTelemetry
{
    /// <summary>The name of the <see cref="ActivitySource"/> and of the <see cref="Meter"/>.</summary>
    public const string Name = "PageMessagesGen";

    private const string System = "facebook_graph";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);

    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>(
        "messaging.client.operation.duration", "s", "The duration of a call, with its waits and its attempts.");

    private static readonly Counter<long> Sent = Meter.CreateCounter<long>(
        "messaging.client.sent.messages", "{message}", "The messages that the client tried to send.");

    private static readonly Counter<long> SettledMessages = Meter.CreateCounter<long>(
        "pagemessages.client.settled.messages", "{message}", "The messages whose response was lost, and whose echo shows that they were sent.");

    /// <summary>Gets a value that indicates whether anybody listens.</summary>
    public static bool IsOn => Source.HasListeners() || Duration.Enabled || Sent.Enabled;

    /// <summary>Observes a call.</summary>
    /// <param name="subject">The call.</param>
    /// <param name="run">Makes the call.</param>
    public static async Task<TAnswer> ObserveAsync<TAnswer>(CallSubject subject, Func<Task<TAnswer>> run)
    {
        using var activity = Source.StartActivity(subject.Operation, subject.DeliversMessage ? ActivityKind.Producer : ActivityKind.Client);
        var started = Stopwatch.GetTimestamp();
        try
        {
            var answer = await run().ConfigureAwait(false);
            End(activity, subject, started, "sent", null, 1);
            return answer;
        }
        catch (Exception exception)
        {
            var (outcome, error, attempts) = exception switch
            {
                GraphApiException failure => (failure.Outcome, ErrorOf(failure), failure.Attempts),
                GraphApiCanceledException canceled => (canceled.Outcome, "canceled", 1),
                _ => (SendOutcome.NotSent, exception.GetType().Name, 1),
            };
            End(activity, subject, started, WordFor(outcome), error, attempts);
            throw;
        }
    }

    /// <summary>Counts a message whose echo shows that it was sent.</summary>
    /// <param name="operation">The name of the operation.</param>
    /// <param name="isInTime">Whether the call that sent it could still return its response.</param>
    public static void Settled(string operation, bool isInTime)
    {
        if (SettledMessages.Enabled)
            SettledMessages.Add(1, new("messaging.system", System), new("messaging.operation.name", operation), new("pagemessages.settled", isInTime ? "by_call" : "later"));
    }

    private static void End(Activity? activity, CallSubject subject, long started, string outcome, string? error, int attempts)
    {
        var tags = new TagList
        {
            { "messaging.system", System },
            { "messaging.operation.name", subject.Operation },
            { "server.address", subject.Server.IdnHost },
            { "server.port", subject.Server.Port },
            { "pagemessages.outcome", outcome },
        };
        if (subject.DeliversMessage)
            tags.Add("messaging.operation.type", "send");
        if (error is not null)
            tags.Add("error.type", error);
        Duration.Record(Stopwatch.GetElapsedTime(started).TotalSeconds, tags);
        if (subject.DeliversMessage)
            Sent.Add(1, tags);
        if (activity is null)
            return;
        foreach (var (name, value) in tags)
            activity.SetTag(name, value);
        activity.SetTag("pagemessages.page.id", subject.PageId);
        if (attempts > 1)
            activity.SetTag("http.request.resend_count", attempts - 1);
        if (error is not null)
            activity.SetStatus(ActivityStatusCode.Error);
    }

    // A code of the server, a status, or what came in between.
    private static string ErrorOf(GraphApiException failure) => failure switch
    {
        { Violations.Count: > 0 } => "invalid_request",
        { Code: { } code, Subcode: { } subcode } => string.Create(CultureInfo.InvariantCulture, $"{code}/{subcode}"),
        { Code: { } code } => code.ToString(CultureInfo.InvariantCulture),
        { StatusCode: { } status } => ((int)status).ToString(CultureInfo.InvariantCulture),
        { InnerException: { } inner } => inner.GetType().Name,
        _ => "_OTHER",
    };

    private static string WordFor(SendOutcome outcome) => outcome switch
    {
        SendOutcome.NotSent => "not_sent",
        SendOutcome.Rejected => "rejected",
        _ => "unknown",
    };
}

/// <summary>What is known of a call before it is made.</summary>
/// <param name="Operation">The name of the operation.</param>
/// <param name="PageId">The id of the Page.</param>
/// <param name="Server">The URL of the server.</param>
/// <param name="DeliversMessage">Whether it delivers a message to a person.</param>
internal readonly record struct CallSubject(string Operation, string PageId, Uri Server, bool DeliversMessage);

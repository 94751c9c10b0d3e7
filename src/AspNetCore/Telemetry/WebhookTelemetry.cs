using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using PageMessagesGen.Receiving;

namespace PageMessagesGen.Telemetry;

/// <summary>The activities and metrics of events, in the source and the meter of the calls.</summary>
/// <remarks>Tags have names of webhooks, types and errors, and activities the id of the Page. No tag has what a customer wrote, or who wrote it.</remarks>
internal static class WebhookTelemetry
{
    private const string System = "facebook_graph";
    private const string WebhookTag = "pagemessages.webhook";

    private static readonly ActivitySource Source = new(CallTelemetry.Name);
    private static readonly Meter Meter = new(CallTelemetry.Name);

    private static readonly ConcurrentDictionary<Waiting, Func<int>> WaitingEvents = new();

    private static readonly Counter<long> ReceivedEvents = Meter.CreateCounter<long>(
        "pagemessages.webhook.received", "{event}", "The events of bodies that were accepted.");

    private static readonly Counter<long> DuplicateEvents = Meter.CreateCounter<long>(
        "pagemessages.webhook.duplicates", "{event}", "The events that were received before, and are not handled again.");

    private static readonly Counter<long> RefusedRequests = Meter.CreateCounter<long>(
        "pagemessages.webhook.refused", "{request}", "The requests that were refused.");

    private static readonly Counter<long> HandledEvents = Meter.CreateCounter<long>(
        "pagemessages.webhook.handled", "{event}", "The events that were handled.");

    private static readonly Counter<long> FailedEvents = Meter.CreateCounter<long>(
        "pagemessages.webhook.failed", "{event}", "The events whose handler threw.");

    private static readonly Counter<long> LostEvents = Meter.CreateCounter<long>(
        "pagemessages.webhook.lost", "{event}", "The events that were accepted and not handled when the host stopped.");

    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>(
        "messaging.process.duration", "s", "The duration of handling an event.");

    static WebhookTelemetry() => Meter.CreateObservableUpDownCounter(
        "pagemessages.webhook.waiting", MeasureWaiting, "{event}", "The events that were accepted and are not handled yet.");

    /// <summary>Counts the events of a body.</summary>
    public static void Received(string webhook, int events, int duplicates)
    {
        var tag = new KeyValuePair<string, object?>(WebhookTag, webhook);
        ReceivedEvents.Add(events, tag);
        if (duplicates > 0)
            DuplicateEvents.Add(duplicates, tag);
    }

    /// <summary>Counts a request that is refused.</summary>
    public static void Refused(string webhook, string reason) =>
        RefusedRequests.Add(1, new(WebhookTag, webhook), new("pagemessages.webhook.reason", reason));

    /// <summary>Counts events that will not be handled.</summary>
    public static void Lost(string webhook, int events) => LostEvents.Add(events, new KeyValuePair<string, object?>(WebhookTag, webhook));

    /// <summary>Measures how many events are waiting until the result is disposed.</summary>
    public static Waiting ObserveWaiting(string webhook, Func<int> count)
    {
        var waiting = new Waiting(webhook);
        WaitingEvents[waiting] = count;
        return waiting;
    }

    /// <summary>Handles an event in an activity.</summary>
    public static async Task ObserveAsync(string webhook, AcceptedEvent accepted, CancellationToken cancellationToken)
    {
        // The request ended long before, so it is linked and not the parent.
        using var activity = Source.StartActivity(
            $"process {accepted.TypeName}", ActivityKind.Consumer, parentContext: default, links: accepted.Request == default ? null : [new ActivityLink(accepted.Request)]);
        var started = Stopwatch.GetTimestamp();
        try
        {
            await accepted.Handle(accepted.Event, accepted.Context, cancellationToken).ConfigureAwait(false);
            End(activity, webhook, accepted, started, HandledEvents, null);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            activity?.SetStatus(ActivityStatusCode.Error);
            throw;
        }
        catch (Exception exception)
        {
            End(activity, webhook, accepted, started, FailedEvents, exception.GetType().Name);
            throw;
        }
    }

    private static void End(Activity? activity, string webhook, AcceptedEvent accepted, long started, Counter<long> counter, string? error)
    {
        var tags = new TagList
        {
            { "messaging.system", System },
            { "messaging.operation.name", "process" },
            { "messaging.operation.type", "process" },
            { WebhookTag, webhook },
            { "pagemessages.event.type", accepted.TypeName },
        };
        if (error is not null)
            tags.Add("error.type", error);
        Duration.Record(Stopwatch.GetElapsedTime(started).TotalSeconds, tags);
        counter.Add(1, tags);
        if (activity is null)
            return;
        foreach (var (name, value) in tags)
            activity.SetTag(name, value);
        activity.SetTag("pagemessages.page.id", accepted.Context.PageId);
        if (error is not null)
            activity.SetStatus(ActivityStatusCode.Error);
    }

    private static IEnumerable<Measurement<int>> MeasureWaiting() =>
        from waiting in WaitingEvents
        group waiting.Value() by waiting.Key.Webhook into counts
        select new Measurement<int>(counts.Sum(), new KeyValuePair<string, object?>(WebhookTag, counts.Key));

    /// <summary>A webhook whose waiting events are measured.</summary>
    internal sealed class Waiting(string webhook) : IDisposable
    {
        public string Webhook => webhook;

        public void Dispose() => WaitingEvents.TryRemove(this, out _);
    }
}

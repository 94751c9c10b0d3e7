using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using PageMessagesGen.AspNetCore.Tests.Support;
using PageMessagesGen.Generated;

namespace PageMessagesGen.AspNetCore.Tests;

/// <summary>The metrics and activities of events. Other tests have webhooks of other names.</summary>
public sealed class TelemetryTests : IDisposable
{
    private const string Webhook = "MeasuredWebhook";
    private const string Secret = "secret of the measured webhook";

    private readonly ConcurrentQueue<(string Name, long Value, Dictionary<string, object?> Tags)> _measured = [];
    private readonly ConcurrentQueue<Activity> _activities = [];
    private readonly MeterListener _meters = new();
    private readonly ActivityListener _listener = new()
    {
        ShouldListenTo = source => source.Name is "PageMessagesGen" or "Microsoft.AspNetCore",
        Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
    };

    public TelemetryTests()
    {
        _meters.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == "PageMessagesGen")
                listener.EnableMeasurementEvents(instrument);
        };
        _meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument.Name, value, tags));
        _meters.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Add(instrument.Name, value, tags));
        _meters.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Add(instrument.Name, 1, tags));
        _meters.Start();
        _listener.ActivityStopped = _activities.Enqueue;
        ActivitySource.AddActivityListener(_listener);
    }

    [Fact]
    public async Task Events_and_refusals_are_counted()
    {
        var door = new Door();
        await using var bot = await StartAsync(async (received, end) =>
        {
            await door.PassAsync(end);
            if (received.Identity == "3")
                throw new InvalidDataException("private text");
        });
        var body = Bodies.Numbered(0, 4);

        Assert.Equal(HttpStatusCode.OK, await PostAsync(bot, body));
        Assert.Equal(HttpStatusCode.OK, await PostAsync(bot, Bodies.Numbered(0, 1)));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await PostAsync(bot, Bodies.Numbered(10, 7)));
        Assert.Equal(HttpStatusCode.Forbidden, await bot.PostAsync(body, "sha256=", "/measured"));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(bot, "no JSON"));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await PostAsync(bot, new string(' ', 10_001)));
        Assert.Equal(HttpStatusCode.Forbidden, (await bot.Http.GetAsync(new Uri("/measured", UriKind.Relative))).StatusCode);
        await door.Reached;
        _meters.RecordObservableInstruments();
        Assert.Equal(4, Sum("pagemessages.webhook.waiting"));
        door.Open();
        await bot.LoggedAsync("The handler failed");
        await bot.StopAsync();

        Assert.Equal(5, Sum("pagemessages.webhook.received"));
        Assert.Equal(1, Sum("pagemessages.webhook.duplicates"));
        Assert.Equal(3, Sum("pagemessages.webhook.handled"));
        Assert.Equal(1, Sum("pagemessages.webhook.failed", ("error.type", nameof(InvalidDataException))));
        Assert.Equal(4, Sum("messaging.process.duration", ("pagemessages.event.type", nameof(TestMessage))));
        foreach (var reason in new[] { "capacity", "signature", "format", "size", "verification" })
            Assert.Equal(1, Sum("pagemessages.webhook.refused", ("pagemessages.webhook.reason", reason)));
        Assert.Equal(5, Sum("pagemessages.webhook.refused"));
        Assert.Equal(0, Sum("pagemessages.webhook.lost"));
    }

    [Fact]
    public async Task Lost_events_are_counted()
    {
        var door = new Door();
        await using var bot = await StartAsync((_, end) => door.PassAsync(end), TimeSpan.Zero);
        await PostAsync(bot, Bodies.Numbered(0, 3));

        await bot.StopAsync();

        Assert.Equal(3, Sum("pagemessages.webhook.lost"));
        Assert.Equal(0, Sum("pagemessages.webhook.handled"));
    }

    [Fact]
    public async Task Each_handled_event_has_an_activity_that_is_linked_to_its_request()
    {
        var inside = new ConcurrentQueue<string?>();
        await using var bot = await StartAsync((received, _) =>
        {
            inside.Enqueue(Activity.Current?.Id);
            return received.Identity == "1" ? throw new InvalidDataException("private text") : default;
        });

        await PostAsync(bot, Bodies.Numbered(0, 2));
        await bot.LoggedAsync("The handler failed");
        await bot.StopAsync();

        var activities = _activities.Where(a => a.Kind == ActivityKind.Consumer && inside.Contains(a.Id)).ToList();
        Assert.Equal(inside, activities.Select(a => a.Id));
        Assert.All(activities, activity =>
        {
            Assert.Equal("process TestMessage", activity.DisplayName);
            Assert.Null(activity.ParentId);
            Assert.Contains(_activities, request => request.Source.Name == "Microsoft.AspNetCore" && request.Context.SpanId == Assert.Single(activity.Links).Context.SpanId);
            Assert.Equal(Bodies.Page, activity.GetTagItem("pagemessages.page.id"));
            Assert.DoesNotContain(activity.TagObjects, tag => $"{tag.Value}".Contains("private", StringComparison.Ordinal));
        });
        Assert.Equal([ActivityStatusCode.Unset, ActivityStatusCode.Error], activities.Select(a => a.Status));
    }

    public void Dispose()
    {
        _meters.Dispose();
        _listener.Dispose();
    }

    private static Task<Bot> StartAsync(Func<TestEvent, CancellationToken, ValueTask> handle, TimeSpan? drain = null) => Bot.StartAsync(new()
    {
        Services = services => WebhookEndpoints.Add(services, Webhook, WebhookEndpoints.By(options =>
        {
            options.AppSecrets.Add(Secret);
            (options.VerifyToken, options.Capacity, options.MaxBodySize) = ("token", 10, 10_000);
            options.DrainTimeout = drain ?? options.DrainTimeout;
        })),
        Map = endpoints => WebhookEndpoints.Map(endpoints, "/measured", TestEvent.DescriptionOf(Webhook), (received, _, end) => handle(received, end)),
    });

    private static Task<HttpStatusCode> PostAsync(Bot bot, string body) => bot.PostAsync(body, Bot.Sign(body, Secret), "/measured");

    private void Add(string name, long value, ReadOnlySpan<KeyValuePair<string, object?>> tags) => _measured.Enqueue((name, value, new(tags.ToArray())));

    private long Sum(string name, params (string Name, object Value)[] tags) => _measured
        .Where(m => m.Name == name && Equals(m.Tags.GetValueOrDefault("pagemessages.webhook"), Webhook) && tags.All(tag => Equals(m.Tags.GetValueOrDefault(tag.Name), tag.Value)))
        .Sum(m => m.Value);
}

using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using PageMessagesGen.Runtime.Tests.Client;
using PageMessagesGen.Runtime.Tests.Support;

namespace PageMessagesGen.Runtime.Tests.Telemetry;

/// <summary>The activities and metrics of calls. Nothing else runs meanwhile: they belong to the process.</summary>
[Collection(nameof(FileMemoryTests))]
public sealed class CallTelemetryTests
{
    private const string Name = "PageMessagesGen";

    [Theory]
    [InlineData(200, Answers.Accepted, "sent", null)]
    [InlineData(400, """{"error":{"code":551,"message":"No"}}""", "rejected", "551")]
    [InlineData(400, """{"error":{"code":1,"error_subcode":1357046}}""", "unknown", "1/1357046")]
    [InlineData(503, "", "unknown", "503")]
    public async Task A_call_is_an_activity_and_a_measurement(int status, string body, string outcome, string? error)
    {
        await using var server = new ScriptedServer(Answers.Json(status, body));
        var (activity, measurements) = await ObserveAsync(server.BaseAddress);

        Assert.Equal(("send", ActivityKind.Producer), (activity.DisplayName, activity.Kind));
        Assert.Equal(error is null ? ActivityStatusCode.Unset : ActivityStatusCode.Error, activity.Status);
        var tags = activity.TagObjects.ToDictionary(tag => tag.Key, tag => tag.Value);
        Assert.Equal(Clients.PageId, tags["pagemessages.page.id"]);
        tags.Remove("pagemessages.page.id");
        Dictionary<string, object?> expected = new()
        {
            ["messaging.system"] = "facebook_graph",
            ["messaging.operation.name"] = "send",
            ["messaging.operation.type"] = "send",
            ["server.address"] = "127.0.0.1",
            ["server.port"] = server.BaseAddress.Port,
            ["pagemessages.outcome"] = outcome,
        };
        if (error is not null)
            expected["error.type"] = error;
        Assert.Equal(expected.OrderBy(tag => tag.Key), tags.OrderBy(tag => tag.Key));
        Assert.Equal(["messaging.client.operation.duration", "messaging.client.sent.messages"], measurements.Select(m => m.Instrument).Order());
        Assert.All(measurements, m => Assert.Equal(expected.OrderBy(tag => tag.Key), m.Tags.OrderBy(tag => tag.Key)));
    }

    [Fact]
    public async Task A_call_that_cannot_be_made_says_why()
    {
        var (activity, _) = await ObserveAsync(ScriptedServer.Nobody());

        Assert.Equal("not_sent", activity.GetTagItem("pagemessages.outcome"));
        Assert.Equal("HttpRequestException", activity.GetTagItem("error.type"));
    }

    [Fact]
    public async Task The_request_over_HTTP_is_a_child_of_the_activity()
    {
        var activities = new ConcurrentQueue<Activity>();
        using var listener = Listener(activities, source => source is Name or "System.Net.Http");
        await using var server = new ScriptedServer(Answers.Json(200, Answers.Accepted));
        using var http = new HttpClient();

        await Clients.For(server.BaseAddress, http).SendAsync(Requests.Text);

        var call = Assert.Single(activities, activity => activity.Source.Name == Name);
        Assert.Equal(call.SpanId, Assert.Single(activities, activity => activity.Source.Name == "System.Net.Http").ParentSpanId);
    }

    private static async Task<(Activity Activity, IReadOnlyList<(string Instrument, KeyValuePair<string, object?>[] Tags)> Measurements)> ObserveAsync(Uri server)
    {
        var activities = new ConcurrentQueue<Activity>();
        var measurements = new ConcurrentQueue<(string, KeyValuePair<string, object?>[])>();
        using var listener = Listener(activities, source => source == Name);
        using var meters = new MeterListener
        {
            InstrumentPublished = (instrument, meters) =>
            {
                if (instrument.Meter.Name == Name)
                    meters.EnableMeasurementEvents(instrument);
            },
        };
        meters.SetMeasurementEventCallback<double>((instrument, _, tags, _) => measurements.Enqueue((instrument.Name, tags.ToArray())));
        meters.SetMeasurementEventCallback<long>((instrument, _, tags, _) => measurements.Enqueue((instrument.Name, tags.ToArray())));
        meters.Start();
        using var http = new HttpClient();

        await Record.ExceptionAsync(() => Clients.For(server, http).SendAsync(Requests.Text).WaitAsync(Clients.Patience));

        return (Assert.Single(activities), [.. measurements]);
    }

    private static ActivityListener Listener(ConcurrentQueue<Activity> activities, Func<string, bool> isHeard)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => isHeard(source.Name),
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activities.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }
}

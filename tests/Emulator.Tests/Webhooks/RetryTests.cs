using System.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace PageMessagesGen.Emulator.Tests.Webhooks;

/// <summary>What happens if a webhook does not take what is posted.</summary>
public sealed class RetryTests : WebhookTest
{
    [Fact]
    public async Task The_same_bytes_are_posted_again_and_the_others_wait()
    {
        Listener.OnPost = AnswerInTurn(500, 302, 404, 204);
        await using var sender = await StartVerifiedAsync();
        await Clock.NextCallAsync();

        sender.Add(Text("a"));
        foreach (var seconds in (int[])[1, 5, 30, 120])
        {
            var wait = await Clock.NextWaitAsync(calls: 1);
            sender.Add(Text("later"));
            Assert.Equal(TimeSpan.FromSeconds(seconds), wait);
            Clock.Advance(wait);
        }

        await IdleAsync(sender);

        Assert.Equal(6, Listener.Posts.Count);
        Assert.All(Listener.Posts.Take(5), post => Assert.Equal(Listener.Posts[0].Body, post.Body));
        Assert.All(Listener.Posts.Take(5), post => Assert.Equal(Listener.Posts[0].Headers["X-Hub-Signature-256"], post.Headers["X-Hub-Signature-256"]));
        Assert.Equal(["a"], Listener.Posts[0].Texts);
        Assert.Equal(["later", "later", "later", "later"], Listener.Posts[5].Texts);
        Assert.Equal(
            [(1, 500), (2, 302), (3, 404), (4, 204), (5, 200), (1, 200)],
            (await ReportsAsync(6)).Select(r => (r.Webhook!.Number, r.Status!.Value)));
    }

    [Fact]
    public async Task Nothing_is_posted_before_the_wait_is_over()
    {
        Listener.OnPost = AnswerInTurn(500);
        await using var sender = await StartVerifiedAsync();
        await Clock.NextCallAsync();

        sender.Add(Text("a"));
        await Clock.NextWaitAsync(calls: 1);
        Clock.Advance(TimeSpan.FromSeconds(0.999));
        Assert.Single(Listener.Posts);
        Clock.Advance(TimeSpan.FromSeconds(0.001));
        await IdleAsync(sender);

        Assert.Equal(2, Listener.Posts.Count);
    }

    [Fact]
    public async Task After_an_hour_of_failures_the_events_are_dropped_and_the_next_ones_posted()
    {
        Listener.OnPost = (context, number) =>
        {
            context.Response.StatusCode = Listener.Posts[number - 1].Texts.Contains("a") ? 503 : 200;
            return Task.CompletedTask;
        };
        await using var sender = await StartVerifiedAsync();
        await Clock.NextCallAsync();

        var passed = TimeSpan.Zero;
        sender.Add(Text("a"));
        List<double> waits = [];
        while (passed < TimeSpan.FromHours(1))
        {
            var wait = await Clock.NextWaitAsync(calls: 1);
            passed += wait;
            waits.Add(wait.TotalSeconds);
            if (passed == TimeSpan.FromHours(1))
                sender.Add(Text("b"));
            Clock.Advance(wait);
        }

        var reports = await ReportsAsync(12);
        Assert.Equal([1, 5, 30, 120, 300, 600, 600, 600, 600, 600, 144], waits);
        Assert.All(reports, r => Assert.Equal("The webhook responded with status 503 instead of 200.", r.Webhook!.Error));
        var dropped = await NextReportAsync();
        Assert.Equal((12, "1 events were dropped, after an hour of failures."), (dropped.Webhook!.Number, dropped.Webhook.Error));
        Assert.Equal((null, reports[0].Request), (dropped.Status, dropped.Request));
        await IdleAsync(sender);
        Assert.Equal(["b"], Listener.Posts[^1].Texts);
    }

    [Fact]
    public async Task A_webhook_that_does_not_respond_in_5_s_is_called_again()
    {
        var release = new TaskCompletionSource();
        Listener.OnPost = (_, number) => number == 1 ? release.Task : Task.CompletedTask;
        await using var sender = await StartVerifiedAsync();
        await Clock.NextCallAsync();

        sender.Add(Text("a"));
        await Clock.NextCallAsync();
        await WaitForPostsAsync(1);
        Clock.Advance(TimeSpan.FromSeconds(4.999));
        Assert.False(sender.WhenIdleAsync(CancellationToken.None).IsCompleted);
        Clock.Advance(TimeSpan.FromSeconds(0.001));
        var report = await NextReportAsync();
        Clock.Advance(await Clock.NextWaitAsync(calls: 0));
        await IdleAsync(sender);
        release.SetResult();

        Assert.Equal((null, "There was no response within 5 s."), (report.Status, report.Webhook!.Error));
        Assert.Equal(TimeSpan.FromSeconds(5), report.Webhook.Duration);
        Assert.Equal(2, Listener.Posts.Count);
    }

    [Fact]
    public async Task A_webhook_that_does_not_listen_is_called_again()
    {
        var gone = await WebhookListener.StartAsync();
        var options = gone.Options();
        await gone.DisposeAsync();
        await using var sender = Start(options);

        var report = await NextReportAsync();

        Assert.Null(report.Status);
        Assert.Contains("refused", report.Webhook!.Error, StringComparison.Ordinal);
        Assert.False(sender.IsVerified);
    }

    [Fact]
    public async Task Events_that_find_no_room_are_dropped_and_reported()
    {
        Listener.OnPost = AnswerInTurn(500);
        await using var sender = await StartVerifiedAsync(capacity: 2);
        await Clock.NextCallAsync();

        sender.Add(Text("a"));
        var wait = await Clock.NextWaitAsync(calls: 1);
        Assert.Equal(500, (await NextReportAsync()).Status);
        foreach (var text in (string[])["b", "c", "d"])
            sender.Add(Text(text));
        var report = await NextReportAsync();
        Clock.Advance(wait);
        await IdleAsync(sender);

        Assert.Equal("The event was dropped: 2 are waiting.", report.Webhook!.Error);
        Assert.Equal(Text("d").Json, report.Request);
        Assert.Equal(["a", "a", "b", "c"], Listener.Posts.SelectMany(p => p.Texts));
    }

    [Fact]
    public async Task It_ends_at_once_during_a_stalled_post_and_during_a_wait()
    {
        var release = new TaskCompletionSource();
        Listener.OnPost = (context, number) =>
        {
            context.Response.StatusCode = 500;
            return number == 1 ? Task.CompletedTask : release.Task;
        };
        var waiting = await StartVerifiedAsync();
        await Clock.NextCallAsync();
        waiting.Add(Text("a"));
        await Clock.NextWaitAsync(calls: 1);
        Assert.Equal(500, (await NextReportAsync()).Status);
        var stalled = await StartVerifiedAsync(Listener.Options(), TimeProvider.System);
        stalled.Add(Text("b"));
        await WaitForPostsAsync(2);

        var watch = Stopwatch.StartNew();
        await waiting.DisposeAsync();
        await stalled.DisposeAsync();
        await stalled.DisposeAsync();

        // Without the end, it would be 5 s. The machine may be busy.
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(2));
        await IdleAsync(stalled);
        stalled.Add(Text("c"));
        await IdleAsync(stalled);
        Assert.Equal(2, Listener.Posts.Count);
        release.SetResult();
    }

    private static Func<HttpContext, int, Task> AnswerInTurn(params int[] statuses) => (context, number) =>
    {
        context.Response.StatusCode = number <= statuses.Length ? statuses[number - 1] : 200;
        context.Response.Headers.Location = "/elsewhere";
        return Task.CompletedTask;
    };

    private async Task<List<JournalEntry>> ReportsAsync(int count)
    {
        var reports = new List<JournalEntry>();
        while (reports.Count < count)
            reports.Add(await NextReportAsync());
        return reports;
    }

    private async Task WaitForPostsAsync(int count)
    {
        var watch = Stopwatch.StartNew();
        while (Listener.Posts.Count < count && watch.Elapsed < Patience)
            await Task.Delay(5);
        Assert.Equal(count, Listener.Posts.Count);
    }
}

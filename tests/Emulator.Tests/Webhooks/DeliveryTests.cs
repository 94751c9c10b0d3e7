using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PageMessagesGen.Emulator.Webhooks;

namespace PageMessagesGen.Emulator.Tests.Webhooks;

/// <summary>What is posted to a webhook that takes everything.</summary>
public sealed class DeliveryTests : WebhookTest
{
    [Fact]
    public async Task The_signatures_are_those_of_the_exact_bytes()
    {
        await using var sender = await StartVerifiedAsync(Listener.Options("a secret, 30 €"));

        sender.Add(Text("Ä \"/\" 🍕"));
        await IdleAsync(sender);

        var post = Assert.Single(Listener.Posts);
        Assert.Equal($"sha256={Hmac("a secret, 30 €", post.Body, 64, SHA256.HashData)}", post.Headers["X-Hub-Signature-256"]);
        Assert.Equal($"sha1={Hmac("a secret, 30 €", post.Body, 64, SHA1.HashData)}", post.Headers["X-Hub-Signature"]);
        Assert.Equal("application/json", post.Headers["Content-Type"]);
        Assert.Equal(post.Body.Length.ToString(CultureInfo.InvariantCulture), post.Headers["Content-Length"]);
        Assert.Equal("PageMessagesGen-Emulator/1.0", post.Headers["User-Agent"]);
        Assert.Equal("/webhook", post.Path);
    }

    [Fact]
    public async Task The_body_is_written_as_Meta_writes_it()
    {
        await using var sender = await StartVerifiedAsync();

        sender.Add(new WebhookEvent(PageId, IsInstagram: false, IsStandby: false, null, """{"a":"ÄÖ 🍕 \u00C4 \uD83D \u002B</b>\u007F\"\\\u0001\n","b":[1.50,true,null,{}]}"""));
        await IdleAsync(sender);

        Assert.Equal(
            """{"object":"page","entry":[{"id":"100200300400500","time":1795860000000,"messaging":[{"a":"\u00c4\u00d6 \ud83c\udf55 \u00c4 \ud83d +<\/b>\u007f\"\\\u0001\n","b":[1.50,true,null,{}]}]}]}""",
            Assert.Single(Listener.Posts).Text);
    }

    [Fact]
    public async Task Events_that_wait_are_posted_together_and_in_order()
    {
        await using var sender = await StartVerifiedAsync();
        var (started, release) = HoldFirstPost();

        sender.Add(Text("first"));
        await started.WaitAsync(Patience);
        sender.Add(Text("a"));
        sender.Add(Text("b", "222"));
        sender.Add(Text("c"));
        sender.Add(Text("d", isStandby: true));
        sender.Add(Text("e", "222"));
        sender.Add(WebhookEvents.Comment(Origin(), new WebhookComment("9_1", "9", "f", "Aino")));
        sender.Add(Text("g"));
        release();
        await IdleAsync(sender);

        Assert.Equal(2, Listener.Posts.Count);
        var entries = Listener.Posts[1].Json["entry"]!.AsArray().Select(e => (Id: e!["id"]!.GetValue<string>(), List: e.AsObject().Last().Key, e)).ToList();
        Assert.Equal(
            [(PageId, "messaging", 2), ("222", "messaging", 2), (PageId, "standby", 1), (PageId, "changes", 1), (PageId, "messaging", 1)],
            entries.Select(e => (e.Id, e.List, e.e[e.List]!.AsArray().Count)));
        Assert.Equal(["a", "c", "b", "e", "d", "g"], entries.Where(e => e.List != "changes").SelectMany(e => e.e[e.List]!.AsArray()).Select(e => e!["message"]!["text"]!.GetValue<string>()));
        var change = entries[3].e["changes"]![0]!;
        Assert.Equal(("feed", "f"), (change["field"]!.GetValue<string>(), change["value"]!["message"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Messenger_and_Instagram_have_bodies_of_their_own()
    {
        await using var sender = await StartVerifiedAsync();
        var (started, release) = HoldFirstPost();

        sender.Add(Text("first"));
        await started.WaitAsync(Patience);
        sender.Add(Text("a", isInstagram: true));
        sender.Add(Text("b"));
        sender.Add(Text("c", isInstagram: true));
        sender.Add(Text("d"));
        release();
        await IdleAsync(sender);

        Assert.Equal(["page: first", "instagram: a, c", "page: b, d"], Listener.Posts.Select(p => $"{p.Json["object"]}: {string.Join(", ", p.Texts)}"));
    }

    [Fact]
    public async Task A_body_has_at_most_1000_events()
    {
        await using var sender = await StartVerifiedAsync();
        var (started, release) = HoldFirstPost();

        sender.Add(Text("0"));
        await started.WaitAsync(Patience);
        for (var i = 1; i <= 2100; i++)
            sender.Add(Text(i.ToString(CultureInfo.InvariantCulture)));
        release();
        await IdleAsync(sender);

        Assert.Equal([1, 1000, 1000, 100], Listener.Posts.Select(p => p.Texts.Count()));
        Assert.Equal(Enumerable.Range(0, 2101).Select(i => i.ToString(CultureInfo.InvariantCulture)), Listener.Posts.SelectMany(p => p.Texts));
    }

    [Fact]
    public async Task Each_post_is_reported()
    {
        await using var sender = Start();
        var verification = await NextReportAsync();

        sender.Add(Text("a"));
        var report = await NextReportAsync();

        Assert.Equal((JournalKind.Webhook, "", "GET", "/webhook", 200), (verification.Kind, verification.PageId, verification.Method, verification.Path, verification.Status));
        Assert.Equal((JournalKind.Webhook, PageId, Person, "POST", "/webhook", 200), (report.Kind, report.PageId, report.PersonId, report.Method, report.Path, report.Status));
        Assert.Equal(Assert.Single(Listener.Posts).Text, report.Request);
        Assert.Equal((Listener.Url.AbsoluteUri, 1, null), (report.Webhook!.Url, report.Webhook.Number, report.Webhook.Error));
    }

    [Fact]
    public async Task The_report_of_several_customers_names_none_of_them()
    {
        await using var sender = await StartVerifiedAsync();
        var (started, release) = HoldFirstPost();

        sender.Add(Text("first"));
        await started.WaitAsync(Patience);
        sender.Add(Text("a"));
        sender.Add(Text("b") with { PersonId = "55" });
        release();

        Assert.Equal(Person, (await NextReportAsync()).PersonId);
        Assert.Null((await NextReportAsync()).PersonId);
    }

    [Fact]
    public async Task Nothing_is_lost_at_a_thousand_events_a_second()
    {
        var seconds = LongTests.Inputs(1, 5);
        await using var sender = await StartVerifiedAsync(clock: TimeProvider.System);
        var watch = Stopwatch.StartNew();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10));

        var added = 0;
        while (added < seconds * 1000)
        {
            await timer.WaitForNextTickAsync();
            for (; added < Math.Min(seconds * 1000, watch.Elapsed.TotalMilliseconds); added++)
                sender.Add(Text(added.ToString(CultureInfo.InvariantCulture)));
        }

        await IdleAsync(sender);

        Assert.Equal(Enumerable.Range(0, seconds * 1000).Select(i => i.ToString(CultureInfo.InvariantCulture)), Listener.Posts.SelectMany(p => p.Texts));
    }

    [Fact]
    public async Task What_is_no_JSON_fails_where_it_is_waited_for()
    {
        await using var sender = await StartVerifiedAsync();

        sender.Add(new WebhookEvent(PageId, IsInstagram: false, IsStandby: false, null, "{"));

        await Assert.ThrowsAnyAsync<System.Text.Json.JsonException>(() => IdleAsync(sender));
    }

    // Holds the first post, so that others have to wait.
    private (Task Started, Action Release) HoldFirstPost()
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Listener.OnPost = (_, number) =>
        {
            started.TrySetResult();
            return number == 1 ? release.Task : Task.CompletedTask;
        };
        return (started.Task, release.SetResult);
    }

    // The definition of HMAC (RFC 2104), written out.
    private static string Hmac(string secret, byte[] body, int blockLength, Func<byte[], byte[]> hash)
    {
        var key = Encoding.UTF8.GetBytes(secret);
        key = [.. key, .. new byte[blockLength - key.Length]];
        byte[] inner = [.. key.Select(b => (byte)(b ^ 0x36)), .. body];
        byte[] outer = [.. key.Select(b => (byte)(b ^ 0x5c)), .. hash(inner)];
        return string.Concat(hash(outer).Select(b => b.ToString("x2", CultureInfo.InvariantCulture)));
    }
}

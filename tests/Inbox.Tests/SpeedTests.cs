using System.Diagnostics;
using System.Globalization;
using PageMessagesGen.Emulator.Inbox;
using PageMessagesGen.Inbox.Tests.Support;

namespace PageMessagesGen.Inbox.Tests;

public sealed class SpeedTests(Browser browser) : BrowserTest(browser)
{
    private const int Rate = 2000;
    private const int Seconds = 10;
    private const int Batch = 20;

    [Fact]
    public async Task Two_thousand_messages_a_second_are_shown_smoothly()
    {
        LongTests.Require();
        await OpenAsync();
        Model.Write(Aino, "Hello");
        await Expect(Page.Locator(".row")).ToHaveCountAsync(1);

        await MeasureAsync(_ => Aino);

        await Expect(Page.Locator(".row").Nth(199)).ToBeAttachedAsync();
        Assert.InRange(await Page.Locator(".row").CountAsync(), 200, 400);
    }

    [Fact]
    public async Task They_can_be_to_thousands_of_customers()
    {
        LongTests.Require();
        string[] people = [.. Enumerable.Range(0, 5000).Select(i => (7000000000000000 + i).ToString(CultureInfo.InvariantCulture))];
        Model.Set(state => state with { People = [.. state.People, .. people.Select(id => new InboxPerson(FakeModel.Page, id, $"Customer {id}", false))] });
        await OpenAsync();
        Model.Write(Aino, "Hello");
        await Expect(Page.Locator(".row")).ToHaveCountAsync(1);

        await MeasureAsync(i =>
        {
            if (i % 10 == 0)
                Model.Journal.Touch();
            return people[i % people.Length];
        });

        await Expect(Page.Locator(".person")).ToHaveCountAsync(100);
        await Expect(Page.Locator(".nobody")).ToHaveTextAsync("and 4902 more: find them by name or id");
    }

    private async Task MeasureAsync(Func<int, string> choose)
    {
        await Page.EvaluateAsync("""
            () => {
              window.frames_ = []; let last = performance.now();
              const frame = now => { window.frames_.push(now - last); last = now; requestAnimationFrame(frame); };
              requestAnimationFrame(frame);
            }
            """);
        var watch = Stopwatch.StartNew();
        var appending = TimeSpan.Zero;
        for (var i = 0; i < Seconds * Rate; i += Batch)
        {
            while (watch.Elapsed.TotalSeconds * Rate < i)
                await Task.Delay(1);
            var start = Stopwatch.GetTimestamp();
            for (var j = i; j < i + Batch; j += 2)
            {
                Model.Write(choose(j), $"Question {j}");
                Model.Send(choose(j), $"\"messaging_type\":\"RESPONSE\",\"message\":{{\"text\":\"Answer {j}\"}}");
            }

            appending += Stopwatch.GetElapsedTime(start);
        }

        Model.Write(Aino, "The last one");
        var sent = watch.Elapsed;
        await Expect(Page.Locator(".row").Last).ToContainTextAsync("The last one");
        var lag = watch.Elapsed - sent;
        var frames = await Page.EvaluateAsync<double[]>("window.frames_");

        TestContext.Current.TestOutputHelper!.WriteLine($"{frames.Length} frames in {watch.Elapsed.TotalSeconds:F1} s, the longest {frames.Max():F0} ms; the last message after {lag.TotalMilliseconds:F0} ms; {appending.TotalMilliseconds:F0} ms to append");
    }
}

using Microsoft.Extensions.Time.Testing;
using PageMessagesGen.Calls;
using PageMessagesGen.Limits;
using PageMessagesGen.Runtime.Tests.Support;

namespace PageMessagesGen.Runtime.Tests.Hosts.Limits;

/// <summary>The rate of a Page, on a clock of the test's.</summary>
public sealed class SlidingWindowTests
{
    private static readonly CallRate Rate = new("messages", 10, TimeSpan.FromSeconds(1));

    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task No_period_has_more_calls_than_the_rate_and_none_waits_without_need()
    {
        const int Calls = 300;
        using var window = new SlidingWindow(Rate, _time);
        var random = new Random(11);
        var (made, earliest, calls) = (0, new List<long>(), new List<Task>());

        for (var step = 0; made < Calls; step++)
        {
            for (var i = random.Next(4); i > 0 && calls.Count < Calls; i--)
            {
                // A call comes a period after the one that is the rate's number of calls before it.
                var free = earliest.Count < Rate.Calls ? 0 : earliest[^Rate.Calls] + _time.TimestampFrequency;
                earliest.Add(Math.Max(_time.GetTimestamp(), free));
                calls.Add(EnterAsync());
            }

            _time.Advance(TimeSpan.FromMilliseconds(random.Next(1, 120)));
            await Task.Delay(1);
            Assert.InRange(Volatile.Read(ref made), 0, earliest.Count(time => time <= _time.GetTimestamp()));
            Assert.InRange(step, 0, 1_000);
        }

        await Task.WhenAll(calls).WaitAsync(Clients.Patience);

        async Task EnterAsync()
        {
            await window.EnterAsync(Endless(), CancellationToken.None);
            Interlocked.Increment(ref made);
        }
    }

    [Fact]
    public async Task The_first_in_line_is_the_first_to_go()
    {
        using var window = new SlidingWindow(Rate with { Calls = 1 }, _time);
        await window.EnterAsync(Endless(), CancellationToken.None);
        var waiting = Enumerable.Range(0, 5).Select(_ => window.EnterAsync(Endless(), CancellationToken.None).AsTask()).ToList();

        for (var gone = 1; gone <= 5; gone++)
        {
            _time.Advance(TimeSpan.FromMilliseconds(1001));
            await waiting[gone - 1].WaitAsync(Clients.Patience);
            Assert.Equal(gone, waiting.Count(task => task.IsCompleted));
        }
    }

    [Fact]
    public async Task Who_is_canceled_takes_no_place()
    {
        using var window = new SlidingWindow(Rate with { Calls = 1 }, _time);
        using var cancel = new CancellationTokenSource();
        await window.EnterAsync(Endless(), CancellationToken.None);
        var canceled = Enumerable.Range(0, 100).Select(_ => window.EnterAsync(Endless(), cancel.Token).AsTask()).ToList();
        var last = window.EnterAsync(Endless(), CancellationToken.None).AsTask();

        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.WhenAll(canceled).WaitAsync(Clients.Patience));
        Assert.False(last.IsCompleted);
        _time.Advance(TimeSpan.FromMilliseconds(1001));

        await last.WaitAsync(Clients.Patience);
    }

    [Theory]
    [InlineData(9, 0)]
    [InlineData(10, 1)]
    [InlineData(19, 1)]
    [InlineData(20, 2)]
    [InlineData(45, 4)]
    public async Task A_call_that_would_come_too_late_fails_at_once_and_says_when_it_could_be_made(int ahead, int seconds)
    {
        using var window = new SlidingWindow(Rate, _time);
        var waiting = Enumerable.Range(0, ahead).Select(_ => window.EnterAsync(Endless(), CancellationToken.None).AsTask()).ToList();

        if (seconds == 0)
        {
            await window.EnterAsync(new Deadline(_time, TimeSpan.FromMilliseconds(1)), CancellationToken.None);
            return;
        }

        var failure = await Assert.ThrowsAsync<GraphApiException>(
            () => window.EnterAsync(new Deadline(_time, TimeSpan.FromSeconds(seconds)), CancellationToken.None).AsTask());
        Assert.Equal((SendOutcome.NotSent, TimeSpan.FromSeconds(seconds)), (failure.Outcome, failure.RetryAfter));
        Assert.Equal("The rate of 10 calls (messages) in 1 s for a Page is reached, and the call would have to wait until after its time limit. Nothing was sent.", failure.Message);
        Assert.Equal(ahead, waiting.Count);
    }

    private Deadline Endless() => new(_time, Timeout.InfiniteTimeSpan);
}

using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace PageMessagesGen.Emulator.Tests.Webhooks;

/// <summary>A clock that stands still until it is told, and says which waits have begun.</summary>
internal sealed class TimerClock() : FakeTimeProvider(new DateTimeOffset(2026, 11, 28, 10, 0, 0, TimeSpan.Zero))
{
    private static readonly TimeSpan CallLimit = TimeSpan.FromSeconds(5);

    private readonly Channel<TimeSpan> _timers = Channel.CreateUnbounded<TimeSpan>();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        _timers.Writer.TryWrite(dueTime);
        return timer;
    }

    /// <summary>Waits for the start of the next wait between attempts. The time limits of calls do not count.</summary>
    public async Task<TimeSpan> NextWaitAsync(int calls)
    {
        for (; calls > 0; calls--)
            Assert.Equal(CallLimit, await NextAsync());
        return await NextAsync();
    }

    /// <summary>Waits for the start of a call.</summary>
    public async Task NextCallAsync() => Assert.Equal(CallLimit, await NextAsync());

    private Task<TimeSpan> NextAsync() => _timers.Reader.ReadAsync().AsTask().WaitAsync(WebhookTest.Patience);
}

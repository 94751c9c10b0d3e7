namespace PageMessagesGen.Emulator.Limits;

/// <summary>Counts the calls of each Page and compares them with the limits.</summary>
/// <param name="limit">The limits.</param>
/// <param name="pages">The number of Pages, which share the limits of the app.</param>
/// <param name="clock">The clock.</param>
internal sealed class CallCounter(RateLimit limit, int pages, TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly CallWindow _app = new();
    private readonly Dictionary<string, PageCalls> _pages = new(StringComparer.Ordinal);

    /// <summary>Counts a call. Calls that are refused count as well.</summary>
    /// <param name="pageId">The Page that makes it.</param>
    /// <param name="isMedia">Whether its message has audio or video.</param>
    public CallUsage Count(string pageId, bool isMedia)
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            _app.Add(now);
            if (!_pages.TryGetValue(pageId, out var page))
                _pages.Add(pageId, page = new PageCalls());
            var (calls, most) = isMedia && limit.MediaCallsPerSecond is { } media ? (page.Media, media) : (page.Other, limit.CallsPerSecond);
            calls.Add(now);
            if (calls.Count > most)
                page.PausedUntil = now + limit.Pause;

            var pause = page.PausedUntil - now;
            return new CallUsage(
                pageId,
                Percent(calls.Count, most),
                Percent(_app.Count, (limit.CallsPerSecond ?? limit.MediaCallsPerSecond) * pages),
                pause > TimeSpan.Zero ? (int)Math.Min(int.MaxValue, Math.Ceiling(pause.TotalMinutes)) : 0,
                IsThrottled: calls.Count > most || pause > TimeSpan.Zero);
        }
    }

    private static int Percent(int calls, int? most) => most is { } number ? (int)(calls * 100L / number) : 0;

    private sealed class PageCalls
    {
        public CallWindow Other { get; } = new();

        public CallWindow Media { get; } = new();

        public DateTimeOffset PausedUntil { get; set; }
    }
}

namespace PageMessagesGen.Emulator.Webhooks;

/// <summary>
/// Says when a body that the webhook did not take is posted again. Meta documents that it tries again immediately and then less and less
/// often, and that it drops the subscription after an hour of failures. The times in between are this project's choice.
/// </summary>
internal static class WebhookSchedule
{
    /// <summary>The time after which a body is dropped.</summary>
    public static readonly TimeSpan MostPatience = TimeSpan.FromHours(1);

    // The last one is repeated.
    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromSeconds(1),
        TimeSpan.FromSeconds(5),
        TimeSpan.FromSeconds(30),
        TimeSpan.FromMinutes(2),
        TimeSpan.FromMinutes(5),
        TimeSpan.FromMinutes(10),
    ];

    /// <summary>Gets the time until the next attempt; null after the last one. The last attempt is at the end of the hour.</summary>
    /// <param name="failures">The number of attempts so far.</param>
    /// <param name="passed">The time since the start of the first attempt.</param>
    public static TimeSpan? NextWait(int failures, TimeSpan passed)
    {
        if (passed >= MostPatience)
            return null;
        var (wait, rest) = (Waits[Math.Min(failures, Waits.Length) - 1], MostPatience - passed);
        return wait < rest ? wait : rest;
    }
}

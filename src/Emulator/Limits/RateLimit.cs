namespace PageMessagesGen.Emulator;

/// <summary>
/// How many calls a Page may make in a second. Each call with a valid token counts, also one that is refused. Further calls are refused
/// until the last second has room again. From a use of 25 percent on, responses report it in the headers
/// <c>X-Business-Use-Case-Usage</c> and <c>X-App-Usage</c>.
/// </summary>
/// <example>
/// <code>
/// var options = new GraphEmulatorOptions { RateLimit = RateLimit.Documented with { ErrorCode = 80006, Status = 429 } };
/// </code>
/// </example>
public sealed record RateLimit
{
    private static readonly int[] Codes = [4, 613, 80006];

    /// <summary>Gets the documented limits of the Send API: 300 calls per second, and 10 with audio or video.</summary>
    public static RateLimit Documented { get; } = new() { CallsPerSecond = 300, MediaCallsPerSecond = 10 };

    /// <summary>Gets the number of calls that a Page may make in a second; null, the default, for no limit.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is less than 1.</exception>
    public int? CallsPerSecond
    {
        get;
        init => field = AtLeast1(value);
    }

    /// <summary>
    /// Gets the number of calls with audio or video that a Page may make in a second. They then do not count for
    /// <see cref="CallsPerSecond"/>. Null, the default, for no limit of their own.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is less than 1.</exception>
    public int? MediaCallsPerSecond
    {
        get;
        init => field = AtLeast1(value);
    }

    /// <summary>Gets the code of the error: 4, 613 or 80006. The default is 613.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is another code.</exception>
    public int ErrorCode
    {
        get;
        init => field = Codes.Contains(value) ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "The code must be 4, 613 or 80006.");
    } = 613;

    /// <summary>Gets the HTTP status of the error: 400, the default, or 429.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is another status.</exception>
    public int Status
    {
        get;
        init => field = value is 400 or 429 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "The status must be 400 or 429.");
    } = 400;

    /// <summary>
    /// Gets the time for which a Page is refused after it has made too many calls; zero, the default, until the last second has room again.
    /// It is reported as <c>estimated_time_to_regain_access</c>, in minutes.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public TimeSpan Pause
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero);
            field = value;
        }
    }

    private static int? AtLeast1(int? value)
    {
        if (value is { } number)
            ArgumentOutOfRangeException.ThrowIfLessThan(number, 1, nameof(value));
        return value;
    }
}

using System.Globalization;

namespace PageMessagesGen.Emulator.Limits;

/// <summary>How much of the limits is used, after a call.</summary>
/// <param name="PageId">The Page that made the call.</param>
/// <param name="PagePercent">The use by the Page in percent; more than 100 beyond the limit.</param>
/// <param name="AppPercent">The use by all Pages in percent.</param>
/// <param name="MinutesToRegain">The minutes for which the Page is still refused.</param>
/// <param name="IsThrottled">Whether the call is refused.</param>
internal sealed record CallUsage(string PageId, int PagePercent, int AppPercent, int MinutesToRegain, bool IsThrottled)
{
    public const string PageHeader = "X-Business-Use-Case-Usage";
    public const string AppHeader = "X-App-Usage";

    // Graph does not report a small use either.
    private const int LeastReported = 25;

    // Graph limits the time on its machines, too. Here, it grows with the calls.
    private const int CallsPerTime = 4;

    /// <summary>Gets the value of the header with the use by the Page; null while it is small.</summary>
    public string? PageJson => PagePercent < LeastReported ? null : string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"{{PageId}}":[{"type":"messenger","call_count":{{PagePercent}},"total_cputime":{{PagePercent / CallsPerTime}},"total_time":{{PagePercent / CallsPerTime}},"estimated_time_to_regain_access":{{MinutesToRegain}}}]}""");

    /// <summary>Gets the value of the header with the use by all Pages; null while it is small.</summary>
    public string? AppJson => AppPercent < LeastReported ? null : string.Create(
        CultureInfo.InvariantCulture, $$"""{"call_count":{{AppPercent}},"total_time":{{AppPercent / CallsPerTime}},"total_cputime":{{AppPercent / CallsPerTime}}}""");
}

using Microsoft.Extensions.Logging;
using PageMessagesGen.Calls;
using PageMessagesGen.Rules;

namespace PageMessagesGen.Telemetry;

/// <summary>What is logged of calls: names, ids of Pages, codes and times. Nothing that a customer, an application or a server wrote.</summary>
internal sealed partial class CallLog(ILogger logger)
{
    /// <summary>Logs that a call succeeded.</summary>
    /// <param name="operation">The name of the operation.</param>
    /// <param name="pageId">The id of the Page.</param>
    /// <param name="deadline">The end of the call, which knows its start.</param>
    public void Succeeded(string operation, string pageId, Deadline deadline)
    {
        if (logger.IsEnabled(LogLevel.Debug))
            LogSucceeded(logger, operation, pageId, deadline.Elapsed.TotalMilliseconds);
    }

    /// <summary>Logs that a call is repeated.</summary>
    public void Repeated(string operation, string pageId, GraphApiException failure, TimeSpan wait) =>
        LogRepeated(logger, operation, pageId, failure.Attempts, failure.Outcome, CodeOf(failure), wait.TotalMilliseconds);

    /// <summary>Logs that the calls of a Page are held back.</summary>
    public void PagePaused(string pageId, TimeSpan time, string cause) => LogPagePaused(logger, pageId, time.TotalSeconds, cause);

    /// <summary>Logs the violations of a request that is sent nevertheless.</summary>
    public void Violations(IReadOnlyList<RuleViolation> violations)
    {
        foreach (var violation in violations)
            LogViolation(logger, violation.Rule, violation.Severity, violation.Path);
    }

    /// <summary>Logs that a call succeeded although its response was lost.</summary>
    public void SucceededByEcho(string operation, string pageId) => LogSucceededByEcho(logger, operation, pageId);

    /// <summary>Logs that the outcome of a call became known after it had failed.</summary>
    public void Settled(string operation, string pageId, TimeSpan after) => LogSettled(logger, operation, pageId, after.TotalSeconds);

    /// <summary>Logs that the store of conversations cannot be read or written.</summary>
    public void ConversationsFailed(Exception exception) => LogConversationsFailed(logger, exception.GetType().Name, exception);

    private static string? CodeOf(GraphApiException failure) => failure.Subcode is { } subcode ? $"{failure.Code}/{subcode}" : $"{failure.Code}";

    [LoggerMessage(4, LogLevel.Debug, "{Operation} for the Page {PageId} succeeded in {Elapsed} ms.")]
    private static partial void LogSucceeded(ILogger logger, string operation, string pageId, double elapsed);

    [LoggerMessage(1, LogLevel.Information, "Attempt {Attempt} of {Operation} for the Page {PageId} failed ({Outcome}, error {Code}). The next one follows in {Wait} ms.")]
    private static partial void LogRepeated(ILogger logger, string operation, string pageId, int attempt, SendOutcome outcome, string? code, double wait);

    [LoggerMessage(2, LogLevel.Warning, "The calls of the Page {PageId} are held back for {Seconds} s: {Cause}.")]
    private static partial void LogPagePaused(ILogger logger, string pageId, double seconds, string cause);

    [LoggerMessage(3, LogLevel.Warning, "A request violates the rule {Rule} ({Severity}) at {Path}.")]
    private static partial void LogViolation(ILogger logger, string rule, RuleSeverity severity, string path);

    [LoggerMessage(5, LogLevel.Information, "{Operation} for the Page {PageId} has an unknown outcome by its response, and succeeded by the echo of its message.")]
    private static partial void LogSucceededByEcho(ILogger logger, string operation, string pageId);

    [LoggerMessage(6, LogLevel.Information, "{Operation} for the Page {PageId} had an unknown outcome. The echo of its message arrived {Seconds} s later: it was sent.")]
    private static partial void LogSettled(ILogger logger, string operation, string pageId, double seconds);

    [LoggerMessage(7, LogLevel.Warning, "The conversations cannot be read or written ({Exception}). Windows of the customers concerned are not checked.")]
    private static partial void LogConversationsFailed(ILogger logger, string exception, Exception cause);
}

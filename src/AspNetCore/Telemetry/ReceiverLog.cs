using Microsoft.Extensions.Logging;
using PageMessagesGen.Receiving;

namespace PageMessagesGen.Telemetry;

/// <summary>
/// What is logged of events: types, ids of Pages and places in the code. The message of an exception can quote a customer, so it is logged
/// at the level Debug only.
/// </summary>
internal sealed partial class ReceiverLog(ILogger logger)
{
    /// <summary>Logs that another log will have the verify token.</summary>
    public void TokenIsLogged(string category) => LogTokenIsLogged(logger, category);

    /// <summary>Logs that a request is refused, for a reason that an operator should know.</summary>
    public void Refused(string webhook, string reason) => LogRefused(logger, webhook, reason);

    /// <summary>Logs that a body is refused because it cannot be read.</summary>
    public void Unreadable(string webhook, Exception failure)
    {
        LogUnreadable(logger, webhook, failure.GetType().Name);
        LogDetails(logger, failure);
    }

    /// <summary>Logs that events cannot be remembered, so that the body is refused.</summary>
    public void NotRemembered(string webhook, Exception failure)
    {
        LogNotRemembered(logger, webhook, failure.GetType().Name, PlaceOf(failure));
        LogDetails(logger, failure);
    }

    /// <summary>Logs that events were received before.</summary>
    public void Duplicates(string webhook, int count) => LogDuplicates(logger, webhook, count);

    /// <summary>Logs that an observer threw.</summary>
    public void ObserverFailed(Type observer, AcceptedEvent accepted, Exception failure)
    {
        LogObserverFailed(logger, observer.Name, accepted.TypeName, accepted.Context.PageId, failure.GetType().Name, PlaceOf(failure));
        LogDetails(logger, failure);
    }

    /// <summary>Logs that the handler of an event threw.</summary>
    public void HandlerFailed(AcceptedEvent accepted, Exception failure)
    {
        LogHandlerFailed(logger, accepted.TypeName, accepted.Context.PageId, failure.GetType().Name, PlaceOf(failure));
        LogDetails(logger, failure);
    }

    /// <summary>Logs that the host stops, so that no more events are accepted.</summary>
    public void Closed(string webhook, int waiting) => LogClosed(logger, webhook, waiting);

    /// <summary>Logs that handlers have registered callbacks for the end, and one of them threw.</summary>
    public void CallbackFailed(string webhook, AggregateException failure)
    {
        LogCallbackFailed(logger, webhook, failure.InnerException?.GetType().Name ?? "");
        LogDetails(logger, failure);
    }

    /// <summary>Logs that events were accepted and will not be handled.</summary>
    public void Lost(string webhook, int count) => LogLost(logger, webhook, count);

    // The stack has the names of methods, and nothing that anybody wrote.
    private static string PlaceOf(Exception failure) => failure.StackTrace ?? "";

    [LoggerMessage(110, LogLevel.Warning, "The URL of a verification has the verify token, and {Category} logs the URLs of requests. Set its level to Warning.")]
    private static partial void LogTokenIsLogged(ILogger logger, string category);

    [LoggerMessage(101, LogLevel.Warning, "The webhook {Webhook} refused a request: {Reason}.")]
    private static partial void LogRefused(ILogger logger, string webhook, string reason);

    [LoggerMessage(102, LogLevel.Error, "The webhook {Webhook} refused a body that is signed but cannot be read ({ExceptionType}).")]
    private static partial void LogUnreadable(ILogger logger, string webhook, string exceptionType);

    [LoggerMessage(103, LogLevel.Error, "The webhook {Webhook} refused a body, because its events cannot be remembered ({ExceptionType}).\n{StackTrace}")]
    private static partial void LogNotRemembered(ILogger logger, string webhook, string exceptionType, string stackTrace);

    [LoggerMessage(104, LogLevel.Debug, "The webhook {Webhook} received {Count} events again.")]
    private static partial void LogDuplicates(ILogger logger, string webhook, int count);

    [LoggerMessage(105, LogLevel.Error, "The observer {Observer} failed for an event {EventType} of the Page {PageId} ({ExceptionType}).\n{StackTrace}")]
    private static partial void LogObserverFailed(ILogger logger, string observer, string eventType, string pageId, string exceptionType, string stackTrace);

    [LoggerMessage(106, LogLevel.Error, "The handler failed for an event {EventType} of the Page {PageId} ({ExceptionType}).\n{StackTrace}")]
    private static partial void LogHandlerFailed(ILogger logger, string eventType, string pageId, string exceptionType, string stackTrace);

    [LoggerMessage(107, LogLevel.Error, "The webhook {Webhook} lost {Count} events that were accepted, because they were not handled in time before the host stopped.")]
    private static partial void LogLost(ILogger logger, string webhook, int count);

    [LoggerMessage(109, LogLevel.Debug, "The webhook {Webhook} accepts no more events. {Count} are waiting.")]
    private static partial void LogClosed(ILogger logger, string webhook, int count);

    [LoggerMessage(111, LogLevel.Error, "A handler of the webhook {Webhook} has registered a callback for its cancellation, which failed ({ExceptionType}).")]
    private static partial void LogCallbackFailed(ILogger logger, string webhook, string exceptionType);

    [LoggerMessage(108, LogLevel.Debug, "The details of the failure.")]
    private static partial void LogDetails(ILogger logger, Exception failure);
}

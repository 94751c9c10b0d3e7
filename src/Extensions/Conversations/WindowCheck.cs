using System.Globalization;
using PageMessagesGen.Generated;
using PageMessagesGen.Http;
using PageMessagesGen.Rules;

namespace PageMessagesGen.Conversations;

/// <summary>Finds messages that are sent after their window has closed.</summary>
internal sealed class WindowCheck(ConversationMemory conversations, GraphApiClientOptions options)
{
    private readonly ValidationMode _mode = options.WindowValidation ?? options.Validation;

    /// <summary>Checks a call of an operation that has windows. A customer of whom nothing is known can always be written to.</summary>
    /// <exception cref="GraphApiException">The message must not be sent.</exception>
    public async ValueTask CheckAsync<TAnswer>(PageCall<TAnswer> call, CancellationToken cancellationToken)
        where TAnswer : class
    {
        if (_mode == ValidationMode.Off || call.Customer is not { Length: > 0 } customer || !Array.Exists(call.Windows, call.IsIn))
            return;
        var windows = await conversations.FindForSendAsync(call.PageId, customer, cancellationToken).ConfigureAwait(false);
        if (windows.LastAction is null && options.InstagramAccountId?.Invoke(call.PageId) is { } account)
            windows = await conversations.FindForSendAsync(account, customer, cancellationToken).ConfigureAwait(false);
        var violations = call.Windows.Where(window => windows.IsOpen(window.Window) == false && call.IsIn(window)).Select(window => Violation(call.Windows, window, windows)).ToList();
        if (violations.Count > 0)
            call.Apply(violations, _mode);
    }

    private static RuleViolation Violation(WindowDescription[] all, WindowDescription closed, CustomerWindows windows)
    {
        var open = all.Where(other => windows.IsOpen(other.Window) == true).ToList();
        var state = open.Count == 0
            ? "Nothing else is open."
            : $"Still open: {string.Join(", ", open.Select(other => $"{other.Window.Name} until {Format(windows.ClosesAt(other.Window))}"))}.";
        return closed.Violation($"The customer last acted at {Format(windows.LastAction)}, and the window of {closed.Window.Hours} hours closed at {Format(windows.ClosesAt(closed.Window))}. {state}");
    }

    private static string Format(DateTimeOffset? time) => time!.Value.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}

namespace PageMessagesGen;

/// <summary>How long a customer can be written to.</summary>
/// <param name="LastAction">When the customer last acted; null if it is not known.</param>
/// <param name="AsOf">When this was found.</param>
public sealed record CustomerWindows(DateTimeOffset? LastAction, DateTimeOffset AsOf)
{
    /// <summary>Determines whether a window is open; null if the last action is not known.</summary>
    /// <param name="window">The window, such as <c>PageMessagesWindows.StandardWindow</c>.</param>
    public bool? IsOpen(MessagingWindow window) => ClosesAt(window) is { } end ? AsOf <= end : null;

    /// <summary>Gets when a window closes or has closed; null if the last action is not known.</summary>
    /// <param name="window">The window, such as <c>PageMessagesWindows.StandardWindow</c>.</param>
    public DateTimeOffset? ClosesAt(MessagingWindow window)
    {
        ArgumentNullException.ThrowIfNull(window);
        return LastAction + window.Length;
    }
}

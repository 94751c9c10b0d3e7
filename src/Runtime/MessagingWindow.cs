namespace PageMessagesGen;

/// <summary>The time after a customer's last action in which a message of a kind can be sent, as the schema states it.</summary>
/// <param name="Name">The name in the schema, such as <c>standard-window</c>.</param>
/// <param name="Hours">The length in hours.</param>
public sealed record MessagingWindow(string Name, int Hours)
{
    /// <summary>Gets the length.</summary>
    public TimeSpan Length => TimeSpan.FromHours(Hours);
}

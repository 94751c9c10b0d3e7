namespace PageMessagesGen;

/// <summary>The options of <see cref="IUnknownSends"/>, which all clients of a host share.</summary>
public sealed class UnknownSendOptions
{
    /// <summary>Gets or sets how many messages are remembered. With one more, the oldest is given up. The default is 10,000.</summary>
    public int Capacity { get; set; } = 10_000;

    /// <summary>Gets or sets the time after which a message is given up. The default is a day.</summary>
    public TimeSpan GiveUpAfter { get; set; } = TimeSpan.FromDays(1);
}

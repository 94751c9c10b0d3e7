namespace PageMessagesGen.Benchmarks.Client.Sending;

/// <summary>One way to send a payload and to read the answer, ready to do it for one payload and one server.</summary>
internal interface ISending
{
    /// <summary>Its short name in tables.</summary>
    string Name { get; }

    /// <summary>Sends once, and reads the answer.</summary>
    Task SendAsync();
}

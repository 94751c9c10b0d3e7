namespace PageMessagesGen.Benchmarks.Client.Sending;

/// <summary>One way to send a payload and to read the answer, ready to do it for one payload and one server.</summary>
internal interface ISending
{
    /// <summary>Its short name in tables.</summary>
    string Name { get; }

    /// <summary>Sends once, and reads the answer.</summary>
    Task SendAsync();

    /// <summary>Does the same, and gives the id of the message that the answer contains.</summary>
    Task<string?> SendForIdAsync();
}

/// <summary>A way to send whose answer has a type. What is measured is its task as it is, without one around it.</summary>
internal abstract class Sending<TAnswer> : ISending
{
    public abstract string Name { get; }

    public Task SendAsync() => CallAsync();

    public async Task<string?> SendForIdAsync() => IdOf(await CallAsync());

    protected abstract Task<TAnswer> CallAsync();

    protected abstract string? IdOf(TAnswer answer);
}

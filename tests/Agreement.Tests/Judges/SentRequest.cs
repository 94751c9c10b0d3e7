using PageMessagesGen.Agreement.Tests.Requests;

namespace PageMessagesGen.Agreement.Tests.Judges;

/// <summary>A request, and where it is sent.</summary>
/// <param name="Request">The request.</param>
/// <param name="Platform">The platform; null if it is not said.</param>
internal sealed record SentRequest(Expression Request, string? Platform)
{
    /// <summary>How C# says the platform.</summary>
    public string Receiver => Platform switch
    {
        null => "",
        "instagram" => ".Instagram",
        _ => ".Messenger",
    };
}

using System.Text.Json.Serialization;

namespace PageMessagesGen;

/// <summary>Something that the server tells an app: what a customer did, or what became of a message. Generated events implement it.</summary>
public interface IWebhookEvent
{
    /// <summary>Gets the id of the customer that the event is about, which an answer has as its recipient; null if it is about none.</summary>
    [JsonIgnore]
    string? CustomerId { get; }

    /// <summary>
    /// Gets a string that repeated deliveries of the event have in common, and other events do not; null if the schema names none.
    /// </summary>
    [JsonIgnore]
    string? Identity { get; }

    /// <summary>Gets when the event happened; null if it does not say so.</summary>
    [JsonIgnore]
    DateTimeOffset? Time { get; }

    /// <summary>Gets a value that indicates whether the event opens the window in which the customer can be answered.</summary>
    [JsonIgnore]
    bool OpensWindow { get; }

    /// <summary>Gets the message of the Page that the event confirms; null if it confirms none that was sent with a correlation.</summary>
    [JsonIgnore]
    SendEcho? Echo { get; }
}

using System.Text.Json;

namespace PageMessagesGen.Runtime.Tests.Support;

/// <summary>An event of a webhook, read from its JSON by hand.</summary>
internal sealed record ToldEvent(string? CustomerId, DateTimeOffset? Time, bool OpensWindow, SendEcho? Echo) : IWebhookEvent
{
    // What a customer does, by the member of the event.
    private static readonly string[] Actions = ["message", "postback", "reaction", "referral", "optin"];

    public string? Identity => null;

    /// <summary>Reads the events of a body.</summary>
    public static IReadOnlyList<(ToldEvent Event, WebhookContext Context)> Read(byte[] body)
    {
        using var json = JsonDocument.Parse(body);
        var kind = json.RootElement.GetProperty("object").GetString()!;
        return
        [
            .. from entry in json.RootElement.GetProperty("entry").EnumerateArray()
               where entry.TryGetProperty("messaging", out _)
               from item in entry.GetProperty("messaging").EnumerateArray()
               select (Read(item), new WebhookContext(kind, entry.GetProperty("id").GetString()!)),
        ];
    }

    private static ToldEvent Read(JsonElement item)
    {
        var time = DateTimeOffset.FromUnixTimeMilliseconds(item.GetProperty("timestamp").GetInt64());
        if (item.TryGetProperty("message", out var message) && message.TryGetProperty("is_echo", out _))
        {
            var echo = message.TryGetProperty("metadata", out var metadata) ? new SendEcho(metadata.GetString()!, message.GetProperty("mid").GetString()!) : (SendEcho?)null;
            return new(item.GetProperty("recipient").GetProperty("id").GetString(), time, false, echo);
        }

        return new(item.GetProperty("sender").GetProperty("id").GetString(), time, Actions.Any(action => item.TryGetProperty(action, out _)), null);
    }
}

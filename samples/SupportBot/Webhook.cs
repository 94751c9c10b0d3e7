using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.Extensions.Options;

namespace PageMessagesGen.SupportBot;

/// <summary>What the app and Meta both know. Like the access token, it belongs in a secret store.</summary>
internal sealed class WebhookSettings
{
    public string AppSecret { get; set; } = "";

    public string VerifyToken { get; set; } = "";

    public static bool AreComplete(WebhookSettings settings) => settings is { AppSecret.Length: > 0, VerifyToken.Length: > 0 };
}

/// <summary>What a customer did.</summary>
/// <param name="Id">The id of the message or of the postback.</param>
/// <param name="PersonId">The customer.</param>
/// <param name="Text">The text of the message, or the title of the button.</param>
/// <param name="Payload">The payload of the button or the quick reply; null for a message that was written.</param>
internal sealed record Incoming(string Id, string PersonId, string Text, string? Payload);

/// <summary>Takes what Meta posts. A bot that must not lose a message in a crash stores it here before it answers.</summary>
internal sealed class Webhook(IOptions<WebhookSettings> settings)
{
    private const string Algorithm = "sha256=";

    private readonly Channel<Incoming> _events = Channel.CreateBounded<Incoming>(10_000);

    public IAsyncEnumerable<Incoming> ReadAllAsync(CancellationToken cancellationToken) => _events.Reader.ReadAllAsync(cancellationToken);

    /// <summary>Gets the challenge that proves that this is the address of the app; null if the question does not come from it.</summary>
    public string? Verify(IQueryCollection query) =>
        query["hub.mode"] == "subscribe" && AreEqual(Encoding.UTF8.GetBytes(query["hub.verify_token"].ToString()), Encoding.UTF8.GetBytes(settings.Value.VerifyToken))
            ? query["hub.challenge"].ToString()
            : null;

    /// <summary>Determines whether the app secret has signed these bytes. JSON that was read and written again would be other bytes.</summary>
    public bool IsSigned(byte[] body, string? signature)
    {
        if (signature?.StartsWith(Algorithm, StringComparison.Ordinal) != true)
            return false;
        var expected = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(settings.Value.AppSecret), body));
        return AreEqual(Encoding.UTF8.GetBytes(signature[Algorithm.Length..]), Encoding.UTF8.GetBytes(expected));
    }

    /// <summary>Takes the events of a body.</summary>
    /// <returns><see langword="false"/> if too many are waiting.</returns>
    public bool Take(ReadOnlyMemory<byte> body)
    {
        using var json = JsonDocument.Parse(body);
        return json.RootElement.GetProperty("entry").EnumerateArray()
            .SelectMany(entry => entry.TryGetProperty("messaging", out var items) ? items.EnumerateArray() : [])
            .Select(Read).OfType<Incoming>().All(_events.Writer.TryWrite);
    }

    // The messages of the Page come back as echoes. Of what is left, this bot answers messages and taps.
    private static Incoming? Read(JsonElement item)
    {
        var person = item.TryGetProperty("sender", out var sender) && sender.TryGetProperty("id", out var id) ? id.GetString() : null;
        if (person is null)
            return null;
        if (item.TryGetProperty("postback", out var postback))
            return new Incoming(Text(postback, "mid") ?? "", person, Text(postback, "title") ?? "", Text(postback, "payload"));
        if (!item.TryGetProperty("message", out var message) || message.TryGetProperty("is_echo", out _))
            return null;
        return new Incoming(Text(message, "mid") ?? "", person, Text(message, "text") ?? "", message.TryGetProperty("quick_reply", out var reply) ? Text(reply, "payload") : null);
    }

    private static string? Text(JsonElement item, string name) => item.TryGetProperty(name, out var value) ? value.GetString() : null;

    // In constant time, so that the time does not reveal how much of the secret is right.
    private static bool AreEqual(byte[] one, byte[] other) => CryptographicOperations.FixedTimeEquals(one, other);
}

using System.Text;
using System.Text.Json;
using PageMessages.Webhooks;

namespace PageMessagesGen.Webhooks.Tests;

/// <summary>The body of a webhook, from a file, and what it has.</summary>
/// <param name="File">The name of the file.</param>
/// <param name="Platform">The platform.</param>
/// <param name="IsSample">Whether it is a sample, as an app is sent for a test.</param>
/// <param name="Events">The events in it.</param>
internal sealed record Body(string File, string? Platform, bool IsSample, IReadOnlyList<BodyEvent> Events)
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Bodies");

    /// <summary>Gets all bodies.</summary>
    public static IReadOnlyList<Body> All { get; } = ReadIndex();

    /// <summary>Gets the bytes.</summary>
    public byte[] Bytes { get; } = System.IO.File.ReadAllBytes(Path.Combine(Folder, File));

    /// <summary>Gets the names of the files in the folder.</summary>
    public static IEnumerable<string> Files => Directory.EnumerateFiles(Folder).Select(file => Path.GetFileName(file)).Where(name => name != "index.json");

    /// <summary>Finds a body.</summary>
    public static Body Of(string file) => All.Single(body => body.File == file);

    /// <summary>Reads a body that a test writes.</summary>
    public static IReadOnlyList<ReceivedEvent<WebhookEvent>> Receive(string json) => PageMessagesWebhook.Receive(Encoding.UTF8.GetBytes(json));

    private static List<Body> ReadIndex()
    {
        using var index = JsonDocument.Parse(System.IO.File.ReadAllBytes(Path.Combine(Folder, "index.json")));
        return [.. index.RootElement.EnumerateArray().Select(row => new Body(
            row.GetProperty("file").GetString()!,
            Text(row, "platform"),
            IsTrue(row, "sample"),
            [.. row.GetProperty("events").EnumerateArray().Select(e => new BodyEvent(e.GetProperty("type").GetString()!, Text(e, "customer"), IsTrue(e, "standby")))]))];
    }

    private static string? Text(JsonElement row, string name) => row.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static bool IsTrue(JsonElement row, string name) => row.TryGetProperty(name, out var value) && value.GetBoolean();
}

/// <summary>An event in a body.</summary>
/// <param name="Type">The name of its type.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="IsStandby">Whether another app owns the conversation.</param>
internal sealed record BodyEvent(string Type, string? CustomerId, bool IsStandby);

using System.Text;
using System.Text.Json.Nodes;

namespace PageMessagesGen.Emulator.Tests.PublicClient;

/// <summary>
/// A request that messaging-api-messenger 1.1.0 sent: the method and the path, the content type, an empty line, and the body. What differs
/// from run to run is a placeholder, such as {access_token}.
/// </summary>
internal sealed record RecordedRequest(string Name, string Text)
{
    private const string Type = "Content-Type: ";

    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "PublicClient");

    /// <summary>The requests, in the order in which they were sent.</summary>
    public static IReadOnlyList<RecordedRequest> ReadAll(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*.http").Order(StringComparer.Ordinal)
            .Select(path => new RecordedRequest(Path.GetFileNameWithoutExtension(path)[3..], File.ReadAllText(path).ReplaceLineEndings("\n").TrimEnd('\n'))),
    ];

    /// <summary>The text without the boundary of a multipart body, which is another one each time.</summary>
    public string Stable => Boundary is { } boundary ? Text.Replace(boundary, "{boundary}", StringComparison.Ordinal) : Text;

    private string? Boundary => Text.Split("boundary=") is [_, var rest] ? rest[..rest.IndexOf('\n', StringComparison.Ordinal)] : null;

    public HttpRequestMessage ToMessage(Uri server, IReadOnlyDictionary<string, string> values)
    {
        var text = values.Aggregate(Text, (all, value) => all.Replace($"{{{value.Key}}}", value.Value, StringComparison.Ordinal));
        var (head, body) = text.Split("\n\n", 2) is [var first, var rest] ? (first, rest) : (text, "");
        var lines = head.Split('\n');
        var message = new HttpRequestMessage(new HttpMethod(lines[0].Split(' ')[0]), new Uri(server, lines[0].Split(' ')[1]));
        message.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Boundary is null ? body : body.ReplaceLineEndings("\r\n")));
        if (Array.Find(lines, line => line.StartsWith(Type, StringComparison.Ordinal)) is { } type)
            message.Content.Headers.TryAddWithoutValidation("Content-Type", type[Type.Length..]);
        return message;
    }
}

/// <summary>What the emulator answered to a recorded request.</summary>
internal sealed record RecordedAnswer(string Name, int Status, JsonNode Json);

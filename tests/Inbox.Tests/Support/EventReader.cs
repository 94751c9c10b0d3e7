using System.Globalization;
using System.Text.Json.Nodes;

namespace PageMessagesGen.Inbox.Tests.Support;

/// <summary>Reads an event stream as a browser does.</summary>
internal sealed class EventReader(HttpResponseMessage response, StreamReader reader) : IDisposable
{
    public HttpResponseMessage Response => response;

    public static async Task<EventReader> OpenAsync(HttpClient http, long? lastId = null, string query = "")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"inbox/events{query}");
        if (lastId is { } id)
            request.Headers.Add("Last-Event-ID", id.ToString(CultureInfo.InvariantCulture));
        var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return new EventReader(response, new StreamReader(await response.Content.ReadAsStreamAsync()));
    }

    /// <summary>Reads the next event; null at the end. Comments have the name <c>comment</c>.</summary>
    public async Task<ServerEvent?> ReadAsync()
    {
        var (id, name, data) = ((string?)null, "message", "");
        while (await reader.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(30)) is { } line)
        {
            if (line.Length == 0)
                return new ServerEvent(id, name, data);
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var (field, value) = (line[..colon], line[(colon + 1)..].TrimStart());
            id = field == "id" ? value : id;
            name = field switch { "event" => value, "" => "comment", _ => name };
            data += field == "data" ? value : "";
        }

        return null;
    }

    public async Task<ServerEvent> ReadAsync(string name)
    {
        while (await ReadAsync() is { } found)
        {
            if (found.Name == name)
                return found;
        }

        throw new InvalidOperationException($"The stream ended without {name}.");
    }

    public void Dispose()
    {
        reader.Dispose();
        response.Dispose();
    }
}

/// <summary>An event of a stream.</summary>
internal sealed record ServerEvent(string? Id, string Name, string Data)
{
    public JsonNode Json => JsonNode.Parse(Data)!;
}

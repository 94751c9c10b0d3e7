using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using PageMessagesGen.Emulator.Judging;

namespace PageMessagesGen.Emulator.Http;

/// <summary>The body of a request: a JSON value, or what keeps it from being one.</summary>
internal sealed class RequestBody : IDisposable
{
    /// <summary>The most bytes that a body may have.</summary>
    public const int MostBytes = 1024 * 1024;

    /// <summary>
    /// The most bytes that are taken from the connection. What is over the limit is still read, up to here, so that a caller
    /// gets to see the answer before the connection closes.
    /// </summary>
    public const int MostBytesRead = 32 * MostBytes;

    private const int MostLevels = 64;

    private readonly byte[] _bytes;
    private readonly JsonDocument? _document;

    private RequestBody(byte[] bytes, JsonDocument? document, Finding? fault)
    {
        _bytes = bytes;
        _document = document;
        Fault = fault;
    }

    /// <summary>Why there is no JSON; null where there is.</summary>
    public Finding? Fault { get; }

    /// <summary>The JSON. It may be asked for only if there is no fault.</summary>
    public JsonElement Json => _document!.RootElement;

    /// <summary>Reads a body to its end.</summary>
    public static async Task<RequestBody> ReadAsync(Stream stream, CancellationToken ct)
    {
        var buffer = new byte[16 * 1024];
        using var kept = new MemoryStream();
        var total = 0L;
        int read;
        while ((read = await stream.ReadAsync(buffer, ct).ConfigureAwait(false)) > 0)
        {
            total += read;
            if (total <= MostBytes)
                kept.Write(buffer, 0, read);
        }

        return total <= MostBytes ? Parse(kept.ToArray()) : new RequestBody([], null, Finding.InBody($"The request body has more than {MostBytes} bytes."));
    }

    /// <summary>Reads a body that is at hand. Whatever it holds, there is no exception.</summary>
    public static RequestBody Parse(byte[] bytes)
    {
        if (bytes.Length == 0)
            return Faulty("The request body is empty. It must be a JSON object.");
        if (!Utf8.IsValid(bytes))
            return Faulty("The request body is not valid UTF-8.");
        try
        {
            return FindFault(bytes) is { } fault ? Faulty(fault) : new RequestBody(bytes, JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = MostLevels }), null);
        }
        catch (JsonException exception)
        {
            return Faulty($"The request body is not valid JSON (line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}).");
        }

        RequestBody Faulty(string message) => new(bytes, null, Finding.InBody(message));
    }

    /// <summary>Gives the text of a top-level member, or null where it is absent or no text.</summary>
    public string? FindText(string name) =>
        _document?.RootElement is { ValueKind: JsonValueKind.Object } body && body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    /// <summary>Gives the text of the JSON object as it came, without the members that belong to the transport.</summary>
    public string TextWithoutTransport()
    {
        var text = new StringBuilder();
        var copied = 0;
        foreach (var cut in TransportCuts())
        {
            text.Append(Encoding.UTF8.GetString(_bytes[copied..cut.Start.Value]));
            copied = cut.End.Value;
        }

        return text.Append(Encoding.UTF8.GetString(_bytes.AsSpan(copied))).ToString();
    }

    /// <summary>Tells whether a text stands somewhere in the JSON, escaped or not, other than in the members of the transport.</summary>
    public bool Holds(string text)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(TextWithoutTransport()));
        while (reader.Read())
        {
            var value = reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName ? reader.GetString()! : Encoding.UTF8.GetString(reader.ValueSpan);
            if (value.Contains(text, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    public void Dispose() => _document?.Dispose();

    // The stretches to leave out, each with the comma that would otherwise stand beside nothing: the one before it, or for
    // the leading members the one behind.
    private List<Range> TransportCuts()
    {
        var cuts = new List<Range>();
        var reader = new Utf8JsonReader(_bytes);
        var anyKept = false;
        var cutFrom = -1;
        var previousEnd = 0;
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var start = (int)reader.TokenStartIndex;
            if (cutFrom >= 0)
                cuts.Add(cutFrom..start);
            cutFrom = -1;

            var isTransport = TransportMembers.Contains(reader.GetString()!);
            reader.Skip();
            var end = (int)reader.BytesConsumed;
            if (isTransport && anyKept)
                cuts.Add(previousEnd..end);
            else if (isTransport)
                cutFrom = start;
            else
                anyKept = true;
            previousEnd = end;
        }

        if (cutFrom >= 0)
            cuts.Add(cutFrom..previousEnd);
        return cuts;
    }

    // What the JSON parser alone would not say in so many words, or would say only when a text is asked for.
    private static string? FindFault(byte[] bytes)
    {
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = MostLevels + 1 });
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray && reader.CurrentDepth >= MostLevels)
                return $"The request body is nested deeper than {MostLevels} levels.";
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped && !IsUnicode(ref reader))
                return "The request body has half of a surrogate pair in a text.";
        }

        return null;
    }

    private static bool IsUnicode(ref Utf8JsonReader reader)
    {
        try
        {
            _ = reader.GetString();
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}

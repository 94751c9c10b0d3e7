using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Emulator.Http;

/// <summary>The body of a request: a JSON value, or what keeps it from being one.</summary>
internal sealed class RequestBody
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
    private readonly WireValue? _content;

    private RequestBody(byte[] bytes, WireValue? json, string? fault)
    {
        _bytes = bytes;
        Fault = fault;
        _content = json is WireObject body ? body with { Members = body.Members.Where(m => !TransportMembers.Contains(m.Name)).ToEquatableArray() } : json;
        AccessTokens = json is WireObject { Members: var members }
            ? [.. members.Where(m => m.Name == TransportMembers.AccessToken).Select(m => m.Value).OfType<WireText>().Select(t => t.Text)]
            : [];
    }

    /// <summary>Whether there is none.</summary>
    public bool IsEmpty { get; private init; }

    /// <summary>Why there is no JSON; null where there is.</summary>
    public string? Fault { get; }

    /// <summary>The JSON without the members that belong to the transport. It may be asked for only if there is no fault.</summary>
    public WireValue Content => _content!;

    /// <summary>The access tokens at the top of the JSON.</summary>
    public IReadOnlyList<string> AccessTokens { get; }

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

        return total <= MostBytes ? Parse(kept.ToArray()) : new RequestBody([], null, $"The request body has more than {MostBytes} bytes.");
    }

    /// <summary>Reads a body that is at hand. Whatever it holds, there is no exception.</summary>
    public static RequestBody Parse(byte[] bytes)
    {
        if (bytes.Length == 0)
            return new RequestBody(bytes, null, "The request body is empty. It must be a JSON object.") { IsEmpty = true };
        if (!Utf8.IsValid(bytes))
            return new RequestBody(bytes, null, "The request body is not valid UTF-8.");
        try
        {
            if (FindFault(bytes) is { } fault)
                return new RequestBody(bytes, null, fault);
            using var document = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = MostLevels });
            var json = WireJson.Read(document.RootElement);
            return new RequestBody(bytes, json, RepeatedTransport(json));
        }
        catch (JsonException exception)
        {
            return new RequestBody(bytes, null, $"The request body is not valid JSON (line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}).");
        }
    }

    /// <summary>Gives the text of the JSON as it came, without the members that belong to the transport; empty if there is no body.</summary>
    public string TextWithoutTransport()
    {
        if (IsEmpty)
            return "";
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
        if (IsEmpty)
            return false;
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(TextWithoutTransport()));
        while (reader.Read())
        {
            var value = reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName ? reader.GetString()! : Encoding.UTF8.GetString(reader.ValueSpan);
            if (value.Contains(text, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

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

    // The judge never sees these members, so it cannot say this of them.
    private static string? RepeatedTransport(WireValue json) => (json as WireObject)?.Members
        .Select(m => m.Name).Where(TransportMembers.Contains).GroupBy(n => n).Where(g => g.Skip(1).Any())
        .Select(g => $"Param {g.Key} is given twice.").FirstOrDefault();

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

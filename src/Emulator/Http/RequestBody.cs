using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Emulator.Http;

/// <summary>The body of a request: a JSON value, or the reason why it is not one.</summary>
internal sealed class RequestBody
{
    /// <summary>The maximum size of a body in bytes.</summary>
    public const int MostBytes = 1024 * 1024;

    /// <summary>
    /// The maximum number of bytes that are read from the connection. A body that is too large is read up to this number, so that the
    /// caller receives the response before the connection closes.
    /// </summary>
    public const int MostBytesRead = 32 * MostBytes;

    /// <summary>
    /// The maximum number of values in a body: of objects, lists, strings, numbers and the like. A megabyte has room for half a million
    /// values, and each one costs far more memory than its bytes.
    /// </summary>
    public const int MostValues = 5_000;

    private const int MostLevels = 64;

    private static readonly string ManyValues = $"The request body has more than {MostValues} values.";

    private readonly byte[] _bytes;
    private readonly WireValue? _content;
    private string? _text;

    private RequestBody(byte[] bytes, WireValue? json, string? fault)
    {
        _bytes = bytes;
        Fault = fault;
        _content = json is WireObject body ? body with { Members = body.Members.Where(m => !TransportMembers.Contains(m.Name)).ToEquatableArray() } : json;
        AccessTokens = json is WireObject { Members: var members }
            ? [.. members.Where(m => m.Name == TransportMembers.AccessToken).Select(m => m.Value).OfType<WireText>().Select(t => t.Text)]
            : [];
    }

    /// <summary>Gets a value that indicates whether there is no body.</summary>
    public bool IsEmpty { get; private init; }

    /// <summary>Gets the reason why the body is not valid; null if it is.</summary>
    public string? Fault { get; }

    /// <summary>Gets the JSON without the members of the transport. It is available only if there is no fault.</summary>
    public WireValue Content => _content!;

    /// <summary>Gets a value that indicates whether the members of the JSON were the fields of a form.</summary>
    public bool IsForm { get; private init; }

    /// <summary>Gets the files of a form.</summary>
    public IReadOnlyList<DeliveredFile> Files { get; private init; } = [];

    /// <summary>Gets the access tokens at the top level of the JSON.</summary>
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

        return total <= MostBytes ? Parse(kept.ToArray()) : TooLarge();
    }

    /// <summary>Creates a body that is too large.</summary>
    public static RequestBody TooLarge() => Invalid($"The request body has more than {MostBytes} bytes.");

    /// <summary>Creates a body with too many values.</summary>
    public static RequestBody TooManyValues() => Invalid(ManyValues);

    /// <summary>Creates a body that is not valid.</summary>
    public static RequestBody Invalid(string fault) => new([], null, fault);

    /// <summary>Creates the body of a form.</summary>
    /// <param name="bytes">The JSON with its fields.</param>
    /// <param name="files">The files.</param>
    public static RequestBody OfForm(byte[] bytes, IReadOnlyList<DeliveredFile> files) => Parse(bytes, isForm: true, files);

    /// <summary>Parses a body. It does not throw for any content.</summary>
    public static RequestBody Parse(byte[] bytes) => Parse(bytes, isForm: false, []);

    private static RequestBody Parse(byte[] bytes, bool isForm, IReadOnlyList<DeliveredFile> files)
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
            return new RequestBody(bytes, json, RepeatedTransport(json)) { IsForm = isForm, Files = files };
        }
        catch (JsonException exception)
        {
            return new RequestBody(bytes, null, $"The request body is not valid JSON (line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}).");
        }
    }

    /// <summary>Gets the JSON as received, without the members of the transport; empty if there is no body.</summary>
    public string TextWithoutTransport() => _text ??= IsEmpty ? "" : CutTransport();

    private string CutTransport()
    {
        var cuts = TransportCuts();
        if (cuts.Count == 0)
            return Encoding.UTF8.GetString(_bytes);
        var text = new StringBuilder();
        var copied = 0;
        foreach (var cut in cuts)
        {
            text.Append(Encoding.UTF8.GetString(_bytes[copied..cut.Start.Value]));
            copied = cut.End.Value;
        }

        return text.Append(Encoding.UTF8.GetString(_bytes.AsSpan(copied))).ToString();
    }

    /// <summary>Determines whether the JSON contains one of these strings, escaped or not, outside the members of the transport.</summary>
    /// <param name="texts">Strings without quotes, braces, colons and commas, so that they are not found across two values.</param>
    public bool Holds(SearchValues<string> texts)
    {
        if (IsEmpty)
            return false;
        var json = TextWithoutTransport();
        return json.AsSpan().ContainsAny(texts) || (json.Contains('\\', StringComparison.Ordinal) && HoldsEscaped(json, texts));
    }

    private static bool HoldsEscaped(string json, SearchValues<string> texts)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        while (reader.Read())
        {
            if (reader.ValueIsEscaped && WireJson.Unescape(Encoding.UTF8.GetString(reader.ValueSpan)).AsSpan().ContainsAny(texts))
                return true;
        }

        return false;
    }

    // The ranges to remove, each with the comma that would otherwise be left over: the one before the member, or for leading
    // members the one after it.
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

    // These members are removed before the rules are applied, so duplicates are detected here.
    private static string? RepeatedTransport(WireValue json) => (json as WireObject)?.Members
        .Select(m => m.Name).Where(TransportMembers.Contains).GroupBy(n => n).Where(g => g.Skip(1).Any())
        .Select(g => $"Param {g.Key} is specified more than once.").FirstOrDefault();

    // Finds errors that the JSON parser does not describe clearly, or reports only when a string is read.
    private static string? FindFault(byte[] bytes)
    {
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = MostLevels + 1 });
        var values = 0;
        while (reader.Read())
        {
            if (reader.TokenType is not (JsonTokenType.PropertyName or JsonTokenType.EndObject or JsonTokenType.EndArray) && ++values > MostValues)
                return ManyValues;
            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray && reader.CurrentDepth >= MostLevels)
                return $"The request body is nested deeper than {MostLevels} levels.";
            if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueIsEscaped && !IsUnicode(ref reader))
                return "The request body contains half of a surrogate pair in a name.";
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

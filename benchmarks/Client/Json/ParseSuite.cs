using System.Text;
using System.Text.Json;
using PageMessages;
using PageMessagesGen.Benchmarks.Client.Shapes;
using PageMessagesGen.Benchmarks.Measuring;
using PageMessagesGen.Generated;

namespace PageMessagesGen.Benchmarks.Client.Json;

/// <summary>Reads the answers.</summary>
internal static class ParseSuite
{
    public const string Name = "parse";

    public static IReadOnlyList<Contender> Accepted(byte[] answer)
    {
        var places = Places(answer);
        return
        [
            new("strings-at-known-places", Repeat(() => Texts(answer, places))),
            new("ours", Repeat(() => ReadOurs(answer))),
            new("hand-utf8jsonreader", Repeat(() => HandRead.Accepted(answer))),
            new("our-context", Repeat(() => JsonSerializer.Deserialize(answer, PageMessagesJsonContext.Default.SendMessageResponse))),
            new("stj-sourcegen", Repeat(() => JsonSerializer.Deserialize(answer, ShapesContext.Default.SendAnswer))),
            new("stj-sourcegen-setters", Repeat(() => JsonSerializer.Deserialize(answer, ShapesContext.Default.SettableSendAnswer))),
            new("stj-reflection", Repeat(() => JsonSerializer.Deserialize<SendAnswer>(answer, SerializerSettings.Reflection))),
            new("newtonsoft", Repeat(() => global::Newtonsoft.Json.JsonConvert.DeserializeObject<SendAnswer>(Encoding.UTF8.GetString(answer), SerializerSettings.Newtonsoft))),
        ];
    }

    public static IReadOnlyList<Contender> Refused(byte[] answer)
    {
        var places = Places(answer);
        return
        [
            new("strings-at-known-places", Repeat(() => Texts(answer, places))),
            new("ours", Repeat(() => ReadOurs(answer))),
            new("hand-utf8jsonreader", Repeat(() => HandRead.Refused(answer))),
            new("stj-sourcegen", Repeat(() => JsonSerializer.Deserialize(answer, ShapesContext.Default.ErrorAnswer))),
            new("stj-sourcegen-setters", Repeat(() => JsonSerializer.Deserialize(answer, ShapesContext.Default.SettableErrorAnswer))),
            new("stj-reflection", Repeat(() => JsonSerializer.Deserialize<ErrorAnswer>(answer, SerializerSettings.Reflection))),
            new("newtonsoft", Repeat(() => global::Newtonsoft.Json.JsonConvert.DeserializeObject<ErrorAnswer>(Encoding.UTF8.GetString(answer), SerializerSettings.Newtonsoft))),
        ];
    }

    public static IReadOnlyList<Measurement> Measure(int rounds, TimeSpan slice) =>
    [
        .. Rounds.Measure(Name, "accepted", Accepted(Payloads.Accepted), rounds, slice),
        .. Rounds.Measure(Name, "refused", Refused(Payloads.Refused), rounds, slice),
    ];

    /// <summary>What the client does with an answer: success or error in one pass.</summary>
    public static object? ReadOurs(byte[] answer)
    {
        var json = new Utf8ResponseReader(answer);
        var read = PageMessagesJsonReader.ReadSendMessageResponse(ref json);
        if (json.Error is { } error)
            return error;
        return json.IsUsable() ? read : null;
    }

    // The loop calls a delegate for every contender alike.
    private static Action<int> Repeat(Func<object?> read)
    {
        if (read() is null)
            throw new InvalidOperationException("A contender cannot read the answer.");
        return iterations =>
        {
            for (var i = 0; i < iterations; i++)
                GC.KeepAlive(read());
        };
    }

    private static Range[] Places(byte[] answer)
    {
        var places = new List<Range>();
        var json = new Utf8JsonReader(answer);
        while (json.Read())
        {
            if (json.TokenType == JsonTokenType.String)
                places.Add((int)(json.TokenStartIndex + 1)..(int)(json.TokenStartIndex + 1 + json.ValueSpan.Length));
        }

        return [.. places];
    }

    // Nobody can be faster: an object of a known size, and texts whose places are known beforehand.
    private static SendAnswer Texts(byte[] answer, Range[] places)
    {
        return new SendAnswer
        {
            RecipientId = Encoding.Latin1.GetString(answer.AsSpan(places[0])),
            MessageId = Encoding.Latin1.GetString(answer.AsSpan(places[1])),
            AttachmentId = places.Length > 2 ? Encoding.Latin1.GetString(answer.AsSpan(places[2])) : null,
        };
    }
}

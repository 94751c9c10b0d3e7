using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace PageMessagesGen.Json;

/// <summary>Puts JSON that a caller brings along into a request.</summary>
internal static class RawValue
{
    private static readonly JsonWriterOptions Rewriting = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 64 };

    /// <summary>Writes a value as it stands, as long as that is JSON in the strict sense.</summary>
    /// <exception cref="ArgumentException">It is nested too deep.</exception>
    public static void Append(ref JsonBuffer json, JsonElement value)
    {
#if NET9_0_OR_GREATER
        var raw = System.Runtime.InteropServices.JsonMarshal.GetRawUtf8Value(value);
#else
        ReadOnlySpan<byte> raw = System.Text.Encoding.UTF8.GetBytes(value.GetRawText());
#endif
        if (IsStrict(raw))
            json.Append(raw);
        else
            AppendRewritten(ref json, value);
    }

    // A document may have been read with comments, with commas too many, or from bytes that are not UTF-8 inside a text.
    private static bool IsStrict(ReadOnlySpan<byte> raw)
    {
        var json = new JsonAnswer(raw);
        json.Skip();
        return json.IsWhole() && Utf8.IsValid(raw);
    }

    private static void AppendRewritten(ref JsonBuffer json, JsonElement value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        try
        {
            using var writer = new Utf8JsonWriter(buffer, Rewriting);
            value.WriteTo(writer);
        }
        catch (InvalidOperationException exception)
        {
            throw new ArgumentException("A JSON value in the request is nested too deep, or holds text that is not Unicode.", exception);
        }

        json.Append(buffer.WrittenSpan);
    }
}

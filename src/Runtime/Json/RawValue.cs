using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using PageMessagesGen.Generated;

namespace PageMessagesGen.Json;

/// <summary>Writes JSON of the caller to a request.</summary>
internal static class RawValue
{
    private static readonly JsonWriterOptions Rewriting = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 64 };

    /// <summary>Writes a value as it is if it is strict JSON, and rewrites it otherwise.</summary>
    /// <exception cref="ArgumentException">The value is nested too deeply or contains invalid Unicode.</exception>
    public static void Append(ref Utf8RequestWriter json, JsonElement value)
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

    // A document may have been parsed with comments or extra commas, or from bytes with invalid UTF-8 in a string.
    private static bool IsStrict(ReadOnlySpan<byte> raw)
    {
        var json = new Utf8ResponseReader(raw);
        json.Skip();
        return json.IsWhole() && Utf8.IsValid(raw);
    }

    private static void AppendRewritten(ref Utf8RequestWriter json, JsonElement value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        try
        {
            using var writer = new Utf8JsonWriter(buffer, Rewriting);
            value.WriteTo(writer);
        }
        catch (InvalidOperationException exception)
        {
            throw new ArgumentException("A JSON value in the request is nested too deeply, or contains a string that is not valid Unicode.", exception);
        }

        json.Append(buffer.WrittenSpan);
    }
}

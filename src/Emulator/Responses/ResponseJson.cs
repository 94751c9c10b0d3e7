using System.Buffers;
using System.Text;
using System.Text.Json;
using PageMessagesGen.Emulator.Http;

namespace PageMessagesGen.Emulator.Responses;

/// <summary>Writes the bodies of responses as Graph does.</summary>
internal static class ResponseJson
{
    /// <summary>Gets the body of a response; empty if the call returns nothing.</summary>
    public static string ToText(GraphResponse answer) => Encoding.UTF8.GetString(ToBytes(answer).WrittenSpan);

    /// <summary>Gets the body of a response in UTF-8.</summary>
    public static ArrayBufferWriter<byte> ToBytes(GraphResponse answer)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, ResponseWriter.Readable))
        {
            if (answer is GraphError error)
                Write(json, error);
            else if (((GraphReply)answer).Json is { } content)
                WireJson.Write(json, content);
        }

        return buffer;
    }

    private static void Write(Utf8JsonWriter json, GraphError error)
    {
        json.WriteStartObject();
        json.WriteStartObject("error");
        json.WriteString("message", error.Message);
        json.WriteString("type", error.Type);
        json.WriteNumber("code", error.Code);
        if (error.Subcode is { } subcode)
            json.WriteNumber("error_subcode", subcode);
        if (error.UserTitle is { } title)
            json.WriteString("error_user_title", title);
        if (error.UserMessage is { } message)
            json.WriteString("error_user_msg", message);
        json.WriteString("fbtrace_id", error.TraceId);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}

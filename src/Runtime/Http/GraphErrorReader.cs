using System.Text.Json;

namespace PageMessagesGen.Http;

/// <summary>Reads the error object of a Graph API answer.</summary>
internal static class GraphErrorReader
{
    /// <summary>Gives the error that an answer holds, or null if it is no JSON object with one.</summary>
    public static GraphApiError? Read(ReadOnlySpan<byte> body)
    {
        try
        {
            var json = new Utf8JsonReader(body);
            if (!json.Read() || json.TokenType != JsonTokenType.StartObject)
                return null;
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                var isError = json.ValueTextEquals("error"u8);
                json.Read();
                if (isError && json.TokenType == JsonTokenType.StartObject)
                    return ReadError(ref json);
                json.Skip();
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // A proxy's page, half an answer or text that is not UTF-8: no error object.
        }

        return null;
    }

    private static GraphApiError ReadError(ref Utf8JsonReader json)
    {
        var error = new GraphApiError();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("code"u8))
                error = error with { Code = Number(ref json) };
            else if (json.ValueTextEquals("error_subcode"u8))
                error = error with { Subcode = Number(ref json) };
            else if (json.ValueTextEquals("type"u8))
                error = error with { Type = Text(ref json) };
            else if (json.ValueTextEquals("message"u8))
                error = error with { Message = Text(ref json) };
            else if (json.ValueTextEquals("error_user_title"u8))
                error = error with { UserTitle = Text(ref json) };
            else if (json.ValueTextEquals("error_user_msg"u8))
                error = error with { UserMessage = Text(ref json) };
            else if (json.ValueTextEquals("fbtrace_id"u8))
                error = error with { TraceId = Text(ref json) };
            else
                json.Skip();
        }

        return error;
    }

    // A member of another kind than usual is worth less than the rest of the error: it is passed over.
    private static string? Text(ref Utf8JsonReader json)
    {
        json.Read();
        try
        {
            if (json.TokenType == JsonTokenType.String)
                return json.GetString();
        }
        catch (InvalidOperationException)
        {
            // Not UTF-8, or cut in the middle of an emoji.
        }

        json.Skip();
        return null;
    }

    private static int? Number(ref Utf8JsonReader json)
    {
        json.Read();
        if (json.TokenType == JsonTokenType.Number && json.TryGetInt32(out var number))
            return number;
        json.Skip();
        return null;
    }
}

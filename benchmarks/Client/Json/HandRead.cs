using System.Text.Json;
using PageMessagesGen.Benchmarks.Client.Shapes;

namespace PageMessagesGen.Benchmarks.Client.Json;

/// <summary>What a person would write by hand with System.Text.Json's reader.</summary>
internal static class HandRead
{
    public static SendAnswer Accepted(byte[] answer)
    {
        string? recipientId = null, messageId = null, attachmentId = null;
        var json = new Utf8JsonReader(answer);
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("recipient_id"u8))
                recipientId = Text(ref json);
            else if (json.ValueTextEquals("message_id"u8))
                messageId = Text(ref json);
            else if (json.ValueTextEquals("attachment_id"u8))
                attachmentId = Text(ref json);
            else
                json.Skip();
        }

        return new SendAnswer { RecipientId = recipientId, MessageId = messageId, AttachmentId = attachmentId };
    }

    public static ErrorAnswer Refused(byte[] answer)
    {
        var json = new Utf8JsonReader(answer);
        json.Read();
        ErrorBody? error = null;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("error"u8))
                error = Error(ref json);
            else
                json.Skip();
        }

        return new ErrorAnswer { Error = error };
    }

    private static ErrorBody Error(ref Utf8JsonReader json)
    {
        string? message = null, type = null, title = null, text = null, trace = null;
        int? code = null, subcode = null;
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("message"u8))
                message = Text(ref json);
            else if (json.ValueTextEquals("type"u8))
                type = Text(ref json);
            else if (json.ValueTextEquals("code"u8))
                code = Number(ref json);
            else if (json.ValueTextEquals("error_subcode"u8))
                subcode = Number(ref json);
            else if (json.ValueTextEquals("error_user_title"u8))
                title = Text(ref json);
            else if (json.ValueTextEquals("error_user_msg"u8))
                text = Text(ref json);
            else if (json.ValueTextEquals("fbtrace_id"u8))
                trace = Text(ref json);
            else
                json.Skip();
        }

        return new ErrorBody
        {
            Message = message,
            Type = type,
            Code = code,
            ErrorSubcode = subcode,
            ErrorUserTitle = title,
            ErrorUserMsg = text,
            FbtraceId = trace,
        };
    }

    private static string? Text(ref Utf8JsonReader json)
    {
        json.Read();
        return json.GetString();
    }

    private static int? Number(ref Utf8JsonReader json)
    {
        json.Read();
        return json.GetInt32();
    }
}

using System.Text.Json;
using PageMessages;

namespace PageMessagesGen.Benchmarks.Client.Json;

/// <summary>What a person would write by hand with System.Text.Json's writer: names encoded beforehand, members that are needed.</summary>
internal sealed class HandWritten(SendMessageRequest request) : OnUtf8JsonWriter
{
    private static readonly JsonEncodedText Recipient = JsonEncodedText.Encode("recipient");
    private static readonly JsonEncodedText Id = JsonEncodedText.Encode("id");
    private static readonly JsonEncodedText Type = JsonEncodedText.Encode("messaging_type");
    private static readonly JsonEncodedText MessageName = JsonEncodedText.Encode("message");
    private static readonly JsonEncodedText Text = JsonEncodedText.Encode("text");
    private static readonly JsonEncodedText Replies = JsonEncodedText.Encode("quick_replies");
    private static readonly JsonEncodedText ContentType = JsonEncodedText.Encode("content_type");
    private static readonly JsonEncodedText Title = JsonEncodedText.Encode("title");
    private static readonly JsonEncodedText ImageUrl = JsonEncodedText.Encode("image_url");
    private static readonly JsonEncodedText Payload = JsonEncodedText.Encode("payload");
    private static readonly JsonEncodedText Metadata = JsonEncodedText.Encode("metadata");
    private static readonly JsonEncodedText SenderActionName = JsonEncodedText.Encode("sender_action");
    private static readonly JsonEncodedText Response = JsonEncodedText.Encode("RESPONSE");
    private static readonly JsonEncodedText Update = JsonEncodedText.Encode("UPDATE");
    private static readonly JsonEncodedText TypingOn = JsonEncodedText.Encode("typing_on");
    private static readonly JsonEncodedText TypingOff = JsonEncodedText.Encode("typing_off");
    private static readonly JsonEncodedText TextReply = JsonEncodedText.Encode("text");
    private static readonly JsonEncodedText EmailReply = JsonEncodedText.Encode("user_email");

    public override string Name => "hand-utf8jsonwriter";

    protected override void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteStartObject(Recipient);
        writer.WriteString(Id, request.Recipient.Id);
        writer.WriteEndObject();
        if (request.MessagingType is { } type)
            writer.WriteString(Type, type == MessagingType.Response ? Response : Update);
        if (request.Message is { } message)
            WriteMessage(writer, message);
        if (request.SenderAction is { } action)
            writer.WriteString(SenderActionName, action == SenderAction.TypingOn ? TypingOn : TypingOff);
        writer.WriteEndObject();
    }

    private static void WriteMessage(Utf8JsonWriter writer, Message message)
    {
        writer.WriteStartObject(MessageName);
        if (message.Text is { } text)
            writer.WriteString(Text, text);
        if (message.QuickReplies is { } replies)
        {
            writer.WriteStartArray(Replies);
            for (var i = 0; i < replies.Count; i++)
                WriteReply(writer, replies[i]);
            writer.WriteEndArray();
        }

        if (message.Metadata is { } metadata)
            writer.WriteString(Metadata, metadata);
        writer.WriteEndObject();
    }

    private static void WriteReply(Utf8JsonWriter writer, QuickReply reply)
    {
        writer.WriteStartObject();
        writer.WriteString(ContentType, reply.ContentType == QuickReplyContentType.Text ? TextReply : EmailReply);
        if (reply.Title is { } title)
            writer.WriteString(Title, title);
        if (reply.ImageUrl is { } image)
            writer.WriteString(ImageUrl, image);
        if (reply.Payload is { } payload)
            writer.WriteString(Payload, payload);
        writer.WriteEndObject();
    }
}

using System.Text.Json;
using PageMessages;

namespace PageMessagesGen.JsonEquality.Tests.Support;

/// <summary>Reads an answer by JsonDocument, in the plainest way: what the client's own reader must agree with.</summary>
/// <param name="IsJson">Whether it is JSON.</param>
/// <param name="Answer">What it holds; null if it is no object, or a member is of another kind than the schema says.</param>
/// <param name="Error">The first error object at the top.</param>
internal sealed record ReadByDocument(bool IsJson, SendMessageResponse? Answer, GraphApiError? Error)
{
    public static ReadByDocument Read(byte[] bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes);
            return document.RootElement.ValueKind == JsonValueKind.Object ? Read(document.RootElement) : new(true, null, null);
        }
        catch (JsonException)
        {
            return new(false, null, null);
        }
    }

    private static ReadByDocument Read(JsonElement root)
    {
        var texts = new Dictionary<string, string?>();
        var unknown = new Dictionary<string, JsonElement>();
        var fits = true;
        GraphApiError? error = null;
        foreach (var member in root.EnumerateObject())
        {
            var name = Name(member);
            if (name == "error" && member.Value.ValueKind == JsonValueKind.Object)
                error ??= ReadError(member.Value);
            else if (name is "recipient_id" or "message_id" or "attachment_id")
                fits &= TryText(member.Value, out var text) && Set(texts, name, text);
            else if (name is { Length: > 0 })
                unknown[name] = member.Value.Clone();
        }

        var answer = new SendMessageResponse
        {
            RecipientId = texts.GetValueOrDefault("recipient_id"),
            MessageId = texts.GetValueOrDefault("message_id"),
            AttachmentId = texts.GetValueOrDefault("attachment_id"),
            UnknownMembers = unknown.Count == 0 ? null : unknown,
        };
        return new(true, fits ? answer : null, error);
    }

    private static GraphApiError ReadError(JsonElement json)
    {
        var texts = new Dictionary<string, string?>();
        var numbers = new Dictionary<string, int?>();
        bool? isTransient = null;
        foreach (var member in json.EnumerateObject())
        {
            var name = Name(member);
            if (name is "message" or "type" or "error_user_title" or "error_user_msg" or "fbtrace_id")
                Set(texts, name, TryText(member.Value, out var text) ? text : null);
            else if (name is "code" or "error_subcode")
                numbers[name] = member.Value.ValueKind == JsonValueKind.Number && member.Value.TryGetInt32(out var number) ? number : null;
            else if (name is "is_transient")
                isTransient = member.Value.ValueKind is JsonValueKind.True or JsonValueKind.False ? member.Value.GetBoolean() : null;
        }

        return new GraphApiError
        {
            Code = numbers.GetValueOrDefault("code"),
            Subcode = numbers.GetValueOrDefault("error_subcode"),
            Type = texts.GetValueOrDefault("type"),
            Message = texts.GetValueOrDefault("message"),
            UserTitle = texts.GetValueOrDefault("error_user_title"),
            UserMessage = texts.GetValueOrDefault("error_user_msg"),
            TraceId = texts.GetValueOrDefault("fbtrace_id"),
            IsTransient = isTransient,
        };
    }

    private static bool Set(Dictionary<string, string?> texts, string name, string? text)
    {
        texts[name] = text;
        return true;
    }

    private static bool TryText(JsonElement json, out string? text)
    {
        text = null;
        try
        {
            if (json.ValueKind == JsonValueKind.String)
                text = json.GetString();
            return json.ValueKind is JsonValueKind.String or JsonValueKind.Null;
        }
        catch (InvalidOperationException)
        {
            return false; // not UTF-8, or half of a surrogate pair
        }
    }

    private static string? Name(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}

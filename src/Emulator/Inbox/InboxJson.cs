using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using PageMessagesGen.Emulator.Http;

namespace PageMessagesGen.Emulator.Inbox;

/// <summary>Writes the state and the entries of the journal for the inbox.</summary>
internal static class InboxJson
{
    // Customers see JSON that is nested more deeply as text.
    private const int DeepestJson = 500;

    // The page sets all text as text, so strings are not escaped for HTML.
    public static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static void Write(Utf8JsonWriter json, JournalEntry entry)
    {
        json.WriteStartObject();
        json.WriteNumber("sequence", entry.Sequence);
        json.WriteString("time", entry.Time.UtcDateTime);
        json.WriteString("kind", NameOf(entry.Kind));
        json.WriteString("page_id", entry.PageId);
        json.WriteString("person_id", entry.PersonId);
        json.WriteString("message_id", entry.MessageId);
        json.WriteString("method", entry.Method);
        json.WriteString("path", entry.Path);
        json.WriteString("operation", entry.Operation);
        WriteJsonOrText(json, "request", entry.Request);
        WriteNumber(json, "status", entry.Status);
        WriteJsonOrText(json, "answer", entry.Answer);
        WriteList(json, "rules", entry.Rules, Write);
        WriteList(json, "files", entry.Files, Write);
        if (entry.Webhook is { } webhook)
            Write(json, webhook);
        else
            json.WriteNull("webhook");
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, InboxState state)
    {
        json.WriteStartObject();
        json.WriteStartObject("clock");
        json.WriteString("now", state.Now.UtcDateTime);
        json.WriteNumber("offset_seconds", Math.Round(state.Offset.TotalSeconds));
        json.WriteEndObject();
        WriteList(json, "pages", state.Pages, (writer, page) => WriteStrings(writer, ("id", page.Id)));
        WriteList(json, "people", state.People, Write);
        WriteList(json, "templates", state.Templates, (writer, t) => WriteStrings(writer, ("id", t.Id), ("name", t.Name), ("language", t.Language), ("status", t.Status)));
        WriteList(json, "personas", state.Personas, (writer, p) => WriteStrings(writer, ("id", p.Id), ("name", p.Name), ("profile_picture_url", p.PictureUrl)));
        WriteList(json, "faults", state.Faults, InboxFaults.Write);
        json.WriteStartObject("menu");
        foreach (var page in state.Pages)
            WriteJsonOrText(json, page.Id, page.Menu ?? "");
        json.WriteEndObject();
        if (state.Webhook is { } webhook)
        {
            json.WriteStartObject("webhook");
            json.WriteString("url", webhook.Url);
            json.WriteBoolean("is_verified", webhook.IsVerified);
            json.WriteEndObject();
        }
        else
            json.WriteNull("webhook");
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, InboxPerson person)
    {
        json.WriteStartObject();
        json.WriteString("page_id", person.PageId);
        json.WriteString("id", person.Id);
        json.WriteString("name", person.Name);
        json.WriteString("platform", person.IsInstagram ? PlatformNames.Instagram : PlatformNames.Messenger);
        json.WriteBoolean("unavailable", person.IsUnavailable);
        WriteTime(json, "response_until", person.ResponseUntil);
        WriteTime(json, "human_agent_until", person.HumanAgentUntil);
        json.WriteString("thread_owner", person.ThreadOwner);
        json.WriteBoolean("is_typing_shown", person.IsTypingShown);
        json.WriteString("profile_picture", $"/inbox/faces/{Uri.EscapeDataString(person.Id)}.svg");
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, JournalRule rule)
    {
        json.WriteStartObject();
        json.WriteString("name", rule.Name);
        json.WriteBoolean("is_refused", rule.IsRefused);
        json.WriteString("path", rule.Path);
        json.WriteString("message", rule.Message);
        json.WriteString("page", $"/inbox/rules/{Uri.EscapeDataString(rule.Name)}");
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, DeliveredFile file)
    {
        json.WriteStartObject();
        json.WriteString("name", file.Name);
        json.WriteString("file_name", file.FileName);
        json.WriteString("content_type", file.ContentType);
        json.WriteNumber("length", file.Length);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, WebhookAttempt webhook)
    {
        json.WriteStartObject("webhook");
        json.WriteString("url", webhook.Url);
        json.WriteNumber("attempt", webhook.Number);
        json.WriteNumber("duration_ms", Math.Round(webhook.Duration.TotalMilliseconds, 1));
        json.WriteString("error", webhook.Error);
        json.WriteEndObject();
    }

    private static string NameOf(JournalKind kind) => kind switch
    {
        JournalKind.Sent => "sent",
        JournalKind.Refused => "refused",
        JournalKind.Received => "received",
        _ => "webhook",
    };

    private static void WriteList<T>(Utf8JsonWriter json, string name, IReadOnlyCollection<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
            write(json, item);
        json.WriteEndArray();
    }

    private static void WriteStrings(Utf8JsonWriter json, params ReadOnlySpan<(string Name, string? Value)> members)
    {
        json.WriteStartObject();
        foreach (var (name, value) in members)
            json.WriteString(name, value);
        json.WriteEndObject();
    }

    private static void WriteTime(Utf8JsonWriter json, string name, DateTimeOffset? time)
    {
        if (time is { } value)
            json.WriteString(name, value.UtcDateTime);
        else
            json.WriteNull(name);
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, int? number)
    {
        if (number is { } value)
            json.WriteNumber(name, value);
        else
            json.WriteNull(name);
    }

    // JSON becomes a part of the JSON around it, anything else a string. Line breaks between its tokens would end a line of an event
    // stream; there are none within tokens.
    private static void WriteJsonOrText(Utf8JsonWriter json, string name, string text)
    {
        json.WritePropertyName(name);
        var bytes = Encoding.UTF8.GetBytes(text);
        if (text.Length == 0)
            json.WriteNullValue();
        else if (WireJson.IsJson(bytes, DeepestJson))
        {
            bytes.AsSpan().Replace((byte)'\n', (byte)' ');
            bytes.AsSpan().Replace((byte)'\r', (byte)' ');
            json.WriteRawValue(bytes, skipInputValidation: true);
        }
        else
            json.WriteStringValue(text);
    }
}

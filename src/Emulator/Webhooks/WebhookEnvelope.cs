using System.Globalization;
using System.Text;

namespace PageMessagesGen.Emulator.Webhooks;

/// <summary>Writes the body of a POST to the webhook.</summary>
internal static class WebhookEnvelope
{
    private const string Changes = "changes";

    /// <summary>
    /// Writes events of one object. Each entry has the events of one Page that follow each other in the same list. An event of another list
    /// begins another entry, so that the events of a Page stay in order.
    /// </summary>
    /// <param name="events">The events, all of Messenger or all of Instagram.</param>
    /// <param name="time">The time of the entries.</param>
    public static string Write(IReadOnlyList<WebhookEvent> events, DateTimeOffset time)
    {
        var text = new StringBuilder("{\"object\":\"").Append(events[0].IsInstagram ? "instagram" : "page").Append("\",\"entry\":[");
        foreach (var entry in Group(events))
        {
            if (text[^1] != '[')
                text.Append(',');
            text.Append("{\"id\":");
            WebhookJson.WriteString(text, entry[0].PageId);
            text.Append(CultureInfo.InvariantCulture, $",\"time\":{time.ToUnixTimeMilliseconds()},\"{ListOf(entry[0])}\":[");
            foreach (var item in entry)
            {
                if (text[^1] != '[')
                    text.Append(',');
                WriteItem(text, item);
            }

            text.Append("]}");
        }

        return text.Append("]}").ToString();
    }

    private static List<List<WebhookEvent>> Group(IReadOnlyList<WebhookEvent> events)
    {
        var entries = new List<List<WebhookEvent>>();
        var latest = new Dictionary<string, List<WebhookEvent>>(StringComparer.Ordinal);
        foreach (var item in events)
        {
            if (!latest.TryGetValue(item.PageId, out var entry) || ListOf(entry[0]) != ListOf(item))
            {
                latest[item.PageId] = entry = [];
                entries.Add(entry);
            }

            entry.Add(item);
        }

        return entries;
    }

    private static string ListOf(WebhookEvent item) => item switch
    {
        { Field: not null } => Changes,
        { IsStandby: true } => "standby",
        _ => "messaging",
    };

    private static void WriteItem(StringBuilder text, WebhookEvent item)
    {
        if (item.Field is null)
        {
            WebhookJson.Write(text, item.Json);
            return;
        }

        text.Append("{\"field\":");
        WebhookJson.WriteString(text, item.Field);
        text.Append(",\"value\":");
        WebhookJson.Write(text, item.Json);
        text.Append('}');
    }
}

using System.Globalization;
using System.Text.Json;
using PageMessagesGen.Generated;

namespace PageMessagesGen.AspNetCore.Tests.Support;

/// <summary>The events of a webhook as a schema could have them, read by hand.</summary>
internal abstract record TestEvent : IWebhookEvent
{
    public const string Webhook = "TestWebhook";

    /// <summary>A text that stands for an event without an identity.</summary>
    public const string Anonymous = "none";

    public static WebhookDescription<TestEvent> Description { get; } = DescriptionOf(Webhook);

    public required string? CustomerId { get; init; }

    public required string? Identity { get; init; }

    public string Text { get; init; } = "";

    public DateTimeOffset? Time { get; init; }

    public bool OpensWindow => false;

    public SendEcho? Echo { get; init; }

    public static WebhookDescription<TestEvent> DescriptionOf(string name) => new(name, Read);

    private static List<ReceivedEvent<TestEvent>> Read(ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            using var json = JsonDocument.ParseValue(ref reader);
            var root = json.RootElement;
            return
            [
                .. from entry in root.GetProperty("entry").EnumerateArray()
                   from item in entry.GetProperty("messaging").EnumerateArray()
                   select new ReceivedEvent<TestEvent>(ReadOne(item), new WebhookContext(root.GetProperty("object").GetString()!, entry.GetProperty("id").GetString()!) { IsSample = root.TryGetProperty("sample", out _) }),
            ];
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new WebhookFormatException();
        }
    }

    private static TestEvent ReadOne(JsonElement item)
    {
        var message = item.GetProperty("message");
        var (mid, text) = (message.GetProperty("mid").GetString()!, message.GetProperty("text").GetString()!);
        var identity = mid == Anonymous ? null : mid;
        if (message.TryGetProperty("is_echo", out _))
            return new TestEcho { CustomerId = Id("recipient"), Identity = identity, Text = text, Echo = new SendEcho(message.GetProperty("metadata").GetString()!, mid) };
        var customer = Id("sender");
        return new TestMessage { CustomerId = customer.Length == 0 ? null : customer, Identity = identity, Text = text };

        string Id(string member) => item.GetProperty(member).GetProperty("id").GetString()!;
    }
}

/// <summary>A customer wrote.</summary>
internal sealed record TestMessage : TestEvent;

/// <summary>The Page wrote.</summary>
internal sealed record TestEcho : TestEvent;

/// <summary>The bodies that a server posts.</summary>
internal static class Bodies
{
    public const string Page = "100200300400500";

    /// <summary>A message of a customer.</summary>
    public static string Message(string mid, string customer = "1", string text = "hello") =>
        "{\"sender\":{\"id\":\"" + customer + "\"},\"recipient\":{\"id\":\"" + Page + "\"},\"message\":{\"mid\":\"" + mid + "\",\"text\":\"" + text + "\"}}";

    /// <summary>An echo of what the Page wrote to a customer.</summary>
    public static string Echo(string mid, string customer, string correlation) =>
        "{\"sender\":{\"id\":\"" + Page + "\"},\"recipient\":{\"id\":\"" + customer + "\"},\"message\":{\"mid\":\"" + mid + "\",\"text\":\"\",\"is_echo\":true,\"metadata\":\"" + correlation + "\"}}";

    /// <summary>A body with events.</summary>
    public static string Of(params IEnumerable<string> events) => For("page", Page, events);

    /// <summary>A body with events of an object and a Page.</summary>
    public static string For(string kind, string page, params IEnumerable<string> events) =>
        "{\"object\":\"" + kind + "\",\"entry\":[{\"id\":\"" + page + "\",\"time\":1795860000000,\"messaging\":[" + string.Join(',', events) + "]}]}";

    /// <summary>A body with messages of one customer, whose ids are the numbers from a first one on.</summary>
    public static string Numbered(int first, int count, string customer = "1") =>
        Of(Enumerable.Range(first, count).Select(n => Message(n.ToString(CultureInfo.InvariantCulture), customer)));
}

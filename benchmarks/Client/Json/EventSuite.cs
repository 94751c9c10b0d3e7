using System.Globalization;
using System.Text;
using System.Text.Json;
using PageMessages.Webhooks;
using PageMessagesGen.Benchmarks.Client.Shapes;
using PageMessagesGen.Benchmarks.Measuring;

namespace PageMessagesGen.Benchmarks.Client.Json;

/// <summary>Reads the bodies of webhooks.</summary>
internal static class EventSuite
{
    public const string Name = "events";

    private const int Customers = 25;

    public static IReadOnlyList<Measurement> Measure(int rounds, TimeSpan slice) =>
    [
        .. Rounds.Measure(Name, "one-message", Contenders(Body([Message(0)])), rounds, slice),
        .. Rounds.Measure(Name, "hundred-events", Contenders(Body(Enumerable.Range(0, Customers).SelectMany(i => new[] { Message(i), Echo(i), Delivery(i), Read(i) }))), rounds, slice),
    ];

    private static IReadOnlyList<Contender> Contenders(byte[] body) =>
    [
        new("ours", Repeat(() => PageMessagesWebhook.Receive(body))),
        new("our-context", Repeat(() => JsonSerializer.Deserialize(body, PageMessagesWebhookJsonContext.Default.WebhookDelivery))),
        new("stj-sourcegen-setters", Repeat(() => JsonSerializer.Deserialize(body, ShapesContext.Default.EventBody))),
        new("stj-reflection", Repeat(() => JsonSerializer.Deserialize<EventBody>(body, SerializerSettings.Reflection))),
        new("stj-document", Repeat(() => ReadDocument(body))),
        new("newtonsoft", Repeat(() => global::Newtonsoft.Json.JsonConvert.DeserializeObject<EventBody>(Encoding.UTF8.GetString(body), SerializerSettings.Newtonsoft))),
    ];

    // What those do who look for members by name: one string of each event.
    private static List<string?> ReadDocument(byte[] body)
    {
        using var document = JsonDocument.Parse(body);
        var customers = new List<string?>();
        foreach (var entry in document.RootElement.GetProperty("entry").EnumerateArray())
        {
            foreach (var item in entry.GetProperty("messaging").EnumerateArray())
                customers.Add(item.GetProperty("sender").GetProperty("id").GetString());
        }

        return customers;
    }

    private static Action<int> Repeat(Func<object?> read)
    {
        if (read() is null)
            throw new InvalidOperationException("A contender cannot read the body.");
        return iterations =>
        {
            for (var i = 0; i < iterations; i++)
                GC.KeepAlive(read());
        };
    }

    private static byte[] Body(IEnumerable<string> events) => Encoding.UTF8.GetBytes($$"""{"object":"page","entry":[{"id":"104718293645172","time":1795898835358,"messaging":[{{string.Join(',', events)}}]}]}""");

    private static string Message(int i) => Event(Customer(i), "104718293645172", $$"""
        "message":{"mid":"m_4kQxvNcPIZZA{{Number(i)}}wQ2ZsYtB8aTLh5GdV0mXyRkE3uJfO7nC1iPqSb","text":"Is the table for two by the window still free at 19:30?"}
        """);

    private static string Echo(int i) => Event("104718293645172", Customer(i), $$"""
        "message":{"mid":"m_9rTbLcPIZZA{{Number(i)}}aXo6YtB8aTLh5GdV0mXyRkE3uJfO7nC1iPqSb","is_echo":true,"app_id":2718281828459045,"metadata":"order-{{Number(i)}}","text":"Yes, it is yours."}
        """);

    private static string Delivery(int i) => Event(Customer(i), "104718293645172", $$"""
        "delivery":{"mids":["m_9rTbLcPIZZA{{Number(i)}}aXo6YtB8aTLh5GdV0mXyRkE3uJfO7nC1iPqSb"],"watermark":1795898774351}
        """);

    private static string Read(int i) => Event(Customer(i), "104718293645172", "\"read\":{\"watermark\":1795898774351}");

    private static string Event(string sender, string recipient, string content) =>
        $$$"""{"sender":{"id":"{{{sender}}}"},"recipient":{"id":"{{{recipient}}}"},"timestamp":1795898774351,{{{content}}}}""";

    private static string Customer(int i) => $"44712399055{Number(i)}";

    private static string Number(int i) => (12287 + i).ToString(CultureInfo.InvariantCulture);
}

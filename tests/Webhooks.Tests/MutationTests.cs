using System.Text;
using System.Text.Json;
using PageMessages.Webhooks;

namespace PageMessagesGen.Webhooks.Tests;

/// <summary>Whatever is posted, reading ends with events or with the exception for it.</summary>
public sealed class MutationTests
{
    private const int Mutations = 100_000;

    private static readonly string[] Pieces =
    [
        "null", "true", "0", "-1", "1e400", "\"\"", "[]", "{}", "[[[", "{\"a\":", "\\ud800", "\\u0000", "\u00ff", "\"is_echo\":true", "\"message\":1", "\"field\":\"comments\"", "99999999999999999999", ",", ":", "\"",
    ];

    private static readonly string[] Members = ["message", "postback", "reaction", "read", "delivery", "optin", "referral", "sender", "recipient", "timestamp", "field", "app_roles"];

    private static readonly string[] Values =
    [
        "true", "0", "-1.5", "1e400", "\"\"", "\"\\ud800\"", "[]", "[[[1]]]", "{}", "{\"mid\":1}", "{\"mid\":\"\\udc00\"}", "{\"text\":{}}", "{\"is_echo\":\"yes\"}", "{\"attachments\":{\"a\":1}}",
    ];

    [Fact]
    public void A_mutated_body_is_read_or_refused()
    {
        var (random, read) = (new Random(LongTests.Seed(26)), 0);
        for (var i = 0; i < LongTests.Inputs(Mutations / 10, Mutations); i++)
        {
            var body = Mutate(Body.All[random.Next(Body.All.Count)].Bytes, random);
            try
            {
                foreach (var received in PageMessagesWebhook.Receive(body))
                    Use(received, isWritten: body.AsSpan().IndexOf("\\u"u8) < 0);
                read++;
            }
            catch (WebhookFormatException)
            {
                // The exception for it.
            }
            catch (Exception exception)
            {
                Assert.Fail($"{exception}\n{Convert.ToBase64String(body)}");
            }
        }

        Assert.True(read > 0);
    }

    [Fact]
    public void An_event_that_does_not_match_does_not_hide_the_others()
    {
        var random = new Random(LongTests.Seed(27));
        for (var i = 0; i < LongTests.Inputs(1_000, 10_000); i++)
        {
            var member = Members[random.Next(Members.Length)];
            var odd = Values[random.Next(Values.Length)];
            var body = $$$"""{"object":"page","entry":[{"id":"1","messaging":[{"{{{member}}}":{{{odd}}}},{"sender":{"id":"7"},"message":{"mid":"m1","text":"still here"}}]}]}""";

            var received = Body.Receive(body);

            Assert.Equal(2, received.Count);
            Assert.Equal("still here", Assert.IsType<MessageEvent>(received[^1].Event).Message.Text);
        }
    }

    [Theory]
    [InlineData("\"time\":\"soon\"")]
    [InlineData("\"time\":99999999999999999")]
    [InlineData("\"time\":1795860000.25")]
    [InlineData("\"id\":{\"a\":[1]}")]
    [InlineData("\"field\":1")]
    public void What_is_said_of_events_makes_none_of_them_unreadable(string odd)
    {
        foreach (var body in new[]
        {
            $$$"""{"object":"page","entry":[{{{{odd}}},"messaging":[{"message":{"mid":1}},{"sender":{"id":"7"},"message":{"mid":"m1","text":"still here"}}]}]}""",
            $$$"""{"entry":[{"messaging":[{"message":{"mid":1}},{"sender":{"id":"7"},"message":{"mid":"m1","text":"still here"}}],{{{odd}}}}],"object":[],"field":0}""",
        })
        {
            var received = Body.Receive(body);

            Assert.IsType<UnknownEvent>(received[0].Event);
            Assert.Equal("still here", Assert.IsType<MessageEvent>(received[1].Event).Message.Text);
            var written = JsonSerializer.Serialize(PageMessagesWebhook.Read(Encoding.UTF8.GetBytes(body)), PageMessagesWebhookJsonContext.Default.WebhookDelivery);
            Assert.Contains(odd, written, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"page\"")]
    [InlineData("{")]
    [InlineData("{}{}")]
    [InlineData("<html>")]
    [InlineData("{\"entry\":1}")]
    [InlineData("{\"object\":\"page\",\"entry\":[{\"messaging\":\"none\"}]}")]
    public void What_is_no_body_of_a_webhook_is_refused(string body)
    {
        var exception = Assert.Throws<WebhookFormatException>(() => Body.Receive(body));

        Assert.Equal("The body of the webhook cannot be read.", exception.Message);
    }

    // System.Text.Json writes no JSON that has half of a surrogate pair.
    private static void Use(ReceivedEvent<WebhookEvent> received, bool isWritten)
    {
        _ = (received.Event.CustomerId, received.Event.Identity, received.Event.Time, received.Event.Echo, received.Event.ToString(), received.Event.GetHashCode());
        if (isWritten)
            _ = JsonSerializer.SerializeToUtf8Bytes(received.Event, PageMessagesWebhookJsonContext.Default.WebhookEvent);
    }

    private static byte[] Mutate(byte[] body, Random random)
    {
        List<byte> bytes = [.. body];
        for (var left = random.Next(1, 4); left > 0 && bytes.Count > 0; left--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(6))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, Math.Min(bytes.Count - at, random.Next(1, 20)));
                    break;
                case 2:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(Pieces[random.Next(Pieces.Length)]));
                    break;
                case 3:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                default:
                    ReplaceValue(bytes, at, Pieces[random.Next(12)]);
                    break;
            }
        }

        return [.. bytes];
    }

    // Replaces what stands between a colon and the next comma or bracket, so that the JSON usually stays JSON.
    private static void ReplaceValue(List<byte> bytes, int near, string value)
    {
        var colon = bytes.IndexOf((byte)':', near);
        if (colon < 0)
            return;
        var end = bytes.FindIndex(colon, b => b is (byte)',' or (byte)'}' or (byte)']');
        if (end < 0)
            return;
        bytes.RemoveRange(colon + 1, end - colon - 1);
        bytes.InsertRange(colon + 1, Encoding.UTF8.GetBytes(value));
    }
}

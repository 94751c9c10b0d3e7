using System.Text;
using PageMessagesGen.Emulator.Tests.Support;

namespace PageMessagesGen.Emulator.Tests;

public sealed class FuzzTests : EmulatorTest
{
    private const int Seed = 20261122;
    private static readonly int Bodies = LongTests.Inputs(200, 2_000);

    private static readonly string[] Samples =
    [
        """{"recipient":{"id":"4471239905512287"},"messaging_type":"RESPONSE","message":{"text":"Hi 🎉","quick_replies":[{"content_type":"text","title":"Small","payload":"S","data":{"sticker_id":12,"poll_options":["a","b"],"payment_amount":5}}]}}""",
        """{"recipient":{"comment_id":"1_2"},"message":{"attachment":{"type":"template","payload":{"template_type":"button","buttons":[{"type":"postback"}],"price":1.5e3,"ok":true,"none":null}}},"access_token":"emulator-page-access-token"}""",
        """{"recipient":{"phone_number":"+358401234567","name":{"first_name":"A\u00e4\ud83c\udf89"}},"sender_action":"react","payload":{"message_id":"m_x","reaction":"❤"}}""",
    ];

    private static readonly string[] Fragments =
    [
        "null", "[]", "{}", "\"\"", "1e999", "-0", "\"\\ud800\"", "\"access_token\":1,", "\"recipient\":", "true", ",", ":", "{", "}", "[", "]", "\"", "\\", "\\u0000", "\0", "🎉", "\uFEFF",
    ];

    [Fact]
    public async Task Mutated_bodies_are_always_answered_in_the_shape_of_Graph()
    {
        var random = new Random(Seed);
        var accepted = 0;
        for (var i = 0; i < Bodies; i++)
        {
            var body = Mutate(random, Encoding.UTF8.GetBytes(Samples[i % Samples.Length]));

            var answer = await Caller.PostAsync("v26.0/me/messages", body, Emulator.AccessToken);

            if (answer.Status == 200)
                accepted++;
            else
                answer.AssertIsError(answer.Code, answer.Subcode);
        }

        // Mutations that are all refused at the first brace would prove little.
        Assert.InRange(accepted, Bodies / 50, Bodies / 2);
        Assert.Equal(accepted, Emulator.Ledger.Count);
        Assert.Equal(accepted, System.Text.Json.Nodes.JsonNode.Parse(await Caller.GetTextAsync("ledger"))!.AsArray().Count);
    }

    private static byte[] Mutate(Random random, byte[] sample)
    {
        var bytes = sample.ToList();
        for (var n = random.Next(1, 4); n > 0; n--)
        {
            var at = random.Next(bytes.Count);
            var length = Math.Min(random.Next(1, 12), bytes.Count - at);
            switch (random.Next(5))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes[at] = (byte)"abz019_"[random.Next(7)];
                    break;
                case 2 when bytes.Count > length:
                    bytes.RemoveRange(at, length);
                    break;
                case 3:
                    bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, length));
                    break;
                default:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(Fragments[random.Next(Fragments.Length)]));
                    break;
            }
        }

        return [.. bytes];
    }
}

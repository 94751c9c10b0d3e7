using System.Security.Cryptography;
using System.Text;
using PageMessagesGen.Benchmarks.Measuring;

namespace PageMessagesGen.Benchmarks.Client.Receiving;

/// <summary>Verifies the signatures of webhooks: what a refusal takes must not tell how much of a signature was right.</summary>
internal static class SignatureSuite
{
    public const string Name = "signature";

    private const string Algorithm = "sha256=";
    private const string Secret = "made-up-app-secret-0123456789abcdef";

    public static IReadOnlyList<Measurement> Measure(int rounds, TimeSpan slice) =>
    [
        .. Rounds.Measure(Name, "1-event", Contenders(Body(1)), rounds, slice),
        .. Rounds.Measure(Name, "100-events", Contenders(Body(100)), rounds, slice),
    ];

    private static IReadOnlyList<Contender> Contenders(byte[] body)
    {
        var right = $"{Algorithm}{Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), body))}";
        return
        [
            new("right", Repeat(body, right, true)),
            new("wrong-first-digit", Repeat(body, Turn(right, Algorithm.Length), false)),
            new("wrong-last-digit", Repeat(body, Turn(right, right.Length - 1), false)),
            new("all-wrong", Repeat(body, $"{Algorithm}{new string('0', right.Length - Algorithm.Length)}", false)),
            new("too-short", Repeat(body, right[..^2], false)),
            new("missing", Repeat(body, null, false)),
        ];
    }

    private static Action<int> Repeat(byte[] body, string? signature, bool expected)
    {
        if (WebhookSignature.IsValid(body, signature, Secret) != expected)
            throw new InvalidOperationException("A signature is not judged as it should be.");
        return iterations =>
        {
            var valid = 0;
            for (var i = 0; i < iterations; i++)
                valid += WebhookSignature.IsValid(body, signature, Secret) ? 1 : 0;
            GC.KeepAlive(valid);
        };
    }

    private static string Turn(string text, int index) => string.Concat(text.AsSpan(0, index), text[index] == '0' ? "1" : "0", text.AsSpan(index + 1));

    private static byte[] Body(int events)
    {
        const string Message = """{"sender":{"id":"4471239905512287"},"recipient":{"id":"100200300400500"},"timestamp":1795860000000,"message":{"mid":"m_AbCdEfGhIjKlMnOpQrStUvWxYz","text":"When are you open?"}}""";
        return Encoding.UTF8.GetBytes(
            "{\"object\":\"page\",\"entry\":[{\"id\":\"100200300400500\",\"time\":1795860000000,\"messaging\":[" + string.Join(',', Enumerable.Repeat(Message, events)) + "]}]}");
    }
}

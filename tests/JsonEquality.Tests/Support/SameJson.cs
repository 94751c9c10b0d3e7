using System.Text;
using System.Text.Json;

namespace PageMessagesGen.JsonEquality.Tests.Support;

/// <summary>Compares two JSON texts token by token: names, order, and each text as the UTF-16 that it stands for.</summary>
internal static class SameJson
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    public static void Assert(ReadOnlySpan<byte> expected, ReadOnlySpan<byte> actual)
    {
        var left = new Utf8JsonReader(expected);
        var right = new Utf8JsonReader(actual);
        while (left.Read())
        {
            if (!right.Read() || left.TokenType != right.TokenType || !SameValue(left, right))
                Fail(expected, actual, right.TokenStartIndex);
        }

        if (right.Read())
            Fail(expected, actual, right.TokenStartIndex);

        // The reader passes over bytes that are not UTF-8 as long as nobody looks at them.
        Strict.GetCharCount(actual);
    }

    private static bool SameValue(in Utf8JsonReader left, in Utf8JsonReader right) => left.TokenType switch
    {
        JsonTokenType.PropertyName or JsonTokenType.String => left.GetString() == right.GetString(),
        JsonTokenType.Number => left.ValueSpan.SequenceEqual(right.ValueSpan),
        _ => true,
    };

    private static void Fail(ReadOnlySpan<byte> expected, ReadOnlySpan<byte> actual, long place) =>
        Xunit.Assert.Fail($"They differ at byte {place}.\nExpected: {Encoding.UTF8.GetString(expected)}\nActual:   {Encoding.UTF8.GetString(actual)}");
}

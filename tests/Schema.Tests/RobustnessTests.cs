using System.Text;

namespace PageMessagesGen.Schema.Tests;

/// <summary>Whatever a file holds, the reader answers, soon, and with places that exist. The cases are drawn by seed, so each can be drawn again.</summary>
public class RobustnessTests
{
    private static readonly int Cases = LongTests.Inputs(100, 3_000);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    // What its messages, and those of exceptions that it runs into, have in common.
    private static readonly string[] ParsersWords = ["while scanning", "while parsing", "expected", "(parameter", "current state"];

    private static readonly byte[] Real = Encoding.UTF8.GetBytes(RealSchema.Text);

    // What YAML gives a meaning, line breaks of all kinds, and halves of characters.
    private const string Signs = "[]{}:,-?&*!|>'\"%@`#~<=.\\ \t\r\n\0\uFEFF\u0085\u2028\uD83D\uDE00aZ09";

    [Fact]
    public void The_real_schema_with_random_bytes_changed_is_answered()
    {
        for (var seed = 0; seed < Cases; seed++)
            AssertAnswered(Mutate(new Random(seed)), $"mutation {seed}");
    }

    [Fact]
    public void Random_texts_are_answered()
    {
        for (var seed = 0; seed < Cases; seed++)
        {
            var random = new Random(seed);
            var text = new char[random.Next(200)];
            for (var i = 0; i < text.Length; i++)
                text[i] = random.Next(20) == 0 ? (char)random.Next(0x10000) : Signs[random.Next(Signs.Length)];
            AssertAnswered(new string(text), $"text {seed}");
        }
    }

    [Fact]
    public void Each_beginning_of_a_schema_is_answered()
    {
        foreach (var length in LongTests.Cases(Enumerable.Range(0, Parts.Whole.Length + 1), 200))
            AssertAnswered(Parts.Whole[..length], $"the first {length}");
    }

    [Fact]
    public void A_sign_at_each_place_of_a_schema_is_answered()
    {
        foreach (var at in LongTests.Cases(Enumerable.Range(0, Parts.Whole.Length + 1), 200))
            AssertAnswered(Parts.Whole.Insert(at, Signs[at % Signs.Length].ToString()), $"a sign at {at}");
    }

    private static string Mutate(Random random)
    {
        var bytes = Real.ToList();
        for (var changes = random.Next(1, 8); changes > 0; changes--)
        {
            var at = random.Next(bytes.Count);
            var length = Math.Min(random.Next(1, 60), bytes.Count - at);
            switch (random.Next(5))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.Insert(at, (byte)Signs[random.Next(30)]);
                    break;
                case 2:
                    bytes.RemoveRange(at, length);
                    break;
                case 3:
                    bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, length));
                    break;
                default:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
            }
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }

    private static void AssertAnswered(string text, string what)
    {
        SchemaReadResult result;
        try
        {
            result = PatientReader.Read(text, Patience, what);
        }
        catch (Exception exception) when (exception is not Xunit.Sdk.XunitException)
        {
            Assert.Fail($"{what} is answered by {exception}");
            return;
        }

        Assert.True(result.Document is not null || result.Diagnostics.Count > 0, $"{what} is neither read nor reported.");
        foreach (var diagnostic in result.Diagnostics)
        {
            var fault = Places.FaultOf(text, diagnostic.Range);
            if (fault is not null)
                Assert.Fail($"{what}: {diagnostic} is misplaced: {fault}");
            if (ParsersWords.Any(words => diagnostic.Message.Contains(words, StringComparison.OrdinalIgnoreCase)))
                Assert.Fail($"{what}: {diagnostic} is in the parser's words.");
        }
    }
}

using System.Text;
using System.Text.Json;
using PageMessagesGen.Generated;

namespace PageMessagesGen.Runtime.Tests.Json;

public sealed class Utf8RequestWriterPropertyTests
{
    private const int Rounds = 20_000;

    [Fact]
    public void Any_text_comes_back_as_it_was_but_for_halves_of_surrogate_pairs()
    {
        var random = new Random(20261122);
        for (var round = 0; round < Rounds; round++)
        {
            var text = RandomText(random);
            var buffer = new Utf8RequestWriter();
            var start = buffer.BeginObject();
            buffer.Member(",\"text\":"u8, text);
            buffer.EndObject(start);

            using var document = JsonDocument.Parse(buffer.Written.ToArray());
            buffer.Dispose();

            Assert.Equal(WithoutHalves(text), document.RootElement.GetProperty("text").GetString());
        }
    }

    private static string RandomText(Random random)
    {
        var length = random.Next(10) switch { 0 => random.Next(2000), < 4 => random.Next(200), _ => random.Next(12) };
        var text = new StringBuilder();
        while (text.Length < length)
        {
            switch (random.Next(8))
            {
                case 0: text.Append((char)random.Next(0x20)); break;
                case 1: text.Append("\"\\/\u007f"[random.Next(4)]); break;
                case 2: text.Append((char)random.Next(0xD800, 0xE000)); break;
                case 3: text.Append(new Rune(random.Next(0x10000, 0x110000))); break;
                case 4: text.Append((char)random.Next(0x10000)); break;
                default: text.Append((char)random.Next(0x20, 0x7F)); break;
            }
        }

        return text.ToString();
    }

    // Said in other words than in the code under test.
    private static string WithoutHalves(string text)
    {
        var whole = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
                whole.Append(text[i]).Append(text[++i]);
            else
                whole.Append(char.IsSurrogate(text[i]) ? '\ufffd' : text[i]);
        }

        return whole.ToString();
    }
}

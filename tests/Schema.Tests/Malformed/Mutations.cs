using System.Text;

namespace PageMessagesGen.Schema.Tests.Malformed;

/// <summary>Draws schemas whose bytes were changed at random: bytes flipped, stretches lost, lines repeated, ends cut off, pieces of other schemas let in.</summary>
internal sealed class Mutations
{
    // Large files take long to read and show little more than small ones, so they are drawn seldom.
    private const int OftenLarge = 40;

    // What YAML gives a meaning, and the ends of lines.
    private const string Signs = "[]{}:,-?&*!|>'\"%@`#~<=.\\ \t\r\n\0";

    private static readonly byte[] Small = Encoding.UTF8.GetBytes(CompleteSchema.Text);

    private readonly byte[][] _large;

    /// <param name="repository">The folder of the repository, whose schema files are changed as well.</param>
    public Mutations(string repository) => _large =
        [.. Directory.EnumerateFiles(Path.Combine(repository, "schema"), "*.endpoint.yaml").Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];

    /// <summary>Draws a text; the same for the same number.</summary>
    public string Draw(int seed)
    {
        var random = new Random(seed);
        var bytes = (random.Next(OftenLarge) == 0 ? _large[random.Next(_large.Length)] : Small).ToList();
        for (var changes = random.Next(1, 6); changes > 0 && bytes.Count > 0; changes--)
            Change(bytes, random);
        return Encoding.UTF8.GetString([.. bytes]);
    }

    private void Change(List<byte> bytes, Random random)
    {
        var at = random.Next(bytes.Count);
        var length = Math.Min(random.Next(1, 80), bytes.Count - at);
        switch (random.Next(8))
        {
            case 0:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1:
                bytes[at] = (byte)random.Next(256);
                break;
            case 2:
                bytes.Insert(at, (byte)Signs[random.Next(Signs.Length)]);
                break;
            case 3:
                bytes.RemoveRange(at, length);
                break;
            case 4:
                RepeatLine(bytes, at, random.Next(1, 4));
                break;
            case 5:
                bytes.RemoveRange(at, random.Next(10) == 0 ? bytes.Count - at : length);
                break;
            case 6:
                bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, length));
                break;
            default:
                var other = random.Next(2) == 0 ? Small : _large[random.Next(_large.Length)];
                var from = random.Next(other.Length);
                bytes.InsertRange(at, other[from..Math.Min(other.Length, from + length)]);
                break;
        }
    }

    private static void RepeatLine(List<byte> bytes, int at, int times)
    {
        var start = at == 0 ? 0 : bytes.LastIndexOf((byte)'\n', at - 1) + 1;
        var end = bytes.IndexOf((byte)'\n', at);
        var line = bytes.GetRange(start, (end < 0 ? bytes.Count : end + 1) - start);
        for (; times > 0; times--)
            bytes.InsertRange(start, line);
    }
}

using System.Text;

namespace PageMessagesGen.JsonEquality.Tests.Support;

/// <summary>Makes texts out of everything that UTF-16 can hold, be it valid or not.</summary>
internal static class RandomText
{
    private static readonly string[] Awkward =
        ["\"", "\\", "\n", "\r\n", "\t", "\b", "\f", "\0", "\u001f", "\u007f", "\u0080", "\u07ff", "\u0800", "\u2028", "\ud7ff", "\ue000", "\ufffd", "\uffff", "</script>", "👩🏽‍👩🏿‍👧🏻", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "\\ud83c"];

    public static string Next(Random random)
    {
        // Lengths around those of vectors are tried the most.
        var length = random.Next(20) switch { 0 => random.Next(3000), < 5 => random.Next(150), < 12 => random.Next(40), _ => random.Next(18) };
        var text = new StringBuilder(length + 16);
        var mostlyPlain = random.Next(3) > 0;
        while (text.Length < length)
        {
            if (mostlyPlain && random.Next(30) > 0)
                text.Append((char)random.Next(' ', 0x7F));
            else
                AppendUnusual(text, random);
        }

        return text.ToString();
    }

    private static void AppendUnusual(StringBuilder text, Random random)
    {
        switch (random.Next(8))
        {
            case 0: text.Append(Awkward[random.Next(Awkward.Length)]); break;
            case 1: text.Append((char)random.Next(0x20)); break;
            case 2: text.Append((char)random.Next(0xD800, 0xE000)); break; // half of a pair
            case 3: text.Append(new Rune(random.Next(1, 17) * 0x10000 + random.Next(0x10000))); break; // any plane but the first
            case 4: text.Append((char)random.Next(0x80, 0x800)); break;
            case 5: text.Append((char)random.Next(0x10000)); break;
            case 6: text.Append('漢', random.Next(1, 20)); break;
            default: text.Append((char)random.Next(' ', 0x80)); break;
        }
    }
}

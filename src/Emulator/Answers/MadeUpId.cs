using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PageMessagesGen.Emulator.Answers;

/// <summary>Makes up ids that look like Graph's.</summary>
internal static class MadeUpId
{
    /// <summary>Gives sixteen digits: the same for the same seed each time, and nothing of the seed can be read in them.</summary>
    public static string Of(string seed)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(seed));
        var number = BitConverter.ToUInt64(hash) % 1_000_000_000_000_000;
        return "9" + number.ToString("D15", CultureInfo.InvariantCulture);
    }
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PageMessagesGen.Emulator.Responses;

/// <summary>Creates ids that look like those of Graph.</summary>
internal static class FakeId
{
    /// <summary>Gets 16 digits: always the same for the same seed, and without revealing the seed.</summary>
    public static string Of(string seed)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(seed));
        var number = BitConverter.ToUInt64(hash) % 1_000_000_000_000_000;
        return "9" + number.ToString("D15", CultureInfo.InvariantCulture);
    }
}

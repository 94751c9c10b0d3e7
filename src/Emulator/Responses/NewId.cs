using System.Globalization;
using System.Security.Cryptography;

namespace PageMessagesGen.Emulator.Responses;

/// <summary>Creates ids that no other object has, also after a restart.</summary>
internal static class NewId
{
    /// <summary>Creates the id of a message.</summary>
    public static string OfMessage() => "m_" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));

    /// <summary>Creates an id in digits, such as that of a persona.</summary>
    public static string OfObject() => $"7{Digits(7)}{Digits(8)}";

    /// <summary>Creates a token by which a customer lets a Page write.</summary>
    public static string OfToken() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12));

    private static string Digits(int count) =>
        RandomNumberGenerator.GetInt32((int)Math.Pow(10, count)).ToString(CultureInfo.InvariantCulture).PadLeft(count, '0');
}

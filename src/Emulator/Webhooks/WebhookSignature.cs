using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace PageMessagesGen.Emulator.Webhooks;

/// <summary>Signs bodies with the app secret.</summary>
internal static class WebhookSignature
{
    /// <summary>The header of <see cref="Sha256"/>.</summary>
    public const string Header = "X-Hub-Signature-256";

    /// <summary>The header of <see cref="Sha1"/>.</summary>
    public const string OldHeader = "X-Hub-Signature";

    /// <summary>Gets the signature that an app should verify.</summary>
    public static string Sha256(byte[] body, string secret) => $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body))}";

    /// <summary>Gets the older signature, which is still sent.</summary>
    [SuppressMessage("Security", "CA5350", Justification = "Old apps verify this header.")]
    public static string Sha1(byte[] body, string secret) => $"sha1={Convert.ToHexStringLower(HMACSHA1.HashData(Encoding.UTF8.GetBytes(secret), body))}";
}

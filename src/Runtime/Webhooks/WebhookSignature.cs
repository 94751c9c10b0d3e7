using System.Security.Cryptography;
using System.Text;

namespace PageMessagesGen;

/// <summary>Verifies that the body of a webhook was signed with the secret of the app.</summary>
public static class WebhookSignature
{
    /// <summary>The header that has the signature.</summary>
    public const string Header = "X-Hub-Signature-256";

    private const string Algorithm = "sha256=";

    /// <summary>Determines whether a body has the signature of one of several secrets.</summary>
    /// <remarks>
    /// Pass the bytes that were received. JSON that was read and written again has other bytes. The time that this takes depends on the
    /// length of the body and the number of secrets, not on the signature.
    /// </remarks>
    /// <param name="body">The body, as it was received.</param>
    /// <param name="signature">The value of the header <see cref="Header"/>; null for a request without it.</param>
    /// <param name="appSecrets">The secret of the app; several while a new one replaces an old one.</param>
    /// <exception cref="ArgumentException">There is no secret, or one is empty.</exception>
    public static bool IsValid(ReadOnlySpan<byte> body, string? signature, params ReadOnlySpan<string> appSecrets)
    {
        if (appSecrets.IsEmpty)
            throw new ArgumentException("A secret is required.", nameof(appSecrets));

        // A signature of another form is compared as well, so that all refusals take the same time.
        Span<byte> given = stackalloc byte[SHA256.HashSizeInBytes];
        var isWellFormed = TryParse(signature, given);
        Span<byte> expected = stackalloc byte[SHA256.HashSizeInBytes];
        var isSigned = false;
        foreach (var secret in appSecrets)
        {
            if (string.IsNullOrEmpty(secret))
                throw new ArgumentException("A secret is empty, so anybody could sign.", nameof(appSecrets));
            HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body, expected);
            isSigned |= CryptographicOperations.FixedTimeEquals(given, expected);
        }

        return isSigned & isWellFormed;
    }

    private static bool TryParse(string? signature, Span<byte> hash)
    {
        if (signature is null || !signature.StartsWith(Algorithm, StringComparison.Ordinal) || signature.Length != Algorithm.Length + (2 * hash.Length))
            return false;
        try
        {
            Convert.FromHexString(signature.AsSpan(Algorithm.Length)).CopyTo(hash);
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}

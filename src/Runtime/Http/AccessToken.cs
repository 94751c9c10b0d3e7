using System.Security.Cryptography;
using System.Text;

namespace PageMessagesGen.Http;

/// <summary>An access token, as a call needs it.</summary>
/// <param name="value">The token.</param>
/// <param name="appSecret">The secret of the app, by which calls prove that they come from it; null for calls without a proof.</param>
internal sealed class AccessToken(string value, string? appSecret)
{
    /// <summary>Gets the value of the <c>Authorization</c> header.</summary>
    public string Header { get; } = $"Bearer {value}";

    /// <summary>Gets the value of <c>appsecret_proof</c>, which belongs to this token alone; null without the secret of the app.</summary>
    /// <remarks>https://developers.facebook.com/docs/graph-api/guides/secure-requests</remarks>
    public string? Proof => field ??= appSecret is null ? null : ProofOf(value, appSecret);

    /// <summary>Gets what must not be shown.</summary>
    public Secret Secret => field ??= appSecret is null ? new Secret(value) : new Secret(value, Proof!, appSecret);

    /// <summary>Determines whether it is this token.</summary>
    public bool Is(string other) => value == other;

    /// <inheritdoc/>
    public override string ToString() => "***";

    private static string ProofOf(string token, string appSecret)
    {
        var proof = HMACSHA256.HashData(Encoding.ASCII.GetBytes(appSecret), Encoding.ASCII.GetBytes(token));
#if NET9_0_OR_GREATER
        return Convert.ToHexStringLower(proof);
#else
        return Convert.ToHexString(proof).ToLowerInvariant();
#endif
    }
}

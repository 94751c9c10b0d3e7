using System.Buffers;

namespace PageMessagesGen.Emulator;

/// <summary>
/// The webhook of an app, to which the emulator posts what customers do: its callback URL on this machine, and what the app and the emulator
/// both know.
/// </summary>
public sealed class WebhookOptions
{
    internal const string DefaultAppId = "300400500600700";

    // In events, the id is a number.
    private const int LongestAppId = 18;

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");

    private static readonly string[] Hosts = ["127.0.0.1", "localhost", "[::1]"];

    /// <summary>
    /// Gets or sets the callback URL, such as <c>http://localhost:5000/webhook</c>. Its host must be 127.0.0.1, localhost or [::1]. Nothing
    /// leaves this machine, so it is HTTP without TLS.
    /// </summary>
    public required Uri Url { get; set; }

    /// <summary>
    /// Gets or sets the app secret, which is the key of the signatures. Use a made-up one. The emulator never writes it anywhere.
    /// </summary>
    public string AppSecret { get; set; } = "emulator-app-secret";

    /// <summary>Gets or sets the verify token, which the webhook expects when it is verified.</summary>
    public string VerifyToken { get; set; } = "emulator-verify-token";

    /// <summary>Gets or sets the id of the app, in digits. It is part of some events, such as message echoes.</summary>
    public string AppId { get; set; } = DefaultAppId;

    /// <summary>Throws an <see cref="ArgumentException"/> if an option is invalid. Its message quotes no values, because one of them is a secret.</summary>
    internal void Check()
    {
        if (Url is not { IsAbsoluteUri: true } || Url.Scheme != Uri.UriSchemeHttp || !Hosts.Contains(Url.Host, StringComparer.OrdinalIgnoreCase))
            throw new ArgumentException("The URL of the webhook must begin with http://127.0.0.1, http://localhost or http://[::1].");
        if (Url.UserInfo.Length > 0 || Url.Fragment.Length > 0)
            throw new ArgumentException("The URL of the webhook must not have a user name or a fragment.");
        if (string.IsNullOrWhiteSpace(AppSecret))
            throw new ArgumentException("The app secret must not be empty.");
        if (string.IsNullOrWhiteSpace(VerifyToken))
            throw new ArgumentException("The verify token must not be empty.");
        if (AppId is null || AppId.Length is 0 or > LongestAppId || AppId[0] == '0' || AppId.AsSpan().ContainsAnyExcept(Digits))
            throw new ArgumentException($"The app id must consist of 1 to {LongestAppId} digits.");
    }
}

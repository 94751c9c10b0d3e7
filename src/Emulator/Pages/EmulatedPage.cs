using System.Buffers;

namespace PageMessagesGen.Emulator;

/// <summary>A Page of an emulator and its access token.</summary>
/// <param name="Id">The id of the Page, in digits.</param>
/// <param name="AccessToken">
/// The access token of the Page, as <see cref="GraphEmulatorOptions.AccessToken"/> describes it. It is made up, so it is not a secret.
/// </param>
public sealed record EmulatedPage(string Id, string AccessToken)
{
    // A shorter token could occur in a message by chance, and the message would be refused as a leak.
    private const int ShortestToken = 8;

    private const int LongestToken = 512;

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");

    private static readonly SearchValues<char> TokenCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~+/=|");

    /// <summary>Throws an <see cref="ArgumentException"/> if the id or the token is invalid. Its message does not quote the token.</summary>
    internal void Check()
    {
        if (string.IsNullOrEmpty(Id) || Id.AsSpan().ContainsAnyExcept(Digits))
            throw new ArgumentException("The page id must consist of digits.");
        if (AccessToken is null || AccessToken.Length is < ShortestToken or > LongestToken || AccessToken.AsSpan().ContainsAnyExcept(TokenCharacters) || !AccessToken.Any(char.IsAsciiLetter))
            throw new ArgumentException($"The access token must consist of {ShortestToken} to {LongestToken} letters, digits and characters of -._~+/=|, with at least one letter.");
        if (AccessToken.StartsWith("EAA", StringComparison.Ordinal))
            throw new ArgumentException("The access token looks like a live one. The emulator accepts only made-up tokens, so that a live one is never sent to it.");
    }
}

using System.Buffers;
using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Emulator;

/// <summary>How an emulator is set up. Everything has a default.</summary>
public sealed class GraphEmulatorOptions
{
    // A shorter one could turn up in a message by chance, which would then be refused as a leak.
    private const int ShortestToken = 8;

    private const int LongestToken = 512;

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");

    private static readonly SearchValues<char> TokenCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~+/=|");

    /// <summary>The TCP port on 127.0.0.1, from 1 to 65535; 0, the default, takes any free one.</summary>
    public int Port { get; set; }

    /// <summary>The id of the one Page that exists, in digits.</summary>
    public string PageId { get; set; } = "100200300400500";

    /// <summary>
    /// The one access token that is accepted, from 8 to 512 letters, digits and <c>-._~+/=|</c>, with a letter among
    /// them. It is made up, so it is no secret; a token that begins like a live one (<c>EAA</c>) is refused.
    /// </summary>
    public string AccessToken { get; set; } = "emulator-page-access-token";

    /// <summary>People who cannot be reached from the start; see <see cref="GraphEmulator.UnavailablePeople"/>.</summary>
    public IReadOnlyCollection<string> UnavailablePeople { get; set; } = [];

    /// <summary>
    /// Where requests are taken to be sent: one of the platforms that the schemas tell apart, such as <c>messenger</c> or
    /// <c>instagram</c>. By default it is null and so not known: what holds on one platform only is then not judged.
    /// </summary>
    public string? Platform { get; set; }

    /// <summary>
    /// The day on which requests are taken to be sent, for what was or will be refused at some date; null for the day of each
    /// schema. It is never taken from the clock, so that a test that passes today passes tomorrow.
    /// </summary>
    public DateOnly? AsOf { get; set; }

    /// <summary>
    /// The texts of the schemas whose operations are served; if there are none, the Page Messages endpoint is. Where only the
    /// kind of an id tells two paths apart, the first operation that takes the parameters of the call answers.
    /// </summary>
    public IReadOnlyList<string> Schemas { get; set; } = [];

    /// <summary>The clock by which deliveries are dated.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>The day in the form that schemas know.</summary>
    internal SchemaDate? Day => AsOf is { } day ? new SchemaDate(day.Year, day.Month, day.Day) : null;

    /// <summary>Throws an <see cref="ArgumentException"/>, which never quotes the token, if something cannot be used.</summary>
    internal void Check()
    {
        if (Port is < 0 or > 65535)
            throw new ArgumentException("The port must be between 0 and 65535; 0 takes any free one.");
        if (string.IsNullOrEmpty(PageId) || PageId.AsSpan().ContainsAnyExcept(Digits))
            throw new ArgumentException("The page id must consist of digits.");
        if (AccessToken is null || AccessToken.Length is < ShortestToken or > LongestToken || AccessToken.AsSpan().ContainsAnyExcept(TokenCharacters) || !AccessToken.Any(char.IsAsciiLetter))
            throw new ArgumentException($"The access token must have {ShortestToken} to {LongestToken} letters, digits and characters of -._~+/=|, with a letter among them.");
        if (AccessToken.StartsWith("EAA", StringComparison.Ordinal))
            throw new ArgumentException("This access token looks like a live one. The emulator takes made-up tokens only, so that a live one is never pointed at it.");
        ArgumentNullException.ThrowIfNull(UnavailablePeople);
        ArgumentNullException.ThrowIfNull(Schemas);
        ArgumentNullException.ThrowIfNull(TimeProvider);
    }
}

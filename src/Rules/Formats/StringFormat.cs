#if NETSTANDARD
using Text = System.String;
#else
using Text = System.ReadOnlySpan<char>;
#endif

namespace PageMessagesGen.Rules;

/// <summary>A format of strings that the schema language has a word for.</summary>
internal sealed class StringFormat
{
    private readonly Predicate _matches;

    private StringFormat(string name, string description, string sample, Predicate matches) =>
        (Name, Description, Sample, _matches) = (name, description, sample, matches);

    private delegate bool Predicate(Text text);

    /// <summary>Gets all formats. A new format is one more row.</summary>
    public static StringFormat[] All { get; } =
    [
        new("digits", "a string of digits", "4471239905512287", StringFormats.IsDigits),
        new("url", "an absolute http or https URL", "https://example.com/", StringFormats.IsUrl),
        new("https-url", "an absolute https URL", "https://example.com/", StringFormats.IsHttpsUrl),
        new("facebook-url", "a URL on facebook.com", "https://www.facebook.com/example/photos/1", StringFormats.IsFacebookUrl),
        new("host", "a host name, such as www.example.com", "www.example.com", StringFormats.IsHost),
        new("currency", "an ISO 4217 currency code, such as EUR", "EUR", StringFormats.IsCurrency),
        new("phone-number", "a phone number with a plus sign and the country code, such as +12025550123", "+12025550123", StringFormats.IsPhoneNumber),
        new("word", "a string of letters, digits and underscores", "word_1", StringFormats.IsWord),
        new("no-blanks", "a string without white space", "no-blanks", StringFormats.HasNoWhiteSpace),
        new("no-links", "a string without URLs", "no links", StringFormats.HasNoLinks),
    ];

    /// <summary>Gets the format of every string that can be sent. The schema language needs no word for it.</summary>
    public static StringFormat Unicode { get; } = new(
        "unicode", "valid Unicode: half of a surrogate pair, which remains when an emoji is cut in two, cannot be sent", "🍕", StringFormats.IsUnicode);

    /// <summary>Gets the word of the schema language.</summary>
    public string Name { get; }

    /// <summary>Gets a description with an article, such as <c>a string of digits</c>.</summary>
    public string Description { get; }

    /// <summary>Gets a string that has the format.</summary>
    public string Sample { get; }

    /// <summary>Finds a format by its word, or returns null.</summary>
    public static StringFormat? Find(string name) => Array.Find(All, format => format.Name == name);

    /// <summary>Determines whether a string has the format.</summary>
    public bool Matches(Text text) => _matches(text);
}

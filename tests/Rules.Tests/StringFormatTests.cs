namespace PageMessagesGen.Rules.Tests;

/// <summary>The table of formats.</summary>
public sealed class StringFormatTests
{
    private static readonly string[] Characters = ["a", "ä", "€", "🍕", "\ud83c"];

    public static TheoryData<string> Names => [.. StringFormat.All.Select(format => format.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_format_has_a_word_a_sample_that_matches_and_a_description(string name)
    {
        var format = StringFormat.Find(name)!;

        Assert.True(format.Matches(format.Sample));
        Assert.Matches("^(a|an) ", format.Description);
        Assert.Same(format, Assert.Single(StringFormat.All, other => other.Name == name));
    }

    [Theory]
    [InlineData("digits", "12a")]
    [InlineData("digits", "")]
    [InlineData("digits", "١٢")]
    [InlineData("url", "ftp://example.com")]
    [InlineData("https-url", "http://example.com")]
    [InlineData("host", "")]
    [InlineData("host", "https://example.com")]
    [InlineData("host", "example.com:80")]
    [InlineData("host", "example..com")]
    [InlineData("host", ".example.com")]
    [InlineData("host", "example.com.")]
    [InlineData("host", "-a.example")]
    [InlineData("host", "a-.example")]
    [InlineData("host", "ä.example")]
    [InlineData("host", "a b")]
    [InlineData("currency", "eur")]
    [InlineData("currency", "EURO")]
    [InlineData("phone-number", "12025550123")]
    [InlineData("phone-number", "+0202555012")]
    [InlineData("phone-number", "+1234567890123456")]
    [InlineData("word", "two words")]
    [InlineData("word", "")]
    [InlineData("no-blanks", "a\u00a0b")]
    [InlineData("facebook-url", "https://example.com/facebook.com")]
    [InlineData("facebook-url", "https://notfacebook.com/photos")]
    [InlineData("facebook-url", "https://facebook.com.example.com/")]
    [InlineData("facebook-url", "https://facebook.com@example.com/")]
    [InlineData("facebook-url", "https://example.com@facebook.com/")]
    [InlineData("facebook-url", "facebook.com/photos")]
    [InlineData("facebook-url", "https://fb.com")]
    [InlineData("no-links", "See https://example.com")]
    [InlineData("no-links", "HTTP://example.com")]
    [InlineData("no-links", "www.example.com")]
    public void A_string_of_another_format_does_not_match(string name, string text) => Assert.False(StringFormat.Find(name)!.Matches(text));

    [Theory]
    [InlineData("facebook-url", "https://facebook.com")]
    [InlineData("facebook-url", "http://m.Facebook.com/photos?id=1")]
    [InlineData("facebook-url", "https://www.facebook.com:443/#top")]
    [InlineData("no-links", "")]
    [InlineData("no-links", "Ask at the web desk: 24/7")]
    public void A_string_of_the_format_matches(string name, string text) => Assert.True(StringFormat.Find(name)!.Matches(text));

    [Fact]
    public void An_unknown_word_is_no_format() => Assert.Null(StringFormat.Find("unheard-of"));

    [Theory]
    [InlineData("", 0, 0)]
    [InlineData("a", 1, 1)]
    [InlineData("ä", 1, 2)]
    [InlineData("🍕", 1, 4)]
    [InlineData("👩‍💻", 3, 11)]
    public void Lengths_count_scalar_values_and_bytes(string text, int characters, int bytes) =>
        Assert.Equal((characters, bytes), (StringFormats.CountCharacters(text), StringFormats.CountBytes(text)));

    [Fact]
    public void An_unpaired_surrogate_counts_as_the_character_that_is_sent_for_it() =>
        Assert.Equal((2, 4), (StringFormats.CountCharacters("a\udf55"), StringFormats.CountBytes("a\udf55")));

    // The argument of an attribute cannot have half of a surrogate pair.
    [Fact]
    public void A_string_with_half_of_a_surrogate_pair_cannot_be_sent()
    {
        string[] whole = ["", "plain", "🍕🍕", "a\ud83c\udf55b\ue000\ufffd"];
        string[] halved = ["\ud83c", "\udf55", "🍕\ud83c", "\ud83c🍕", "🍕\udf55", "\udf55\ud83c", "menu \ud83c menu"];

        Assert.All(whole, text => Assert.False(Limit.Unicode.IsExceededBy(text)));
        Assert.All(halved, text => Assert.True(Limit.Unicode.IsExceededBy(text)));
    }

    [Fact]
    public void A_limit_counts_as_the_lengths_do_whatever_it_decides_by_the_number_of_chars()
    {
        var random = new Random(20_261_127);
        for (var i = 0; i < 20_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(8)).Select(_ => Characters[random.Next(Characters.Length)]));
            var bound = random.Next(12);
            var (characters, bytes) = (StringFormats.CountCharacters(text), StringFormats.CountBytes(text));

            Assert.Equal(characters < bound, new Limit(LimitKind.MinCharacters, bound).IsExceededBy(text));
            Assert.Equal(characters > bound, new Limit(LimitKind.MaxCharacters, bound).IsExceededBy(text));
            Assert.Equal(bytes < bound, new Limit(LimitKind.MinBytes, bound).IsExceededBy(text));
            Assert.Equal(bytes > bound, new Limit(LimitKind.MaxBytes, bound).IsExceededBy(text));
        }
    }
}

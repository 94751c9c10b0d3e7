namespace PageMessagesGen.Rules.Tests;

/// <summary>The formats url and https-url.</summary>
public sealed class UrlFormatTests
{
    [Theory]
    [InlineData("https://example.com", true)]
    [InlineData("https://a", true)]
    [InlineData("https://1", true)]
    [InlineData("HTTPS://example.com/menu.jpg?size=2#top", true)]
    [InlineData("https://example.com:8080", true)]
    [InlineData("https://example.com:", true)]
    [InlineData("https://1:2", true)]
    [InlineData("https://user@example.com", true)]
    [InlineData("https://user:80@example.com", true)]
    [InlineData("https://example.com/a@", true)]
    [InlineData("https://example.com?a@:1", true)]
    [InlineData("https://ä.example", true)]
    [InlineData("https://example.com/ä", true)]
    [InlineData("https://[::1]/", true)]
    [InlineData("https://", false)]
    [InlineData("https:///", false)]
    [InlineData("https://a@", false)]
    [InlineData("https://a@:1", false)]
    [InlineData("https://a@.example", false)]
    [InlineData("https://.example", false)]
    [InlineData("https://:80", false)]
    [InlineData("https://example.com/a b", true)]
    [InlineData("https://example.com?a\\b", true)]
    [InlineData("https://example.com/a\u0001", true)]
    [InlineData("https://exa mple.com/", false)]
    [InlineData("https://example.com\\a", false)]
    [InlineData("https://example.com\u0001/", false)]
    [InlineData("https://example.com\u007f", false)]
    [InlineData("https://example\u2028.com/", false)]
    [InlineData(" https://example.com/", false)]
    [InlineData("https:/example.com", false)]
    [InlineData("ftp://example.com", false)]
    [InlineData("", false)]
    public void A_url_has_a_scheme_and_a_host_without_spaces(string text, bool isUrl)
    {
        Assert.Equal(isUrl, StringFormats.IsHttpsUrl(text));
        Assert.Equal(isUrl, StringFormats.IsUrl(text));
        Assert.Equal(isUrl, StringFormats.IsUrl(text.Replace("https", "http", StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public void A_character_is_accepted_or_not_wherever_it_is_in_the_host_and_accepted_behind_it()
    {
        for (var c = '\0'; c < 0x180; c++)
        {
            var isPrintable = !char.IsWhiteSpace(c) && !char.IsControl(c) && c != '\\';
            Assert.Equal(isPrintable, StringFormats.IsUrl($"https://exa{c}mple.com/"));
            Assert.Equal(isPrintable, StringFormats.IsUrl($"https://{new string('x', 70)}{c}{new string('x', 7)}.com/"));
            Assert.True(StringFormats.IsUrl($"https://example.com/{c}"));
            Assert.True(StringFormats.IsUrl($"https://example.com/{new string('x', 70)}{c}{new string('x', 7)}"));
        }
    }
}

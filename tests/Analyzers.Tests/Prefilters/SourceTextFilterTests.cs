using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using PageMessagesGen.Analyzers.Prefilters;

namespace PageMessagesGen.Analyzers.Tests.Prefilters;

public class SourceTextFilterTests
{
    private static readonly ImmutableArray<string> Words = ["Instagram", "EAA"];

    [Theory]
    [InlineData("client.Instagram.SendAsync(x);", true)]
    [InlineData("\"EAAB\"", true)]
    [InlineData("client.SendAsync(x);", false)]
    [InlineData("instagram eaa", false)]
    [InlineData("", false)]
    public void A_text_is_searched_for_words(string text, bool isMentioned) => Assert.Equal(isMentioned, SourceTextFilter.Mentions(SourceText.From(text), Words));

    [Fact]
    public void A_word_is_found_wherever_it_stands_in_a_long_text()
    {
        var blanks = new string(' ', 20_000);
        for (var position = 8_150; position < 8_250; position++)
            Assert.True(SourceTextFilter.Mentions(SourceText.From(blanks.Insert(position, "Instagram")), Words), $"at {position}");
        Assert.True(SourceTextFilter.Mentions(SourceText.From(blanks + "EAA"), Words));
        Assert.False(SourceTextFilter.Mentions(SourceText.From(blanks), Words));
    }

    [Fact]
    public void Nothing_is_found_without_words() => Assert.False(SourceTextFilter.Mentions(SourceText.From("Instagram"), []));
}

using System.Globalization;
using PageMessagesGen.Emulator.Http;

namespace PageMessagesGen.Emulator.Tests;

public sealed class RulesHeaderTests
{
    [Fact]
    public void Names_are_joined_by_commas() => Assert.Equal("a-b,c_d,1.2~", RulesHeader.Write(["a-b", "c_d", "1.2~"]));

    [Fact]
    public void Without_names_there_is_no_header()
    {
        Assert.Null(RulesHeader.Write([]));
        Assert.Null(RulesHeader.Write([""]));
    }

    [Theory]
    [InlineData("a\r\nset-cookie: x=1")]
    [InlineData("a,b")]
    [InlineData("\0\t\u007f\u0085\u2028")]
    [InlineData("ä 🍕 \"%\"")]
    public void Whatever_a_name_holds_the_header_stays_one_line_of_plain_characters(string name)
    {
        var value = RulesHeader.Write(["before", name, "after"])!;

        Assert.Matches(@"\Abefore,[A-Za-z0-9%._~-]+,after\z", value);
        Assert.Equal(name, Uri.UnescapeDataString(value.Split(',')[1]));
    }

    [Fact]
    public void A_very_long_list_is_cut_between_two_names()
    {
        var names = Enumerable.Range(1000, 9000).Select(i => i.ToString(CultureInfo.InvariantCulture)).ToList();

        var value = RulesHeader.Write(names)!;

        Assert.InRange(value.Length, 8000, 8192);
        Assert.Equal(names.Take(value.Split(',').Length), value.Split(','));
    }

    [Fact]
    public void A_name_that_is_too_long_is_left_out() => Assert.Equal("a,b", RulesHeader.Write(["a", new string('x', 9000), "b"]));
}

using PageMessagesGen.Generator.Model;

namespace PageMessagesGen.Generator.Tests;

/// <summary>The number of an enum value is copied into the code that uses it.</summary>
public sealed class EnumNumberTests
{
    [Theory]
    [InlineData("HUMAN_AGENT", 752121412)]
    [InlineData("RESPONSE", 1214216158)]
    [InlineData("é", 513665217)]
    public void A_number_never_changes(string name, int number) => Assert.Equal(number, new EnumNumbers().Next(name));

    [Fact]
    public void A_number_does_not_depend_on_the_other_values()
    {
        var (first, second) = (new EnumNumbers(), new EnumNumbers());
        var number = first.Next("HUMAN_AGENT");
        second.Next("ACCOUNT_UPDATE");

        Assert.Equal(number, second.Next("HUMAN_AGENT"));
    }

    [Fact]
    public void No_two_values_of_an_enum_share_a_number()
    {
        // Among so many, some hash to the same 31 bits.
        var numbers = new EnumNumbers();
        var names = Enumerable.Range(0, 200_000).Select(i => $"V{i}").ToList();

        var distinct = names.Select(numbers.Next).ToHashSet();

        Assert.Equal(names.Count, distinct.Count);
        Assert.DoesNotContain(0, distinct);
    }
}

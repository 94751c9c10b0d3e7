using PageMessagesGen.Analyzers.Tests.Support;

namespace PageMessagesGen.Analyzers.Tests.Requests;

/// <summary>A value is not defined by its enum.</summary>
public sealed class PMG3013Tests
{
    [Theory]
    [InlineData("""Text = "a", {|PMG3013:Tag = (Tag)0|}, {|PMG3013:Tags = [(Tag)9]|}""")]
    [InlineData("""Text = "a", Tag = (Tag)1""")]
    public Task A_number_without_a_name_is_reported(string initializer) => Toy.CheckInitializerAsync(initializer);
}

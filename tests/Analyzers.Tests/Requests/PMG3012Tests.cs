using PageMessagesGen.Analyzers.Tests.Support;

namespace PageMessagesGen.Analyzers.Tests.Requests;

/// <summary>A number is too small or too large.</summary>
public sealed class PMG3012Tests
{
    [Theory]
    [InlineData("""Text = "a", {|PMG3012:Number = 0|}""")]
    [InlineData("""Text = "a", {|PMG3012:Number = 4|}""")]
    [InlineData("""Text = "a", Number = 3""")]
    [InlineData("""Text = "a", Number = null""")]
    public Task A_number_beyond_its_limit_is_reported(string initializer) => Toy.CheckInitializerAsync(initializer);
}

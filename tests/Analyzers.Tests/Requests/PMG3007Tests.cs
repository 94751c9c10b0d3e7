using PageMessagesGen.Analyzers.Tests.Support;

namespace PageMessagesGen.Analyzers.Tests.Requests;

/// <summary>A text is too long or too short.</summary>
public sealed class PMG3007Tests
{
    [Theory]
    [InlineData("""{|PMG3007:Text = ""|}""")]
    [InlineData("""{|PMG3007:Text = "eleven char"|}""")]
    [InlineData("""Text = "ten chars." """)]
    [InlineData("""Text = "😀😀😀😀😀😀😀😀😀😀" """)]
    [InlineData("""Text = "a", {|PMG3007:Note = "äääää"|}""")]
    [InlineData("""Text = "a", Note = "ääää" """)]
    [InlineData("""Kind = Kind.Silent, {|PMG3007:Text = "sixsix"|}""")]
    public Task A_text_beyond_its_limit_is_reported(string initializer) => Toy.CheckInitializerAsync(initializer);
}

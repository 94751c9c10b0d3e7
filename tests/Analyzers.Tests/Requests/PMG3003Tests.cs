using PageMessagesGen.Analyzers.Tests.Support;

namespace PageMessagesGen.Analyzers.Tests.Requests;

/// <summary>A value is not allowed here.</summary>
public sealed class PMG3003Tests
{
    [Theory]
    [InlineData("""{|PMG3003:Kind = Kind.Plain|}, Tag = Tag.Good, Text = "a" """)]
    [InlineData("""Tag = Tag.Good, Text = "a" """)]
    public Task A_value_that_another_member_excludes_is_reported(string initializer) => Toy.CheckInitializerAsync(initializer);
}

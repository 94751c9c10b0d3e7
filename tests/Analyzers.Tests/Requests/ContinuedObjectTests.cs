using PageMessagesGen.Analyzers.Tests.Support;

namespace PageMessagesGen.Analyzers.Tests.Requests;

/// <summary>Objects that a <c>with</c> completes later, and that are no mistake where they are created.</summary>
public sealed class ContinuedObjectTests
{
    [Fact]
    public Task A_member_that_is_only_continued_can_be_incomplete() => Toy.CheckAsync("""
        private static readonly Request Start = new() { To = new() { Id = "1" } };
        private static readonly Request Sent = new {|PMG3005:Request|} { To = new() { Id = "1" } };
        private static Request Expression => new() { To = new() { Id = "1" } };
        private static Request Initialized { get; } = new() { To = new() { Id = "1" } };
        private static Request Create(string id) => new() { To = new() { Id = id } };
        private static Request CreateUnused() => new {|PMG3005:Request|} { To = new() { Id = "1" } };
        object FromField() => Start with { Text = "a" };
        object FromExpression() => (Expression!) with { Text = "a" };
        object FromInitialized() => Code.Initialized with { Text = "a" };
        object FromMethod() => Create("1") with { Text = "a" };
        object Once() => Sent with { Text = "a" };
        object Twice() => Sent;
        """);

    [Fact]
    public Task What_is_missing_can_be_set_in_the_next_step() => Toy.CheckAsync("""
        object Branches(bool b)
        {
            var request = new Request { To = new() { Id = "1" } };
            if (b)
                request = request with { Text = "a" };
            else
                request = request with { Number = 1, Text = "b" };
            return request;
        }
        object Steps()
        {
            Request request;
            request = new() { To = new() { Id = "1" } };
            request = request with { Note = "n" };
            request = request with { Text = "a" };
            return request;
        }
        object Sometimes(bool b)
        {
            var request = new {|PMG3005:Request|} { To = new() { Id = "1" } };
            if (b)
                request = request with { Text = "a" };
            return request;
        }
        """);
}

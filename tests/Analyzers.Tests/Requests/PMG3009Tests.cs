using PageMessagesGen.Analyzers.Tests.Support;
using PageMessagesGen.Generator;
using PageMessagesGen.TestKit.Verifiers;

namespace PageMessagesGen.Analyzers.Tests.Requests;

/// <summary>A text does not have its format.</summary>
public sealed class PMG3009Tests
{
    private const string Schema = """
        schema: 1
        namespace: Acme.Posts
        service: Posts
        version: v26.0
        as-of: 2026-11-22
        operations:
          post: { request: "POST /{page_id}/posts", body: Post, returns: Post }
        types:
          Post:
            members:
              labels: { type: map<string> }
              sizes: { type: map<integer> }
              pages: { type: list<map<string>> }
              text: { type: string }
            rules:
              text-or-labels: { exactly-one-of: [text, labels], severity: error, because: It needs one. }
        """;

    [Fact]
    public Task A_text_in_another_format_is_reported() => Toy.CheckBodyAsync("""
        _ = new Request { To = new() { {|PMG3009:Id = "x"|} }, Text = "a", Parts = new Part[] { new(), new() }, Number = null };
        """);

    // The names in maps are strings that must be valid Unicode.
    [Theory]
    [InlineData("""Labels = new Dictionary<string, string> { ["🍕"] = "a" }""")]
    [InlineData("""Labels = new Dictionary<string, string> { [Name()] = "a" }""")]
    [InlineData("""Labels = new Dictionary<string, string>()""")]
    [InlineData("""{|PMG3009:Labels = new Dictionary<string, string> { ["a"] = "a", ["\ud83c"] = "b" }|}""")]
    [InlineData("""{|PMG3009:Labels = new Dictionary<string, string> { { "\udf55", "a" } }|}""")]
    [InlineData("""Labels = new Dictionary<string, string> { [b ? "\udf55" : "a"] = "a" }""")]
    [InlineData("""Text = "a", {|PMG3009:Sizes = new Dictionary<string, long> { ["\ud83c" + "a"] = 1 }|}""")]
    [InlineData("""Text = "a", {|PMG3009:Pages = [new Dictionary<string, string> { ["\ud83c"] = "b" }]|}""")]
    [InlineData("""Text = "a", {|PMG3004:Labels = new Dictionary<string, string> { ["a"] = "b" }|}""")]
    public Task Half_of_a_surrogate_pair_is_reported(string initializer) => new ProjectAnalyzerTest<RequestAnalyzer>(
        PageMessagesProject.Generating(
            $$"""
            using System.Collections.Generic;
            using Acme.Posts;

            class Code
            {
                static string Name() => "a";
                object Run(bool b) => new Post { {{initializer}} };
            }
            """,
            Schema),
        new PageMessagesGenerator()).RunAsync();
}

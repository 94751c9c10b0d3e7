using System.Text.Json;
using PageMessages;
using PageMessagesGen.Reference.Tests.Examples;
using PageMessagesGen.Reference.Tests.Page;

namespace PageMessagesGen.Reference.Tests;

/// <summary>The examples of the committed page: their C# is compiled and run, and must send their JSON.</summary>
public sealed class ExampleTests
{
    private static readonly IReadOnlyList<PageExample> Examples = PageExample.Of(File.ReadAllText(PageSchema.PagePath));

    [Fact]
    public void The_page_has_each_valid_example_of_the_schema() =>
        Assert.Equal(ExampleSection.Valid.Select(example => (example.Summary.TrimEnd('.'), example.Platform)), Examples.Select(example => (example.Title, example.Platform)));

    [Fact]
    public void The_CSharp_of_each_example_sends_its_JSON_and_violates_nothing()
    {
        var requests = ExampleProgram.Run(Examples);

        Assert.All(Examples.Zip(requests), example =>
        {
            var (shown, request) = example;
            using var json = JsonDocument.Parse(shown.Json);
            Assert.Empty(SentJson.Differences(json.RootElement, SentJson.Of(request)));
            Assert.Empty(request.Validate(shown.Platform).Where(violation => violation.Severity.ToString() != "Info").Select(violation => violation.Message));
        });
    }

    [Theory]
    [InlineData("""{ "a": 1.0, "b": null, "c": 12 }""", """{ "a": 1, "c": "12" }""")]
    [InlineData("""{ "a": [{ "b": true }] }""", """{ "a": [{ "b": false }] }""", "$.a[0].b")]
    [InlineData("""{ "a": [1, 2] }""", """{ "a": [1] }""", "$.a")]
    [InlineData("""{ "a": "x", "b": 1 }""", """{ "a": "y", "c": 1 }""", "$.a", "$.b", "$.c")]
    [InlineData("""{ "a": "1" }""", """{ "a": 1 }""", "$.a")]
    public void A_difference_is_found(string example, string sent, params string[] paths)
    {
        using var left = JsonDocument.Parse(example);
        using var right = JsonDocument.Parse(sent);

        Assert.Equal(paths, SentJson.Differences(left.RootElement, right.RootElement));
    }
}

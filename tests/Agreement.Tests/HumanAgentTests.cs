using System.Text.RegularExpressions;
using PageMessagesGen.Schema.Model;
using PageMessagesGen.TestKit;

namespace PageMessagesGen.Agreement.Tests;

/// <summary>HUMAN_AGENT is for the answer of a person. Meta restricts Pages that use it for notices, and examples are copied.</summary>
public partial class HumanAgentTests
{
    [Fact]
    public void In_the_examples_of_the_schema_a_person_speaks()
    {
        var texts = PageMessagesSchema.Document.Operations.Single().Examples
            .Select(example => example.Request)
            .OfType<WireObject>()
            .Where(request => request.Find("tag") is WireText { Text: "HUMAN_AGENT" })
            .Select(request => (request.Find("message") as WireObject)?.Find("text"))
            .OfType<WireText>()
            .ToList();

        Assert.NotEmpty(texts);
        Assert.All(texts, text => Assert.Matches(Person(), text.Text));
    }

    [Theory]
    [InlineData("README.md", 0)]
    [InlineData("docs/rules/PMG3001.md", 1)]
    [InlineData("docs/rules/PMG3003.md", 1)]
    [InlineData("docs/rules/PMG3011.md", 1)]
    [InlineData("samples/Quickstart/Scenes.cs", 1)]
    public void So_it_does_in_documents_and_samples(string file, int least)
    {
        var text = File.ReadAllText(Path.Combine(SourcePlaces.RepositoryOf(typeof(HumanAgentTests).Assembly), file));
        var messages = Request().Matches(text).Select(request => request.Groups["text"].Value).ToList();

        Assert.True(messages.Count >= least);
        Assert.All(messages, message => Assert.Matches(Person(), message));
    }

    [GeneratedRegex(@"\bI\b|, \w+ here\.")]
    private static partial Regex Person();

    [GeneratedRegex("""MessageTag\.HumanAgent,\s+Message = new\(\) \{ Text = "(?<text>[^"]*)""")]
    private static partial Regex Request();
}

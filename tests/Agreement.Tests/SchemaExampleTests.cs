using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using PageMessages;
using PageMessagesGen.Agreement.Tests.Judges;
using PageMessagesGen.Agreement.Tests.Requests;
using PageMessagesGen.Schema.Model;
using PageMessagesGen.TestKit.Snapshots;

namespace PageMessagesGen.Agreement.Tests;

/// <summary>
/// The examples of the schema, written as C# and as objects. (As JSON they are sent to the emulator by its own tests.) A rule
/// without an example that breaks it, or without one that keeps it, fails here.
/// </summary>
public class SchemaExampleTests
{
    // What the types of C# leave no way to say.
    private static readonly string[] Inexpressible = ["unknown-member", "unknown-value", "wrong-type", "repeated-member", "null-value"];

    private static readonly Dictionary<Unknown, int> NoChoices = [];

    private static readonly SchemaDocument Schema = PageMessagesSchema.Document;

    private static readonly ImmutableArray<Example> Examples = [.. Schema.Operations.Single().Examples.Where(example => example.Request is not null)];

    public static TheoryData<string> RuleNames => [.. Schema.Types.SelectMany(type => type.Rules).Select(rule => rule.Rule.Name)];

    [Fact]
    public async Task The_analyzer_and_the_validator_find_in_each_example_what_it_says()
    {
        var expressible = Examples.Where(example => !example.Breaks.Any(Inexpressible.Contains) && !example.Breaks.Contains("required")).ToList();
        var requests = expressible.ConvertAll(example => new SentRequest(
            ExampleProgram.Write(example.Request!, typeof(SendMessageRequest)) ?? throw new InvalidOperationException($"'{example.Summary}' cannot be written as C#."), example.Platform));
        var analyzed = await Analysis.JudgeAsync(requests);
        Assert.All(Enumerable.Range(0, requests.Count), i =>
        {
            var rules = analyzed[i].Rules();
            var validated = Validation.Judge((SendMessageRequest)requests[i].Request.Evaluate(NoChoices)!, requests[i].Platform);
            Assert.Equal(validated.Outlines(), analyzed[i].Outlines());

            // Advice need not be listed; the rest must be, and nothing else.
            var advice = Schema.Types.SelectMany(type => type.Rules).Select(rule => rule.Rule).Where(rule => rule.Severity.ToString() == "Info").Select(rule => rule.Name).ToImmutableSortedSet();
            var listed = expressible[i].Breaks.ToImmutableSortedSet();
            Assert.True(listed.IsSubsetOf(rules), $"'{expressible[i].Summary}' says that it breaks [{string.Join(", ", listed)}], but it breaks [{string.Join(", ", rules)}].");
            Assert.Empty(rules.Except(listed).Except(advice));
        });
    }

    [Fact]
    public async Task Each_of_the_three_words_what_an_example_breaks_as_it_did_before()
    {
        var expressible = Examples.Where(example => !example.Breaks.Any(Inexpressible.Contains) && !example.Breaks.Contains("required")).ToList();
        var requests = expressible.ConvertAll(example => new SentRequest(ExampleProgram.Write(example.Request!, typeof(SendMessageRequest))!, example.Platform));
        var analyzed = await Analysis.JudgeAsync(requests);
        var wire = new WireJudgement(PageMessagesSchema.Text);
        var text = new StringBuilder();
        for (var i = 0; i < requests.Count; i++)
        {
            var request = (SendMessageRequest)requests[i].Request.Evaluate(NoChoices)!;
            var bytes = new ArrayBufferWriter<byte>();
            PageMessagesJsonWriter.Write(request, bytes);
            using var json = JsonDocument.Parse(bytes.WrittenMemory);
            if (analyzed[i].Count > 0)
                text.Append(CultureInfo.InvariantCulture, $"# {expressible[i].Summary}\n");
            Append("analyzer ", analyzed[i]);
            Append("validator", Validation.Judge(request, requests[i].Platform));
            Append("emulator ", wire.Judge(json.RootElement, requests[i].Platform));
        }

        Snapshot.Of<SchemaExampleTests>().Match("messages", text.ToString());

        void Append(string judge, IEnumerable<Violation> violations)
        {
            foreach (var line in violations.Select(violation => $"{violation.Rule} ({violation.Severity}): {violation.Message}").Distinct())
                text.Append(CultureInfo.InvariantCulture, $"{judge} {line}\n");
        }
    }

    [Theory]
    [MemberData(nameof(RuleNames))]
    public void Each_rule_has_an_example_in_CSharp_that_breaks_it_and_one_that_does_not(string rule)
    {
        var breaking = Examples.Where(example => example.Breaks.Contains(rule)).ToList();
        Assert.Contains(breaking, example => ExampleProgram.Write(example.Request!, typeof(SendMessageRequest)) is not null);
        Assert.Contains(Examples, example => !example.Breaks.Contains(rule)
            && ExampleProgram.Write(example.Request!, typeof(SendMessageRequest)) is { } request
            && !Validation.Judge((SendMessageRequest)request.Evaluate(NoChoices)!, example.Platform).Rules().Contains(rule));
    }

    [Fact]
    public void The_compiler_demands_what_is_required()
    {
        var examples = Examples.Where(example => example.Breaks.Contains("required")).ToList();
        Assert.NotEmpty(examples);
        foreach (var example in examples)
        {
            // JSON in place of a shape needs no members.
            if (ExampleProgram.Write(example.Request!, typeof(SendMessageRequest)) is not { } expression)
                continue;
            var request = new SentRequest(expression, example.Platform);
            Assert.Contains(Analysis.CompilerErrors([request]), error => error.Id == "CS9035");
        }
    }
}

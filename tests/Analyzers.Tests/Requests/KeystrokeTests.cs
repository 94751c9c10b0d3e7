using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using PageMessagesGen.Analyzers.Rules;
using PageMessagesGen.Analyzers.Tests.Support;
using PageMessagesGen.TestKit.Graphs;
using PageMessagesGen.TestKit.Running;

namespace PageMessagesGen.Analyzers.Tests.Requests;

/// <summary>
/// Each keystroke makes a new compilation. What the generated files say is read once for as long as they stay the same, and
/// anew as soon as one does not.
/// </summary>
public class KeystrokeTests
{
    private const string Sound = """
        using PageMessages;
        class Code
        {
            object _request = new SendMessageRequest
            {
                Recipient = new() { Id = "1" },
                MessagingType = MessagingType.MessageTag,
                Tag = MessageTag.HumanAgent,
                Message = new() { Text = "Hello", Metadata = "a" },
            };
        }
        """;

    private static readonly GeneratorRun Before = PageMessagesProject.Run(PageMessagesProject.Generating(Sound));

    [Fact]
    public void A_keystroke_in_CSharp_leaves_what_was_read()
    {
        var before = Before.Output;
        var code = before.SyntaxTrees.Single(tree => tree.FilePath == PageMessagesProject.CodePath);
        var after = before.ReplaceSyntaxTree(code, code.WithChangedText(SourceText.From("class Code { int typed; }")));

        Assert.NotSame(TypeIn(before, "Message"), TypeIn(after, "Message"));
        Assert.Same(new RuleAttributeReader().Find(TypeIn(before, "Message")), new RuleAttributeReader().Find(TypeIn(after, "Message")));
        Assert.Same(new RuleAttributeReader().ValueOf(ValueIn(before, "MessageTag", "HumanAgent")), new RuleAttributeReader().ValueOf(ValueIn(after, "MessageTag", "HumanAgent")));
    }

    [Fact]
    public void What_is_kept_keeps_no_compilation_alive()
    {
        ObjectGraph.AssertHoldsNoCompilerObjects(new RuleAttributeReader().Find(TypeIn(Before.Output, "Message"))!, "rules");
        ObjectGraph.AssertHoldsNoCompilerObjects(new RuleAttributeReader().ValueOf(ValueIn(Before.Output, "MessageTag", "AccountUpdate")), "value");
    }

    [Fact]
    public async Task A_value_that_the_schema_retires_is_reported_in_a_request_that_stays_the_same()
    {
        Assert.Empty(await ReportAsync(Before.Output));

        const string Agent = "      HUMAN_AGENT:\n";
        Assert.Contains(Agent, PageMessagesProject.Schema, StringComparison.Ordinal);
        var retired = PageMessagesProject.Schema.Replace(Agent, Agent + "        refused-since: 2026-01-01\n        because: It is gone.\n", StringComparison.Ordinal);
        var after = Before.Edit(_ => PageMessagesProject.Generating(Sound, retired));

        Assert.Equal("PMG3011", Assert.Single(await ReportAsync(InEditor(Before, after))).Id);
        Assert.Empty(await ReportAsync(Before.Output));
    }

    [Fact]
    public async Task What_a_part_by_hand_says_is_read_too()
    {
        Assert.Empty(await ReportAsync(Before.Output));

        var after = Before.Edit(project => project.WithSource("Part.cs", """
            using PageMessagesGen.Generated;
            using PageMessagesGen.Rules;
            namespace PageMessages;
            [Rule("of-our-own", "forbid metadata", Severity = RuleSeverity.Error)]
            public partial record Message;
            """));
        Assert.Equal("PMG3002", Assert.Single(await ReportAsync(InEditor(Before, after))).Id);

        var changed = after.Edit(project => project.WithSource("Part.cs", """
            using PageMessagesGen.Generated;
            using PageMessagesGen.Rules;
            namespace PageMessages;
            [Rule("of-our-own", "forbid text", Severity = RuleSeverity.Error)]
            public partial record Message;
            """));
        Assert.Contains("'text'", Assert.Single(await ReportAsync(InEditor(Before, changed))).GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public void A_shape_is_told_apart_by_what_the_base_of_its_union_says_now()
    {
        const string Union = """
            schema: 1
            namespace: Acme
            service: Greetings
            version: v26.0
            as-of: 2026-11-22
            operations:
              greet: { summary: Greets., request: "POST /{page_id}/greetings", body: Greeting, returns: Greeting }
            types:
              Greeting:
                summary: A greeting.
                members:
                  buttons: { type: list<Button>, summary: Buttons. }
              Button:
                summary: A button.
                discriminator: type
                cases: { postback: PostbackButton, phone_number: json }
              PostbackButton:
                summary: Tells you.
                members:
                  payload: { type: string, required: true, summary: Your own value. }
            """;
        var before = PageMessagesProject.Run(PageMessagesProject.Generating("", Union));
        var after = before.Edit(_ => PageMessagesProject.Generating("", Union.Replace("discriminator: type", "discriminator: sort", StringComparison.Ordinal)));

        Assert.Equal(("type", "postback"), new RuleAttributeReader().Find(TypeIn(before.Output, "PostbackButton"))!.Discriminator);
        Assert.Equal(("sort", "postback"), new RuleAttributeReader().Find(TypeIn(InEditor(before, after), "PostbackButton"))!.Discriminator);
    }

    // An editor keeps the files that are generated once more as they were.
    private static Compilation InEditor(GeneratorRun before, GeneratorRun after) => after.Output.SyntaxTrees.Aggregate<SyntaxTree, Compilation>(after.Output, (output, tree) =>
        before.Output.SyntaxTrees.FirstOrDefault(old => old.FilePath == tree.FilePath && old.ToString() == tree.ToString()) is { } same ? output.ReplaceSyntaxTree(tree, same) : output);

    private static INamedTypeSymbol TypeIn(Compilation compilation, string name) =>
        Assert.IsAssignableFrom<INamedTypeSymbol>(compilation.GetSymbolsWithName(name, SymbolFilter.Type).Single());

    private static IFieldSymbol ValueIn(Compilation compilation, string type, string name) =>
        Assert.IsAssignableFrom<IFieldSymbol>(TypeIn(compilation, type).GetMembers(name).Single());

    private static async Task<IEnumerable<Diagnostic>> ReportAsync(Compilation compilation) =>
        await AnalyzerRun.ReportAsync(compilation, new AnalyzerOptions([]), new RequestAnalyzer());
}

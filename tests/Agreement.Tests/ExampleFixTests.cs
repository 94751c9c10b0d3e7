using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;
using PageMessages;
using PageMessagesGen.Agreement.Tests.Fixes;
using PageMessagesGen.Agreement.Tests.Judges;
using PageMessagesGen.Agreement.Tests.Requests;
using PageMessagesGen.TestKit.Snapshots;

namespace PageMessagesGen.Agreement.Tests;

/// <summary>What <c>dotnet format analyzers</c> makes of the schema's examples, of which at least one violates each rule.</summary>
public class ExampleFixTests
{
    private static readonly ImmutableArray<(string Summary, SentRequest Request)> Examples =
    [
        .. from example in PageMessagesSchema.Document.Operations.Single().Examples
           where example.Request is not null && example.Breaks.Count > 0 && !example.Breaks.Contains("required")
           let request = ExampleProgram.Write(example.Request!, typeof(SendMessageRequest))
           where request is not null
           select (example.Summary, new SentRequest(request, example.Platform)),
    ];

    [Fact]
    public async Task No_content_of_an_example_is_lost_and_a_second_run_changes_nothing()
    {
        LongTests.Require();
        var program = Analysis.Compile([.. Examples.Select(example => example.Request)]);
        var before = program.SyntaxTrees.Single().ToString();

        var after = await FormatRun.FixAsync(program);

        var changes = new StringBuilder();
        foreach (var (example, old, fixedLine) in Examples.Zip(LinesOf(before), LinesOf(after)).Where(line => line.Second != line.Third))
        {
            changes.Append(CultureInfo.InvariantCulture, $"# {example.Summary}\n- {old}\n+ {fixedLine}\n");
            var lost = ContentOf(old).ToList();
            foreach (var kept in ContentOf(fixedLine))
                lost.Remove(kept);
            Assert.True(lost.Count == 0, $"'{example.Summary}' loses {string.Join(", ", lost)}.");
        }

        Snapshot.Of<ExampleFixTests>().Match("changes", changes.ToString());
        Assert.Equal(after, await FormatRun.FixAsync(program.ReplaceSyntaxTree(program.SyntaxTrees.Single(), CSharpSyntaxTree.ParseText(after))));
    }

    private static IEnumerable<string> LinesOf(string program) => program.Split('\n').Where(line => line.StartsWith("void P", StringComparison.Ordinal));

    // The letters and digits of each text, and each number. A format can be corrected, which changes the rest.
    private static IEnumerable<string> ContentOf(string line) => SyntaxFactory.ParseTokens(line)
        .Where(token => token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.NumericLiteralToken or SyntaxKind.SingleLineRawStringLiteralToken)
        .Select(token => string.Concat(token.ValueText.Where(char.IsLetterOrDigit)).ToUpperInvariant())
        .Select(text => text.StartsWith("HTTPS", StringComparison.Ordinal) ? $"HTTP{text[5..]}" : text)
        .Where(text => text.Length > 0);
}

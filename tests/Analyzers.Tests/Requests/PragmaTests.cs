using Microsoft.CodeAnalysis;
using PageMessagesGen.Analyzers.Tests.Support;
using PageMessagesGen.TestKit.Verifiers;

namespace PageMessagesGen.Analyzers.Tests.Requests;

/// <summary>What a pragma does to a rule.</summary>
public sealed class PragmaTests
{
    private const string Rule = "page_messages.rule.message-tag-needs-tag.severity";

    private const string Tagged = "MessagingType = MessagingType.MessageTag";

    // As the compiler reads them, for a diagnostic that it does not let them switch off.
    [Theory]
    [InlineData("#pragma warning disable PMG3001", true)]
    [InlineData("#pragma warning disable CS0168, PMG3001 // Both.", true)]
    [InlineData("#pragma warning disable", true)]
    [InlineData("#pragma warning disable pmg3001", false)]
    [InlineData("#pragma warning disable PMG3002", false)]
    [InlineData("#pragma warning disable PMG3001\n#pragma warning restore PMG3001", false)]
    [InlineData("#pragma warning disable PMG3001\n#pragma warning restore pmg3001", true)]
    [InlineData("#pragma warning disable PMG3001\n#pragma warning restore", false)]
    [InlineData("#pragma warning disable PMG300\\u0031", true)]
    [InlineData("#if NO\n#pragma warning disable PMG3001\n#endif", false)]
    [InlineData("#pragma warning", false)]
    [InlineData("#pragma warning frob", false)]
    [InlineData("#pragma", false)]
    public async Task A_pragma_is_obeyed(string pragma, bool isQuiet)
    {
        var code = $$"""
            using PageMessages;
            static class Code
            {
                static void Show(Recipient customer)
                {
            {{pragma}}
                    _ = new SendMessageRequest { Recipient = customer, {{(isQuiet ? Tagged : $"{{|PMG3001:{Tagged}|}}")}}, Message = new() { Text = "a" } };
                }
            }
            """;
        var project = PageMessagesProject.Referring(code);
        await new ProjectAnalyzerTest<RequestAnalyzer>(project).RunAsync();
        await new ProjectAnalyzerTest<RequestAnalyzer>(
            project.WithEditorConfig(Rule, "error") with { Severities = project.Severities.SetItem("PMG3001", ReportDiagnostic.Error) }).RunAsync();
    }
}

using Microsoft.CodeAnalysis.Testing;
using PageMessagesGen.Analyzers.Tests.Support;
using PageMessagesGen.Analyzers.Usage;
using PageMessagesGen.TestKit.Verifiers;

namespace PageMessagesGen.Analyzers.Tests.Usage;

/// <summary>A setting of a rule that does not exist, or with another value.</summary>
public sealed class PMG4004Tests
{
    [Theory]
    [InlineData("message-tag-needs-tag", "none", false)]
    [InlineData("message-tag-needs-tag", " Warning ", false)]
    [InlineData("message-tag-needs-tag", "", true)]
    [InlineData("message-tag-need-tag", "none", true)]
    [InlineData("message-tag-needs-text", "none", false)]
    [InlineData("length", "error", false)]
    [InlineData("lenght", "error", true)]
    [InlineData("PMG3001", "none", true)]
    [InlineData("pmg-new", "none", false)]
    [InlineData("of-another-schema", "none", false)]
    public Task A_slip_in_a_setting_is_reported(string rule, string severity, bool isSlip)
    {
        var test = new ProjectAnalyzerTest<RuleSettingsAnalyzer>(PageMessagesProject.Referring("class Code { }").WithEditorConfig($"page_messages.rule.{rule}.severity", severity));
        if (isSlip)
            test.ExpectedDiagnostics.Add(DiagnosticResult.CompilerWarning("PMG4004"));
        return test.RunAsync();
    }

    [Fact]
    public Task Without_rules_no_setting_is_reported() =>
        new ProjectAnalyzerTest<RuleSettingsAnalyzer>(PageMessagesProject.Bare("class Code { }").WithEditorConfig("page_messages.rule.message-tag-needs-tag.severity", "eror")).RunAsync();
}

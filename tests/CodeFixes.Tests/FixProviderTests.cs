using Microsoft.CodeAnalysis.CodeFixes;
using PageMessagesGen.Analyzers;
using PageMessagesGen.Analyzers.Diagnostics;
using PageMessagesGen.CodeFixes.Fixes;
using PageMessagesGen.CodeFixes.Tests.Support;

namespace PageMessagesGen.CodeFixes.Tests;

/// <summary>Which diagnostics have a fix.</summary>
public sealed class FixProviderTests
{
    [Theory]
    [InlineData("PMG3005", "var m = new {|PMG3005:Message|} { Metadata = \"a\" };")]
    [InlineData("PMG3009", "var to = new Recipient { {|PMG3009:Id = \"nobody\"|} };")]
    [InlineData("PMG3013", "var r = new SendMessageRequest { Recipient = _to, {|PMG3013:SenderAction = (SenderAction)99|} };")]
    public Task What_only_its_author_can_put_right_has_no_fix(string id, string statement) => Fixing.In(statement).AssertOffersNothingAsync(id);

    [Fact]
    public void Each_fix_is_for_something_that_is_reported()
    {
        var reported = new RequestAnalyzer().SupportedDiagnostics.Select(d => d.Id).ToList();
        var providers = typeof(RequestFix).Assembly.GetTypes().Where(t => typeof(CodeFixProvider).IsAssignableFrom(t) && !t.IsAbstract).ToList();
        var fixable = providers.SelectMany(t => ((CodeFixProvider)Activator.CreateInstance(t)!).FixableDiagnosticIds).Order().ToList();

        Assert.Equal(
            [
                DiagnosticIds.Require, DiagnosticIds.Forbid, DiagnosticIds.Allow, DiagnosticIds.ExactlyOneOf, DiagnosticIds.AtMostOneOf,
                DiagnosticIds.Length, DiagnosticIds.Count, DiagnosticIds.Format, DiagnosticIds.Platform, DiagnosticIds.Retired,
            ],
            fixable);
        Assert.All(fixable, id => Assert.Contains(id, reported));
        Assert.All(fixable, id => Assert.Contains(typeof(FixProviderTests).Assembly.GetTypes(), type => type.Name == $"{id}Tests"));
    }
}

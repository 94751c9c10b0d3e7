using System.Globalization;
using PageMessagesGen.Analyzers;
using PageMessagesGen.Analyzers.Tests.Support;
using PageMessagesGen.CodeFixes.Tests.Support;
using PageMessagesGen.TestKit.Running;

namespace PageMessagesGen.CodeFixes.Tests;

/// <summary>Meta restricts Pages that send notices as HUMAN_AGENT, so that no fix does it unseen.</summary>
public sealed class RetiredTagTests
{
    public static TheoryData<string> RetiredTags => ["AccountUpdate", "ConfirmedEventUpdate", "PostPurchaseUpdate"];

    [Theory]
    [MemberData(nameof(RetiredTags))]
    public Task The_tag_of_a_person_comes_last_and_says_when_it_is_right(string tag) => Fixing.In(Request($"{{|PMG3011:Tag = MessageTag.{tag}|}}")).AssertOffersAsync(
        "PMG3011",
        "Set MessagingType to MessagingType.Response, remove Tag",
        "Set Tag to MessageTag.HumanAgent (only when a person writes this message)");

    [Theory]
    [MemberData(nameof(RetiredTags))]
    public async Task The_message_names_what_replaces_the_tag(string tag)
    {
        var run = PageMessagesProject.Run(PageMessagesProject.Referring(Fixing.Body(Request($"Tag = MessageTag.{tag}"))));

        var found = Assert.Single(await AnalyzerRun.ReportAsync(run, new RequestAnalyzer()));

        Assert.EndsWith(
            "has been refused since 2026-04-27. Within the 24-hour window, send a RESPONSE without a tag. After that, send a utility message, which replaces this tag. [refused]",
            found.GetMessage(CultureInfo.InvariantCulture),
            StringComparison.Ordinal);
    }

    private static string Request(string tag) => $"var r = new SendMessageRequest {{ Recipient = _to, Message = _hello, MessagingType = MessagingType.MessageTag, {tag} }};";
}

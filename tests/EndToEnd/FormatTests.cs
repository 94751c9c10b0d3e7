using PageMessagesGen.EndToEnd.Support;

namespace PageMessagesGen.EndToEnd;

/// <summary>What <c>dotnet format analyzers</c> makes of a file with many wrong requests.</summary>
public sealed class FormatTests
{
    private const string Head = """
        using PageMessages;
        using PageMessagesGen;

        using var http = new HttpClient();
        var client = new PageMessagesClient(http, new GraphApiOptions { PageId = "1234", AccessToken = Environment.GetEnvironmentVariable("PAGE_ACCESS_TOKEN")! });
        var to = new Recipient { Id = "4471239905512287" };
        var hello = new Message { Text = "Hello" };

        """;

    // 25 findings of all ids that have a fix and that the schema leads to. Some creations have several, and some need their author.
    private const string Wrong = """
        var missing = new SendMessageRequest { Recipient = to, MessagingType = MessagingType.MessageTag, Message = new() { Text = "A" } };
        var choice = new SendMessageRequest { Recipient = to, MessagingType = MessagingType.Utility, Message = new() { Text = "B" } };
        var without = new SendMessageRequest { Recipient = to, MessagingType = MessagingType.MessageTag, Tag = MessageTag.CustomerFeedback, Message = new() { Text = "C" } };
        var seen = new SendMessageRequest { Recipient = to, SenderAction = SenderAction.MarkSeen, MessagingType = MessagingType.Response, NotificationType = NotificationType.NoPush };
        var shown = new SendMessageRequest { Recipient = to, SenderAction = SenderAction.TypingOn, NotificationType = NotificationType.NoPush };
        var person = new SendMessageRequest { Recipient = to, MessagingType = MessagingType.Response, Tag = MessageTag.HumanAgent, Message = new() { Text = "D" } };
        var both = new Message { Text = "E", Attachment = new ImageAttachment { AttachmentId = "1" } };
        var image = new ImageAttachment { Url = "https://example.com/a.png", AttachmentId = "2" };
        var empty = new Message { Text = "", Attachment = new ImageAttachment { AttachmentId = "3" }, QuickReplies = [] };
        var lengthy = new PostbackButton { Title = "When do you open tomorrow?", Payload = "HOURS" };
        var call = new PhoneNumberButton { Title = "Call", Payload = "+1 (202) 555-0123" };
        var phone = new PhoneNumberButton { Title = "Call them now or never", Payload = "+49.30/12345" };
        var book = new WebUrlButton { Title = "Book", Url = "http://example.com/book", MessengerExtensions = true };
        var login = new AccountLinkButton { Url = "http://example.com/login" };
        var nobody = new Recipient { Id = "@alice" };
        var four = new ButtonTemplate { Text = "How may we help?", Buttons = [call, call, login, login] };
        var receipt = new ReceiptTemplate { RecipientName = "F", OrderNumber = "1", Currency = "eur", PaymentMethod = "Card", Summary = new() { TotalCost = 1 } };
        var refused = new SendMessageRequest { Recipient = to, MessagingType = MessagingType.MessageTag, Tag = MessageTag.AccountUpdate, Message = new() { Text = "G" } };
        var later = refused with { Tag = MessageTag.PostPurchaseUpdate };
        await client.Instagram.SendAsync(new SendMessageRequest { Recipient = to, MessagingType = MessagingType.Response, NotificationType = NotificationType.SilentPush, Message = hello });
        await client.Instagram.SendAsync(new SendMessageRequest { Recipient = to, MessagingType = MessagingType.MessageTag, Tag = MessageTag.NonPromotionalSubscription, Message = hello });

        """;

    private static readonly (string Old, string New)[] Changes =
    [
        ("MessagingType = MessagingType.MessageTag, Message = new() { Text = \"A\" }", "MessagingType = MessagingType.Response, Message = new() { Text = \"A\" }"),
        (", MessagingType = MessagingType.Response, NotificationType = NotificationType.NoPush }", " }"),
        (", NotificationType = NotificationType.NoPush }", " }"),
        ("Text = \"\", ", ""),
        (", QuickReplies = []", ""),
        ("+1 (202) 555-0123", "+12025550123"),
        ("+49.30/12345", "+493012345"),
        ("http:", "https:"),
        ("\"eur\"", "\"EUR\""),
        ("MessagingType = MessagingType.MessageTag, Tag = MessageTag.AccountUpdate, ", "MessagingType = MessagingType.Response, "),
        ("with { Tag = MessageTag.PostPurchaseUpdate }", "with { Tag = null, MessagingType = MessagingType.Response }"),
        (", NotificationType = NotificationType.SilentPush", ""),
        ("MessagingType = MessagingType.MessageTag, Tag = MessageTag.NonPromotionalSubscription, ", "MessagingType = MessagingType.Response, "),
    ];

    private static readonly string[] Ids = ["PMG3001", "PMG3002", "PMG3003", "PMG3006", "PMG3007", "PMG3008", "PMG3009", "PMG3010", "PMG3011"];

    [Fact]
    public async Task One_command_fixes_all_that_needs_no_author_and_takes_nothing_away()
    {
        var project = await ProjectAsync("Formatted");
        var build = (await project.BuildAsync()).FailedWith(Ids);
        Assert.Equal(25, build.Diagnostics.Count);

        (await project.FixAsync(Ids)).Succeeded();

        var right = Head + Changes.Aggregate(Wrong, (text, change) => text.Replace(change.Old, change.New, StringComparison.Ordinal));
        Assert.Equal(right, await File.ReadAllTextAsync(project.PathOf("Program.cs")));
        (await project.RebuildAsync()).FailedWith("PMG3001", "PMG3003", "PMG3006", "PMG3007", "PMG3008", "PMG3009");

        (await project.FixAsync(Ids)).Succeeded();

        Assert.Equal(right, await File.ReadAllTextAsync(project.PathOf("Program.cs")));
    }

    private static async Task<FreshProject> ProjectAsync(string name) => new FreshProject(await TestRun.GetAsync(), name)
        .WriteProject($"<OutputType>Exe</OutputType>{FreshProject.WithoutAnalyzers}")
        .Write("Program.cs", Head + Wrong);
}

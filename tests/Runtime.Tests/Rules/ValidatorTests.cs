using System.Text.Json;
using PageMessages;
using PageMessagesGen.Generated;
using PageMessagesGen.Rules;
using PageMessagesGen.Runtime.Tests.Support;

namespace PageMessagesGen.Runtime.Tests.Rules;

/// <summary>The generated validator finds what a request breaks, and where.</summary>
public sealed class ValidatorTests
{
    private static readonly Recipient Customer = new() { Id = "4471239905512287" };

    [Fact]
    public void A_good_request_breaks_nothing() => Assert.Empty(Requests.Text.Validate());

    [Fact]
    public void No_request_is_an_argument_error() => Assert.Throws<ArgumentNullException>(() => ((SendMessageRequest)null!).Validate());

    [Fact]
    public void A_violation_has_a_rule_a_severity_a_path_and_a_reason()
    {
        var violation = Assert.Single((Requests.Text with { MessagingType = MessagingType.MessageTag }).Validate());

        Assert.Equal(("message-tag-needs-tag", RuleSeverity.Error, "tag"), (violation.Rule, violation.Severity, violation.Path));
        Assert.Equal("'tag' is required when 'messaging_type' is MESSAGE_TAG. Outside the 24-hour window, a tag is required to send a message.", violation.Message);
    }

    [Fact]
    public void Half_of_a_surrogate_pair_is_a_violation_in_every_string()
    {
        var cut = "Our menu 🍕"[..^1];
        var reply = new QuickReply { ContentType = QuickReplyContentType.Text, Title = cut, Payload = "MENU", Data = new() { PollOptions = ["Yes", cut] } };

        AssertBreaks(Requests.Text with { Recipient = new() { Id = cut } }, "format recipient.id");
        AssertBreaks(
            Requests.Text with { Message = new() { Text = cut, QuickReplies = [reply] } },
            "format message.text", "format message.quick_replies[0].title", "format message.quick_replies[0].data.poll_options[1]",
            "poll-options-only-in-polls message.quick_replies[0].content_type");
        Assert.Equal(
            "'text' must be valid Unicode: half of a surrogate pair, which remains when an emoji is cut in two, cannot be sent.",
            Assert.Single((Requests.Text with { Message = new() { Text = cut } }).Validate()).Message);
    }

    [Fact]
    public void A_value_of_a_map_is_a_string_like_any_other()
    {
        var member = new MemberDescription("notes");
        var notes = new RecordDescription([member], [], ValidateNotes, (_, _) => default);

        Assert.Equal(["format notes.b"], ValidationContext.Validate(new Dictionary<string, string?> { ["a"] = "x", ["b"] = "\ud83c" }, notes, null, []).Select(v => $"{v.Rule} {v.Path}"));

        void ValidateNotes(ref ValidationContext context, object record)
        {
            var set = default(SetMembers);
            var values = (Dictionary<string, string?>)record;
            Assert.True(context.Map(ref set, member, values));
            foreach (var entry in values)
            {
                if (context.Entry(entry.Key, entry.Value))
                    context.Leave();
            }
        }
    }

    [Fact]
    public void A_name_in_a_map_is_a_string_like_any_other()
    {
        var member = new MemberDescription("notes");
        var notes = new RecordDescription([member], [], ValidateNotes, (_, _) => default);
        var values = new Dictionary<string, JsonElement?> { ["\ud83c"] = null, ["🍕"] = null };

        Assert.Equal(
            ["format notes: A name must be valid Unicode: half of a surrogate pair, which remains when an emoji is cut in two, cannot be sent.", "null-value notes.🍕: '🍕' must not be null."],
            ValidationContext.Validate(values, notes, null, []).Select(v => $"{v.Rule} {v.Path}: {v.Message}"));

        void ValidateNotes(ref ValidationContext context, object record)
        {
            var set = default(SetMembers);
            Assert.True(context.Map(ref set, member, record));
            foreach (var entry in (Dictionary<string, JsonElement?>)record)
                Assert.False(context.Entry(entry.Key, (object?)entry.Value));
            context.Leave();
        }
    }

    [Fact]
    public void The_name_of_an_unknown_member_is_one_too() => AssertBreaks(
        Requests.Text with { UnknownMembers = new Dictionary<string, JsonElement> { ["\udf55"] = default } }, "unknown-member ", "format ");

    [Theory]
    [InlineData("""{"a":"\ud83c"}""")]
    [InlineData("""["\ud83c\udf55\udf55"]""")]
    [InlineData("""["\\","\udf55\ud83c"]""")]
    [InlineData("""{"\ud83c\u0061":1}""")]
    public void JSON_cannot_have_it_either(string json) =>
        Assert.Contains("half of a surrogate pair", Assert.ThrowsAny<JsonException>(() => RawJson.Parse(json)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("""["\\ud83c","\uD83C\udf55","\"\u00e4"]""")]
    [InlineData("\"🍕\"")]
    public void JSON_with_whole_pairs_is_kept(string json) => Assert.Equal(json, RawJson.Parse(json).GetRawText());

    [Fact]
    public void Require_with_values_looks_into_JSON()
    {
        var request = Requests.Text with { MessagingType = MessagingType.MessageTag, Tag = MessageTag.CustomerFeedback };
        var right = request with { Message = Raw("""{"template_type":"Customer_Feedback"}""") };
        var wrong = request with { Message = Raw("""{"template_type":"generic"}""") };

        AssertBreaks(right);
        AssertBreaks(wrong, "feedback-tag-needs-feedback-template message.attachment.payload.template_type");
        AssertBreaks(request, "feedback-tag-needs-feedback-template message.attachment.payload.template_type");
    }

    [Fact]
    public void Forbid_reports_the_first_member_only() => AssertBreaks(
        new() { Recipient = Customer, SenderAction = SenderAction.TypingOn, MessagingType = MessagingType.MessageTag, Tag = MessageTag.HumanAgent },
        "action-stands-alone messaging_type");

    [Fact]
    public void Allow_takes_what_is_absent()
    {
        AssertBreaks(Requests.Text with { Tag = MessageTag.HumanAgent }, "tag-only-with-message-tag messaging_type");
        AssertBreaks(Requests.Text with { Tag = MessageTag.HumanAgent, MessagingType = null }, "message-says-why messaging_type", "tag-needs-messaging-type messaging_type");
    }

    [Fact]
    public void Choices_count_what_is_present()
    {
        AssertBreaks(new() { Recipient = Customer }, "something-to-send message");
        AssertBreaks(Requests.Text with { MessagingType = null, SenderAction = SenderAction.MarkSeen }, "message-says-why messaging_type", "one-thing-at-a-time sender_action");
        AssertBreaks(Requests.Text with { Recipient = new() }, "an-address recipient.id");
        AssertBreaks(Requests.Text with { Recipient = new() { Id = "1", PhoneNumber = "+358401234567" } }, "one-address recipient.phone_number");
        AssertBreaks(With(new ImageAttachment()), "image-needs-a-source message.attachment.payload.url");
        AssertBreaks(With(new ImageAttachment { Url = "https://example.com/1.png", AttachmentId = "1" }), "image-has-one-source message.attachment.payload.attachment_id");
    }

    [Theory]
    [InlineData("https://example.com/1.png", true)]
    [InlineData("https://example.com/ä.png", true)]
    [InlineData("ftp://example.com", false)]
    [InlineData("file:///home/1.png", false)]
    public void A_limit_holds_inside_a_shape(string url, bool isGood)
    {
        var request = With(new ImageAttachment { Url = url });
        if (isGood)
            AssertBreaks(request);
        else
            AssertBreaks(request, "format message.attachment.payload.url");
    }

    [Fact]
    public void The_path_names_the_element_of_a_list()
    {
        var reply = new QuickReply { ContentType = QuickReplyContentType.Text, Title = "A", Payload = "A" };
        var request = WithReplies([reply, reply, reply, reply with { Title = new string('ä', 21) }]);

        var violation = Assert.Single(request.Validate());

        Assert.Equal(("length", RuleSeverity.Warning, "message.quick_replies[3].title"), (violation.Rule, violation.Severity, violation.Path));
        Assert.Equal("'title' must have at most 20 characters.", violation.Message);
    }

    [Fact]
    public void Lengths_count_characters_and_not_chars()
    {
        AssertBreaks(Requests.Text with { Message = new() { Text = string.Concat(Enumerable.Repeat("🍕", 2000)) } });
        AssertBreaks(Requests.Text with { Message = new() { Text = new string('a', 2000), Metadata = new string('a', 1000) } });
        AssertBreaks(Requests.Text with { Message = new() { Text = new string('a', 2001) } }, "length message.text");
        AssertBreaks(Requests.Text with { Message = new() { Text = "a", Metadata = new string('a', 1001) } }, "length message.metadata");
        AssertBreaks(Requests.Text with { Message = new() { Text = "" } }, "text-not-empty message.text");
    }

    [Fact]
    public void Lists_are_counted()
    {
        var reply = new QuickReply { ContentType = QuickReplyContentType.Text, Title = "A", Payload = "A" };

        AssertBreaks(WithReplies([]), "quick-replies-not-empty message.quick_replies");
        AssertBreaks(WithReplies([.. Enumerable.Repeat(reply, 13)]));
        AssertBreaks(WithReplies([.. Enumerable.Repeat(reply, 14)]), "count message.quick_replies");
    }

    [Fact]
    public void What_C_sharp_could_not_prevent_is_found()
    {
        AssertBreaks(Requests.Text with { Recipient = null! }, "required recipient");
        AssertBreaks(WithReplies([null!]), "null-value message.quick_replies[0]");
        AssertBreaks(Requests.Text with { MessagingType = MessagingType.MessageTag, Tag = (MessageTag)99 }, "unknown-value tag");
        AssertBreaks(Requests.Text with { Message = new() { Attachment = new RawAttachment { Type = default } } }, "unknown-value message.attachment.type");
        AssertBreaks(Requests.Text with { Message = Raw("null") }, "required message.attachment.payload");
    }

    [Fact]
    public void Forms_are_judged() => AssertBreaks(Requests.Text with { PersonaId = "12a" }, "format persona_id");

    [Fact]
    public void What_is_for_one_platform_is_judged_where_the_platform_is_known()
    {
        var request = Requests.Text with { NotificationType = NotificationType.NoPush };
        var heart = Requests.Text with { Message = new() { Attachment = new LikeHeartAttachment() } };

        AssertBreaks(request);
        Assert.Empty(request.Validate("messenger"));
        Assert.Equal(["platform notification_type"], Describe(request.Validate("instagram")));
        Assert.Equal(["platform message.attachment.type"], Describe(heart.Validate("messenger")));
        Assert.All(request.Validate("instagram"), v => Assert.Equal(RuleSeverity.Warning, v.Severity));
    }

    [Fact]
    public void A_platform_that_does_not_exist_is_refused()
    {
        var exception = Assert.Throws<ArgumentException>("platform", () => Requests.Text.Validate("instgram"));

        Assert.StartsWith("The platform must be one of messenger, instagram.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_of_one_platform_holds_there_only()
    {
        var request = Requests.Text with { Message = new() { Text = new string('ä', 501) } };

        Assert.Empty(request.Validate());
        Assert.Empty(request.Validate("messenger"));
        Assert.Equal(["short-text-on-instagram message.text"], Describe(request.Validate("instagram")));
    }

    [Fact]
    public void A_tag_that_the_server_refuses_is_an_error()
    {
        var violation = Assert.Single((Requests.Text with { MessagingType = MessagingType.MessageTag, Tag = MessageTag.AccountUpdate }).Validate());

        Assert.Equal(("refused", RuleSeverity.Error, "tag"), (violation.Rule, violation.Severity, violation.Path));
        Assert.Contains("2026-04-27", violation.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_request_that_breaks_nothing_is_judged_without_memory()
    {
        var request = Requests.Text with
        {
            Message = new()
            {
                Attachment = new ImageAttachment { Url = "https://example.com/1.png" },
                QuickReplies = [new() { ContentType = QuickReplyContentType.Text, Title = "Yes", Payload = "YES", ImageUrl = "https://example.com/2.png" }],
            },
        };
        for (var i = 0; i < 100; i++)
            Assert.Empty(request.Validate("messenger"));

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
            request.Validate("messenger");

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Messages_quote_nothing_of_the_request()
    {
        var secret = "sehr-geheim-" + new string('x', 3000);
        var request = Requests.Text with
        {
            Recipient = new() { Id = secret, PhoneNumber = secret },
            PersonaId = secret,
            Message = new() { Text = secret, Metadata = secret, Attachment = new ImageAttachment { Url = secret } },
        };

        var found = request.Validate("instagram");

        Assert.True(found.Count > 5);
        Assert.DoesNotContain("geheim", string.Concat(found), StringComparison.Ordinal);
    }

    private static SendMessageRequest With(Attachment attachment) => Requests.Text with { Message = new() { Attachment = attachment } };

    private static Message Raw(string payload) => new() { Attachment = new RawAttachment { Type = AttachmentType.Template, Payload = RawJson.Parse(payload) } };

    private static SendMessageRequest WithReplies(IReadOnlyList<QuickReply> replies) => Requests.Text with { Message = new() { Text = "Which?", QuickReplies = replies } };

    private static void AssertBreaks(SendMessageRequest request, params string[] expected) =>
        Assert.Equal(expected.Order(StringComparer.Ordinal), Describe(request.Validate()).Order(StringComparer.Ordinal));

    private static IEnumerable<string> Describe(IEnumerable<RuleViolation> violations) => violations.Select(v => $"{v.Rule} {v.Path}");
}

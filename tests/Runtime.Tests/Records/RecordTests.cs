using System.ComponentModel;
using PageMessages;
using PageMessagesGen.Runtime.Tests.Support;

namespace PageMessagesGen.Runtime.Tests.Records;

public sealed class RecordTests
{
    [Fact]
    public void With_copies_and_changes_a_member()
    {
        var changed = Requests.Text with { Recipient = new() { UserRef = "order-1" }, Tag = MessageTag.HumanAgent };

        Assert.Equal("4471239905512287", Requests.Text.Recipient.Id);
        Assert.Null(Requests.Text.Tag);
        Assert.Equal((null, "order-1", MessageTag.HumanAgent), (changed.Recipient.Id, changed.Recipient.UserRef, changed.Tag));
        Assert.Same(Requests.Text.Message, changed.Message);
    }

    [Fact]
    public void Records_are_equal_by_their_members()
    {
        var same = new SendMessageRequest
        {
            Recipient = new() { Id = "4471239905512287" },
            MessagingType = MessagingType.Response,
            Message = new() { Text = "Held until 19:30 🍕" },
        };

        Assert.Equal(Requests.Text, same);
        Assert.Equal(Requests.Text.GetHashCode(), same.GetHashCode());
        Assert.True(Requests.Text == same);
        Assert.NotEqual(Requests.Text, same with { Recipient = new() { Id = "2" } });
        Assert.NotEqual(Requests.Text, same with { MessagingType = null });
        Assert.NotEqual(Requests.Text, same with { Message = null });
    }

    [Fact]
    public void What_the_reference_requires_is_required_in_CSharp()
    {
        var required = GeneratedTypes.Records.SelectMany(t => GeneratedTypes.Members(t)
            .Where(m => m.IsDefined(typeof(System.Runtime.CompilerServices.RequiredMemberAttribute), false))
            .Select(m => $"{t.Name}.{m.Name}"));

        Assert.Equal(
            ["DynamicText.Text", "QuickReply.ContentType", "RawAttachment.Type", "SendMessageRequest.Recipient"],
            required.Where(m => m.Split('.')[0] is "SendMessageRequest" or "Message" or "DynamicText" or "RawAttachment" or "QuickReply" or "QuickReplyData" or "Recipient").Order());
    }

    [Fact]
    public void No_enum_has_a_value_that_somebody_gets_by_saying_nothing() =>
        Assert.All(GeneratedTypes.Enums, type => Assert.False(Enum.IsDefined(type, 0)));

    [Fact]
    public async Task A_default_of_the_server_is_not_sent()
    {
        // The property's own value is null, so no DefaultValueAttribute says otherwise.
        Assert.Empty(typeof(SendMessageRequest).GetProperty(nameof(SendMessageRequest.NotificationType))!.GetCustomAttributes(typeof(DefaultValueAttribute), false));
        Assert.Null(Requests.Text.NotificationType);
        Assert.DoesNotContain("notification_type", await Wire.TextAsync(Requests.Text), StringComparison.Ordinal);
    }
}

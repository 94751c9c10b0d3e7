using System.Text.Json;

namespace PageMessagesGen.Emulator.Tests.State;

/// <summary>What customers do reaches the journal and, if there is one, the webhook.</summary>
public sealed class CustomerTests : StateTest
{
    [Theory]
    [InlineData("text", "message")]
    [InlineData("picture", "message")]
    [InlineData("video", "message")]
    [InlineData("place", "message")]
    [InlineData("edit", "message_edit")]
    [InlineData("quick reply", "message")]
    [InlineData("button", "postback")]
    [InlineData("link", "referral")]
    [InlineData("reaction", "reaction")]
    [InlineData("no reaction", "reaction")]
    [InlineData("notification", "optin")]
    [InlineData("notifications", "optin")]
    [InlineData("login", "account_linking")]
    [InlineData("logout", "account_linking")]
    public async Task An_action_is_an_event(string action, string member)
    {
        Act(action);

        var entries = JsonDocument.Parse(await Caller.GetTextAsync("inbox/entries")).RootElement.EnumerateArray().ToList();
        var request = Assert.Single(entries).GetProperty("request");
        Assert.Equal(Customer, request.GetProperty("sender").GetProperty("id").GetString());
        Assert.Equal(Emulator.PageId, request.GetProperty("recipient").GetProperty("id").GetString());
        Assert.Equal(JsonValueKind.Object, request.GetProperty(member).ValueKind);
    }

    [Fact]
    public async Task Reading_names_the_last_message_of_the_Page()
    {
        Aino.Read();
        Assert.Equal("[]", await Caller.GetTextAsync("inbox/entries"));

        await SendTextAsync();
        Aino.Read();
        var entries = JsonDocument.Parse(await Caller.GetTextAsync("inbox/entries")).RootElement.EnumerateArray().ToList();
        Assert.True(entries[^1].GetProperty("request").TryGetProperty("read", out _));
    }

    [Fact]
    public void What_is_no_customer_is_told()
    {
        Assert.Throws<ArgumentException>(() => Emulator.Customers["aino"]);
        Assert.Throws<ArgumentException>(() => Emulator.Customers[""]);
        Assert.Throws<ArgumentException>(() => Emulator.Customers.Of("1", Customer));
        Assert.Throws<ArgumentException>(() => Emulator.Customers.Add(pageId: "1"));
        Assert.Throws<ArgumentException>(() => Aino.Write(""));
        Assert.Throws<ArgumentException>(() => Aino.SendAttachment("sticker", new Uri("https://cdn.example.com/s.png")));
        Assert.Throws<KeyNotFoundException>(() => Emulator.Assets.ApproveTemplate("1"));
    }

    [Fact]
    public async Task Without_a_webhook_there_is_nothing_to_verify_and_nothing_to_wait_for()
    {
        Aino.Write("Hello");

        await Emulator.WaitForWebhookAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => Emulator.VerifyWebhookAsync());
    }

    [Fact]
    public void A_customer_has_a_name_and_a_platform()
    {
        var eero = Emulator.Customers.Add("instagram", "Eero van der Berg");

        Assert.Equal(("Eero van der Berg", "instagram"), (eero.Name, eero.Platform));
        Assert.Equal(eero.Name, Emulator.Customers[eero.Id].Name);
        Assert.Null(Aino.Platform);
    }

    private void Act(string action)
    {
        switch (action)
        {
            case "text":
                Aino.Write("Hello", replyTo: "m_1");
                break;
            case "picture":
                Aino.SendPicture(new Uri("https://cdn.example.com/a.jpg"));
                break;
            case "video":
                Aino.SendAttachment("video", new Uri("https://cdn.example.com/a.mp4"));
                break;
            case "place":
                Aino.SendLocation(60.17, 24.94);
                break;
            case "edit":
                Aino.Edit("m_1", "Hello!");
                break;
            case "quick reply":
                Aino.TapQuickReply("Yes", "YES");
                break;
            case "button":
                Aino.TapButton("Menu", "MENU");
                break;
            case "link":
                Aino.FollowLink("summer");
                break;
            case "reaction":
                Aino.React("m_1", "👍");
                break;
            case "no reaction":
                Aino.Unreact("m_1");
                break;
            case "notification":
                Aino.AllowOneNotification("STOCK");
                break;
            case "notifications":
                Aino.AllowNotifications("NEWS", "News");
                break;
            case "login":
                Aino.LinkAccount("code");
                break;
            default:
                Aino.UnlinkAccount();
                break;
        }
    }
}

using PageMessagesGen.Emulator.Tests.Support;

namespace PageMessagesGen.Emulator.Tests.State;

/// <summary>A message needs an open window.</summary>
public sealed class WindowTests : StateTest
{
    private const string HumanAgent = "\"messaging_type\":\"MESSAGE_TAG\",\"tag\":\"HUMAN_AGENT\",";

    [Fact]
    public async Task A_person_of_whom_nothing_is_known_counts_as_having_just_written()
    {
        Assert.Equal(200, (await SendTextAsync()).Status);
        Emulator.Clock.Advance(TimeSpan.FromHours(23));
        Assert.Equal(200, (await SendTextAsync()).Status);
    }

    [Fact]
    public async Task After_24_hours_a_message_is_refused_until_the_customer_writes()
    {
        await SendTextAsync();
        Emulator.Clock.Advance(TimeSpan.FromHours(25));

        var late = await SendTextAsync();
        late.AssertIsError(10, 2018278);
        Assert.EndsWith("window", late.Rules, StringComparison.Ordinal);
        Assert.Single(Emulator.Ledger);

        Aino.Write("Are you there?");
        Assert.Equal(200, (await SendTextAsync()).Status);
    }

    [Fact]
    public async Task A_person_can_answer_for_7_days()
    {
        Aino.Write("Where is my order?");

        Emulator.Clock.Advance(TimeSpan.FromDays(6));
        Assert.Equal(200, (await SendTextAsync(HumanAgent)).Status);
        Emulator.Clock.Advance(TimeSpan.FromDays(2));
        (await SendTextAsync(HumanAgent)).AssertIsError(10, 2018278);
    }

    [Fact]
    public async Task On_Instagram_the_refusal_has_a_code_of_its_own()
    {
        var customer = Emulator.Customers.Add("instagram");
        Emulator.Clock.Advance(TimeSpan.FromHours(25));

        var late = await Caller.SendAsync($$$"""{"recipient":{"id":"{{{customer.Id}}}"},"message":{"text":"Hello"}}""");

        late.AssertIsError(10, 2534022);
    }

    [Theory]
    [InlineData("tap")]
    [InlineData("button")]
    [InlineData("react")]
    [InlineData("picture")]
    [InlineData("link")]
    public async Task What_a_customer_does_opens_the_window(string action)
    {
        var message = Text(await SendTextAsync(), "message_id");
        Emulator.Clock.Advance(TimeSpan.FromDays(10));
        switch (action)
        {
            case "tap":
                Aino.TapQuickReply("Yes", "YES");
                break;
            case "button":
                Aino.TapButton("Menu", "MENU");
                break;
            case "react":
                Aino.React(message, "👍");
                break;
            case "picture":
                Aino.SendPicture(new Uri("https://cdn.example.com/receipt.jpg"));
                break;
            default:
                Aino.FollowLink("summer");
                break;
        }

        Assert.Equal(200, (await SendTextAsync()).Status);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Reading_and_commenting_open_no_window(bool isRead)
    {
        await SendTextAsync();
        Emulator.Clock.Advance(TimeSpan.FromDays(10));
        if (isRead)
            Aino.Read();
        else
            Aino.Comment("How much is it?");

        (await SendTextAsync()).AssertIsError(10, 2018278);
    }

    [Fact]
    public async Task A_sender_action_is_no_message()
    {
        await SendTextAsync();
        Emulator.Clock.Advance(TimeSpan.FromDays(10));

        Assert.Equal(200, (await Caller.SendAsync(Body("\"sender_action\":\"mark_seen\""))).Status);
    }

    [Fact]
    public async Task The_clock_can_be_set_back()
    {
        await SendTextAsync();
        Emulator.Clock.Advance(TimeSpan.FromDays(10));
        Emulator.Clock.Reset();

        Assert.Equal(200, (await SendTextAsync()).Status);
        Assert.Equal(TimeSpan.Zero, Emulator.Clock.Offset);
        Assert.Throws<ArgumentOutOfRangeException>(() => Emulator.Clock.Advance(TimeSpan.FromSeconds(-1)));
    }

    [Fact]
    public async Task One_customer_says_nothing_of_another()
    {
        var (late, early) = (Emulator.Customers.Add(), Emulator.Customers.Add());
        Emulator.Clock.Advance(TimeSpan.FromDays(2));
        early.Write("Hello");

        Assert.Equal(200, (await SendToAsync(early)).Status);
        (await SendToAsync(late)).AssertIsError(10, 2018278);
    }

    private Task<Answer> SendToAsync(Customer customer) =>
        Caller.SendAsync($$$"""{"recipient":{"id":"{{{customer.Id}}}"},"message":{"text":"Hello"}}""");
}

/// <summary>Without state, only the schemas decide.</summary>
public sealed class StatelessTests : StateTest
{
    protected override GraphEmulatorOptions Options => new() { IsStateful = false };

    [Theory]
    [InlineData("\"message\":{\"text\":\"Hello\"}")]
    [InlineData("\"message\":{\"attachment\":{\"type\":\"image\",\"payload\":{\"attachment_id\":\"1\"}}}")]
    [InlineData("\"persona_id\":\"12\",\"message\":{\"text\":\"Hello\"}")]
    public async Task What_happened_before_does_not_matter(string rest)
    {
        Aino.Write("Hello");
        Emulator.Clock.Advance(TimeSpan.FromDays(100));

        Assert.Equal(200, (await Caller.SendAsync(Body(rest))).Status);
    }

    [Fact]
    public async Task Other_calls_are_answered_by_the_examples() =>
        Assert.Equal("1058642331234567", Text(await PostAsync("me/personas", """{"name":"Aino K.","profile_picture_url":"https://cdn.example.com/a.jpg"}"""), "id"));
}

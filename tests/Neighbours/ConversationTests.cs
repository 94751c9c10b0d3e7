using PageMessages.ModerateConversations;
using PageMessages.ThreadControl;

namespace PageMessagesGen.Neighbours;

/// <summary>What is done to whole conversations: who answers them, and who may not write any more.</summary>
public sealed class ConversationTests : NeighbourTest
{
    private static readonly ThreadRecipient Somebody = new() { Id = Customer };

    private ThreadControlClient Threads => new(Http, Options);

    private ModerateConversationsClient Moderation => new(Http, Options);

    [Fact]
    public async Task Control_of_a_conversation_goes_from_app_to_app()
    {
        var request = new ThreadControlRequest { Recipient = Somebody, Metadata = "A person is ready to help." };

        Assert.True((await Threads.PassAsync(new PassThreadControlRequest { Recipient = Somebody, TargetAppId = "263902037430900" })).Success);
        Assert.True((await Threads.TakeAsync(request)).Success);
        Assert.True((await Threads.RequestAsync(request)).Success);
        Assert.True((await Threads.ReleaseAsync(request)).Success);
        Assert.True((await Threads.ExtendAsync(new ExtendThreadControlRequest { Recipient = Somebody, Duration = 172_800 })).Success);

        Assert.Equal(["pass", "take", "request", "release", "extend"], Done);
    }

    [Fact]
    public async Task Somebody_has_control()
    {
        var owner = Assert.Single(await AllAsync(Threads.OwnerAsync(Customer))).ThreadOwner!;

        Assert.Equal(("123456789", DateTimeOffset.FromUnixTimeSeconds(1_795_305_600)), (owner.AppId, owner.Expiration));
    }

    [Fact]
    public Task Eight_days_are_one_too_many() => AssertRefusedAsync(
        () => Threads.ExtendAsync(new ExtendThreadControlRequest { Recipient = Somebody, Duration = 691_200 }));

    [Fact]
    public Task A_conversation_is_not_taken_with_a_wrong_token() => AssertUnauthorizedAsync(
        () => new ThreadControlClient(Http, WrongToken).TakeAsync(new ThreadControlRequest { Recipient = Somebody }));

    [Fact]
    public async Task Somebody_is_blocked()
    {
        var answer = await Moderation.ModerateAsync(Moderate(ModerationAction.BlockUser, ModerationAction.MoveToSpam));

        Assert.True(answer.Success);
        Assert.Equal(["moderate"], Done);
    }

    [Fact]
    public Task Three_actions_are_one_too_many() => AssertRefusedAsync(
        () => Moderation.ModerateAsync(Moderate(ModerationAction.UnblockUser, ModerationAction.UnbanUser, ModerationAction.MoveToSpam)));

    [Fact]
    public Task Nobody_is_blocked_with_a_wrong_token() => AssertUnauthorizedAsync(
        () => new ModerateConversationsClient(Http, WrongToken).ModerateAsync(Moderate(ModerationAction.BlockUser)));

    private static ModerationRequest Moderate(params ModerationAction[] actions) => new() { UserIds = [new() { Id = Customer }], Actions = actions };
}

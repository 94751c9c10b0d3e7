using PageMessages.SubscribedApps;

namespace PageMessagesGen.Neighbours;

/// <summary>Which events of a Page an app receives.</summary>
public sealed class SubscriptionTests : NeighbourTest
{
    private SubscribedAppsClient Subscriptions => new(Http, Options);

    [Fact]
    public async Task An_app_subscribes_and_unsubscribes()
    {
        Assert.True((await Subscriptions.SubscribeAsync(Subscribe(SubscribedField.Messages, SubscribedField.MessagingPostbacks))).Success);
        Assert.True((await Subscriptions.UnsubscribeAsync()).Success);

        Assert.Equal(["subscribe", "unsubscribe"], Done);
    }

    [Fact]
    public async Task The_fields_of_an_app_are_read()
    {
        var app = Assert.Single(await AllAsync(Subscriptions.ListAsync()));

        Assert.Equal([SubscribedField.Messages, SubscribedField.MessagingPostbacks], app.SubscribedFields!);
    }

    [Fact]
    public void No_fields_are_advised_against() => Assert.Equal("some-field", Assert.Single(Subscribe().Validate()).Rule);

    [Fact]
    public Task An_app_does_not_subscribe_with_a_wrong_token() => AssertUnauthorizedAsync(
        () => new SubscribedAppsClient(Http, WrongToken).SubscribeAsync(Subscribe(SubscribedField.Messages)));

    private static SubscribeRequest Subscribe(params SubscribedField[] fields) => new() { SubscribedFields = fields };
}

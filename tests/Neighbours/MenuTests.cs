using PageMessages.CustomUserSettings;
using PageMessages.MessengerProfile;

namespace PageMessagesGen.Neighbours;

/// <summary>What a customer meets besides messages: the profile of the Page, and a menu for one customer.</summary>
public sealed class MenuTests : NeighbourTest
{
    private MessengerProfileClient Profile => new(Http, Options);

    private CustomUserSettingsClient Settings => new(Http, Options);

    [Fact]
    public async Task A_profile_is_set_and_parts_of_it_are_removed()
    {
        var set = await Profile.SetAsync(new SetProfileRequest
        {
            GetStarted = new() { Payload = "START" },
            PersistentMenu =
            [
                new()
                {
                    Locale = "default",
                    CallToActions =
                    [
                        new PostbackMenuItem { Title = "Talk to a person", Payload = "CARE" },
                        new UrlMenuItem { Title = "Shop now", Url = "https://shop.example.com/", WebviewHeightRatio = WebviewHeight.Full },
                    ],
                },
            ],
        });
        var removed = await Profile.DeleteAsync(new DeleteProfileRequest { Fields = [ProfileField.PersistentMenu, ProfileField.GetStarted] });

        Assert.Equal(("success", "success"), (set.Result, removed.Result));
        Assert.Equal(["set", "delete"], Done);
    }

    [Fact]
    public Task A_question_cannot_be_null() => AssertRefusedAsync(() => Profile.SetAsync(new SetProfileRequest
    {
        IceBreakers = [new() { CallToActions = [new IceBreaker { Question = null!, Payload = "Q1" }] }],
    }));

    [Fact]
    public Task A_profile_is_not_set_with_a_wrong_token() => AssertUnauthorizedAsync(
        () => new MessengerProfileClient(Http, WrongToken).DeleteAsync(new DeleteProfileRequest { Fields = [ProfileField.Greeting] }));

    [Fact]
    public async Task A_menu_for_one_customer_is_set_and_read()
    {
        var set = await Settings.SetAsync(new SetUserSettingsRequest
        {
            Psid = Customer,
            PersistentMenu = [new() { Locale = "default", CallToActions = [new PostbackMenuItem { Title = "Where is my order?", Payload = "ORDER_STATE" }] }],
        });
        var settings = Assert.Single(await AllAsync(Settings.GetAsync(Customer)));

        Assert.Equal("success", set.Result);
        var item = settings.UserLevelPersistentMenu!.Single().CallToActions!.Single();
        Assert.Equal("ORDER_STATE", Assert.IsType<PostbackMenuItem>(item).Payload);
        Assert.Contains("set", Done);
    }

    [Fact]
    public Task A_menu_is_not_read_with_a_wrong_token() => AssertUnauthorizedAsync(() => AllAsync(new CustomUserSettingsClient(Http, WrongToken).GetAsync(Customer)));
}

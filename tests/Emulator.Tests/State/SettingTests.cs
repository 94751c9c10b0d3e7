namespace PageMessagesGen.Emulator.Tests.State;

/// <summary>What a Page sets can be read, and has its effect.</summary>
public sealed class SettingTests : StateTest
{
    private static readonly string Thread = $$$"""{"recipient":{"id":"{{{Customer}}}"}}""";

    [Fact]
    public async Task The_profile_is_what_was_set()
    {
        Assert.Equal("[]", Text(await GetAsync("me/messenger_profile?fields=get_started,greeting"), "data"));

        await PostAsync("me/messenger_profile", """{"get_started":{"payload":"START"},"greeting":[{"locale":"default","text":"Welcome."}]}""");
        Assert.Equal("START", Text(await GetAsync("me/messenger_profile?fields=get_started"), "data", "0", "get_started", "payload"));
        Assert.DoesNotContain("greeting", Text(await GetAsync("me/messenger_profile?fields=get_started"), "data"), StringComparison.Ordinal);

        Assert.Equal("success", Text(await DeleteAsync("me/messenger_profile", """{"fields":["get_started"]}"""), "result"));
        Assert.Equal("[{\"greeting\":[{\"locale\":\"default\",\"text\":\"Welcome.\"}]}]", Text(await GetAsync("me/messenger_profile?fields=get_started,greeting"), "data"));
    }

    [Fact]
    public async Task A_customer_begins_with_the_button_of_the_profile()
    {
        Assert.Throws<InvalidOperationException>(() => Aino.TapGetStarted());
        await PostAsync("me/messenger_profile", """{"get_started":{"payload":"START"}}""");

        Assert.StartsWith("m_", Aino.TapGetStarted(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_customer_has_a_menu_of_their_own()
    {
        await PostAsync("me/custom_user_settings", $$$"""{"psid":"{{{Customer}}}","persistent_menu":[{"locale":"default","call_to_actions":[{"type":"postback","title":"Where is my order?","payload":"ORDER"}]}]}""");

        Assert.Contains("Where is my order?", Text(await GetAsync($"me/custom_user_settings?psid={Customer}"), "data", "0", "user_level_persistent_menu"), StringComparison.Ordinal);
        Assert.Equal("[]", Text(await GetAsync("me/custom_user_settings?psid=123"), "data"));
    }

    [Fact]
    public async Task A_conversation_belongs_to_one_app()
    {
        Aino.Write("I want my money back");
        Assert.Equal(200, (await SendTextAsync()).Status);
        var own = Text(await GetAsync($"me/thread_owner?recipient={Customer}"), "data", "0", "thread_owner", "app_id");

        Assert.Equal("True", Text(await PostAsync("me/pass_thread_control", $$$"""{"recipient":{"id":"{{{Customer}}}"},"target_app_id":"263902037430900"}"""), "success"));
        var refused = await SendTextAsync();
        refused.AssertIsError(2018300);
        Assert.EndsWith("thread-owner", refused.Rules, StringComparison.Ordinal);
        Assert.Equal("263902037430900", Text(await GetAsync($"me/thread_owner?recipient={Customer}"), "data", "0", "thread_owner", "app_id"));
        (await PostAsync("me/pass_thread_control", Thread)).AssertIsError(100, 2534037);

        Assert.Equal("True", Text(await PostAsync("me/take_thread_control", Thread), "success"));
        Assert.Equal(200, (await SendTextAsync()).Status);
        Assert.Equal(own, Text(await GetAsync($"me/thread_owner?recipient={Customer}"), "data", "0", "thread_owner", "app_id"));
    }

    [Fact]
    public async Task On_Instagram_the_app_that_does_not_own_the_conversation_is_told_by_another_code()
    {
        var customer = Emulator.Customers.Add("instagram");
        await PostAsync("me/release_thread_control", $$$"""{"recipient":{"id":"{{{customer.Id}}}"}}""");

        (await Caller.SendAsync($$$"""{"recipient":{"id":"{{{customer.Id}}}"},"message":{"text":"Hello"}}""")).AssertIsError(100, 2534037);
    }

    [Fact]
    public async Task Nobody_writes_to_a_person_whom_the_Page_has_blocked()
    {
        await PostAsync("me/moderate_conversations", $$$"""{"user_ids":[{"id":"{{{Customer}}}"}],"actions":["block_user"]}""");
        (await SendTextAsync()).AssertIsError(551, 1545041);

        await PostAsync("me/moderate_conversations", $$$"""{"user_ids":[{"id":"{{{Customer}}}"}],"actions":["unblock_user"]}""");
        Assert.Equal(200, (await SendTextAsync()).Status);
    }

    [Fact]
    public async Task A_profile_is_made_up_and_always_the_same()
    {
        var first = await GetAsync($"{Customer}?fields=first_name,last_name,profile_pic");
        var second = await GetAsync($"{Customer}?fields=first_name,last_name,profile_pic");

        Assert.Equal(first.Text, second.Text);
        Assert.Equal(Aino.Name, $"{Text(first, "first_name")} {Text(first, "last_name")}");
        Assert.Equal(Customer, Text(first, "id"));
        using var http = new HttpClient();
        var picture = await http.GetAsync(new Uri(Text(first, "profile_pic")));
        Assert.Equal("image/svg+xml", picture.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Something_that_is_no_id_has_no_profile() => (await GetAsync("aino")).AssertIsError(100, 33, "GraphMethodException");

    [Fact]
    public async Task The_Page_knows_itself() => Assert.Equal(Emulator.PageId, Text(await GetAsync("me?fields=id,name"), "id"));

    [Fact]
    public async Task A_message_on_Instagram_is_judged_by_the_rules_of_Instagram()
    {
        var customer = Emulator.Customers.Add("instagram");
        var message = "{\"recipient\":{\"id\":\"" + customer.Id + "\"},\"messaging_type\":\"RESPONSE\",\"notification_type\":\"NO_PUSH\",\"message\":{\"text\":\"Hello\"}}";

        Assert.Equal("platform", (await Caller.SendAsync(message)).Rules);
        Assert.Null((await Caller.SendAsync(message.Replace(customer.Id, Customer, StringComparison.Ordinal))).Rules);
    }
}

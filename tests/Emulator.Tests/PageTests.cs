using PageMessagesGen.Emulator.Tests.Support;

namespace PageMessagesGen.Emulator.Tests;

public sealed class PageTests : EmulatorTest
{
    private const string Bakery = "111";
    private const string Florist = "222";
    private const string BakeryToken = "token-of-the-bakery";
    private const string FloristToken = "token-of-the-florist";

    protected override GraphEmulatorOptions Options => new()
    {
        PageId = Bakery,
        AccessToken = BakeryToken,
        FurtherPages = [new EmulatedPage(Florist, FloristToken), new EmulatedPage("333", "token-of-the-grocer")],
    };

    [Theory]
    [InlineData(Bakery, BakeryToken, Bakery)]
    [InlineData("me", BakeryToken, Bakery)]
    [InlineData(Florist, FloristToken, Florist)]
    [InlineData("me", FloristToken, Florist)]
    public async Task A_delivery_names_the_Page_of_the_token(string path, string token, string page)
    {
        (await SendAsync(path, token)).AssertIsReply("recipient_id", "message_id");

        Assert.Equal(page, Assert.Single(Emulator.Ledger).PageId);
        Assert.Contains($"\"page_id\":\"{page}\"", await Caller.GetTextAsync("ledger"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Florist, BakeryToken)]
    [InlineData(Bakery, FloristToken)]
    [InlineData("444", BakeryToken)]
    public async Task A_token_is_of_no_use_on_another_Page(string path, string token)
    {
        (await SendAsync(path, token)).AssertIsError(100, 33, "GraphMethodException");

        Assert.Empty(Emulator.Ledger);
    }

    [Fact]
    public async Task Tokens_of_two_Pages_in_one_request_are_refused()
    {
        var answer = await Caller.PostAsync($"v26.0/me/messages?access_token={FloristToken}", Text, BakeryToken);

        answer.AssertIsError(190);
        Assert.EndsWith("The request has tokens of different Pages.", answer.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(FloristToken)]
    [InlineData("token-of-the-\\u0066lorist")]
    public async Task The_token_of_another_Page_in_the_content_is_a_leak(string text)
    {
        var answer = await Caller.PostAsync("v26.0/me/messages", Body($"\"message\":{{\"text\":\"{text}\"}}"), BakeryToken);

        answer.AssertIsError(100);
        Assert.DoesNotContain(FloristToken, answer.Text, StringComparison.Ordinal);
        Assert.Empty(Emulator.Ledger);
    }

    [Fact]
    public async Task A_token_can_be_revoked_and_replaced_while_the_emulator_runs()
    {
        Emulator.Pages.RevokeToken(Florist);
        (await SendAsync(Florist, FloristToken)).AssertIsError(190, 467);
        Assert.Equal(200, (await SendAsync(Bakery, BakeryToken)).Status);

        Emulator.Pages.ReplaceToken(Florist, "another-token");
        (await SendAsync(Florist, FloristToken)).AssertIsError(190, 467);
        Assert.Equal(200, (await SendAsync(Florist, "another-token")).Status);

        Emulator.Pages.ReplaceToken(Florist, FloristToken);
        Assert.Equal(200, (await SendAsync(Florist, FloristToken)).Status);
        (await SendAsync(Florist, "another-token")).AssertIsError(190, 467);
    }

    [Fact]
    public async Task The_token_of_the_emulator_is_the_current_one()
    {
        Emulator.Pages.ReplaceToken(Bakery, "another-token");

        Assert.Equal("another-token", Emulator.AccessToken);
        Assert.Equal(200, (await Caller.SendAsync(Text)).Status);
    }

    [Fact]
    public void Pages_are_found_by_their_ids()
    {
        Assert.Equal([Bakery, Florist, "333"], Emulator.Pages.Select(p => p.Id));
        Assert.Equal(3, Emulator.Pages.Count);
        Assert.Equal(FloristToken, Emulator.Pages[Florist].AccessToken);
        Assert.True(Emulator.Pages.Contains("333"));
        Assert.False(Emulator.Pages.Contains("444"));
        Assert.Throws<KeyNotFoundException>(() => Emulator.Pages["444"]);
        Assert.Throws<KeyNotFoundException>(() => Emulator.Pages.RevokeToken("444"));
        Assert.Throws<KeyNotFoundException>(() => Emulator.Pages.ReplaceToken("444", "another-token"));
    }

    [Theory]
    [InlineData("short")]
    [InlineData("EAAB-looks-live")]
    [InlineData(FloristToken)]
    public void A_token_that_is_invalid_or_taken_is_refused_and_changes_nothing(string token)
    {
        var exception = Assert.Throws<ArgumentException>(() => Emulator.Pages.ReplaceToken(Bakery, token));

        Assert.DoesNotContain(token, exception.Message, StringComparison.Ordinal);
        Assert.Equal(BakeryToken, Emulator.AccessToken);
    }

    [Theory]
    [InlineData(Bakery, "another-token")]
    [InlineData("444", BakeryToken)]
    [InlineData("x", "another-token")]
    [InlineData("444", "short")]
    public async Task A_further_Page_needs_an_id_and_a_token_of_its_own(string id, string token) =>
        await Assert.ThrowsAsync<ArgumentException>(() => GraphEmulator.StartAsync(new() { PageId = Bakery, AccessToken = BakeryToken, FurtherPages = [new(id, token)] }));

    [Fact]
    public async Task Calls_and_changes_of_tokens_can_be_made_at_once()
    {
        using var stop = new CancellationTokenSource();
        var changes = Task.Run(() =>
        {
            for (var i = 0; !stop.IsCancellationRequested; i++)
                Emulator.Pages.ReplaceToken(Florist, $"token-number-{i % 7}");
        });

        await Parallel.ForEachAsync(Enumerable.Range(0, 100), async (_, _) => Assert.Equal(200, (await SendAsync("me", BakeryToken)).Status));
        await stop.CancelAsync();
        await changes;

        Assert.Equal(100, Emulator.Ledger.Count);
    }

    private static string Text => Body("\"message\":{\"text\":\"a\"}");

    private Task<Answer> SendAsync(string page, string token) => Caller.PostAsync($"v26.0/{page}/messages", Text, token);
}

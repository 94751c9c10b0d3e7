using PageMessagesGen.Emulator.Tests.Support;

namespace PageMessagesGen.Emulator.Tests;

public sealed class TokenTests : EmulatorTest
{
    private const string Token = "made-up-token-5b1f";
    private const string Stranger = "EAAB-stranger-9c2e";

    protected override GraphEmulatorOptions Options => new() { AccessToken = Token };

    [Theory]
    [InlineData("header")]
    [InlineData("query")]
    [InlineData("body")]
    [InlineData("everywhere")]
    public async Task The_token_is_taken_from_where_Graph_takes_it_and_kept_nowhere(string place)
    {
        var answer = await SendAsync(place, Token, "\"message\":{\"text\":\"a\"}");

        answer.AssertIsReply("recipient_id", "message_id");
        var delivery = Assert.Single(Emulator.Ledger);
        Assert.Equal(Body("\"message\":{\"text\":\"a\"}"), delivery.Body);
        await AssertNowhereAsync(Token, answer);
    }

    [Theory]
    [InlineData("header")]
    [InlineData("query")]
    [InlineData("body")]
    [InlineData("everywhere")]
    public async Task The_token_of_a_stranger_is_refused_and_kept_nowhere(string place)
    {
        var answer = await SendAsync(place, Stranger, $"\"{Stranger}\":1");

        answer.AssertIsError(190);
        await AssertNowhereAsync(Stranger, answer);
    }

    [Fact]
    public async Task One_right_token_does_not_make_up_for_a_wrong_one_elsewhere()
    {
        var answer = await Caller.PostAsync($"v26.0/me/messages?access_token={Stranger}", Body("\"message\":{\"text\":\"a\"}"), Token);

        answer.AssertIsError(190);
        await AssertNowhereAsync(Stranger, answer);
    }

    [Theory]
    [InlineData("\"message\":{\"text\":\"made-up-token-5b1f\"}")]
    [InlineData("\"message\":{\"text\":\"see made-up-token\\u002d5b1f!\"}")]
    [InlineData("\"messaging_type\":\"made-up-token-5b1f\"")]
    [InlineData("\"messaging_type\":\"made-up-token\\u002d5b1f\"")]
    [InlineData("\"made-up-token-5b1f\":1")]
    [InlineData("\"payload\":[{\"x\":\"made-up-token-5b1f\"}]")]
    [InlineData("\"payload\":{\"access_token\":\"made-up-token-5b1f\"}")]
    public async Task A_token_in_the_content_is_refused_as_a_leak(string rest)
    {
        var answer = await Caller.SendAsync(Body(rest));

        answer.AssertIsError(100);
        Assert.Equal("(#100) The access token is in the content of the request. Send it in the Authorization header instead.", answer.Message);
        await AssertNowhereAsync(Token, answer);
    }

    [Theory]
    [InlineData("v26.0/made-up-token-5b1f/messages")]
    [InlineData("made-up-token-5b1f")]
    [InlineData("v26.0/me/made-up-token-5b1f")]
    public async Task A_token_in_the_path_is_not_quoted(string path)
    {
        var answer = await Caller.PostAsync(path, Body("\"message\":{\"text\":\"a\"}"), Token);

        Assert.Equal(400, answer.Status);
        await AssertNowhereAsync(Token, answer);
    }

    [Theory]
    [InlineData("v26.0/me/messages?note=made-up-token-5b1f")]
    [InlineData("v26.0/me/messages?made-up-token-5b1f")]
    [InlineData("v26.0/me/messages?fields=a,made-up-token%2D5b1f")]
    [InlineData("v26.0/me/messages?fields=x&made-up-token-5b1f=x")]
    public async Task A_token_elsewhere_in_the_query_is_refused_as_a_leak(string path)
    {
        var answer = await Caller.PostAsync(path, Body("\"message\":{\"text\":\"a\"}"), Token);

        answer.AssertIsError(100);
        Assert.Equal("(#100) The access token is in the content of the request. Send it in the Authorization header instead.", answer.Message);
        await AssertNowhereAsync(Token, answer);
    }

    [Theory]
    [InlineData("v9.1/nests/made-up-token-5b1f?reason=x", "made-up-token-5b1f")]
    [InlineData("v9.1/nests/made-up%2Ftoken?reason=x", "made-up/token")]
    [InlineData("v9.1/nests/7?reason=made-up=token", "made-up=token")]
    [InlineData("v9.1/nests/7?reason=made-up+token", "made-up+token")]
    [InlineData("v9.1/nests/7?reason=made-up%2btoken", "made-up+token")]
    public async Task A_token_that_fills_a_parameter_is_refused_as_a_leak(string path, string token)
    {
        await using var emulator = await GraphEmulator.StartAsync(new() { Schemas = [SchemaTexts.Nests], AccessToken = token });
        using var caller = new Caller(emulator);

        var answer = await caller.CallAsync(HttpMethod.Delete, path, token: token);

        answer.AssertIsError(100);
        Assert.StartsWith("(#100) The access token is in the content", answer.Message, StringComparison.Ordinal);
        Assert.Empty(emulator.Ledger);
    }

    [Fact]
    public async Task Of_two_tokens_in_the_body_both_must_be_right()
    {
        var body = Body($"\"message\":{{\"text\":\"a\"}},\"access_token\":\"{Stranger}\",\"access_token\":\"{Token}\"");

        (await Caller.PostAsync("v26.0/me/messages", body, Token)).AssertIsError(190);
    }

    [Fact]
    public async Task A_proof_in_the_body_is_taken_and_not_kept()
    {
        var answer = await Caller.SendAsync(Body("\"message\":{\"text\":\"a\"},\"appsecret_proof\":\"0f0f0f\""));

        answer.AssertIsReply("recipient_id", "message_id");
        await AssertNowhereAsync("0f0f0f", answer);
    }

    [Fact]
    public async Task A_scheme_other_than_Bearer_gives_no_token()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Emulator.BaseAddress, "v26.0/me/messages"));
        request.Headers.TryAddWithoutValidation("Authorization", $"Basic {Token}");
        using var http = new HttpClient();
        using var response = await http.SendAsync(request);

        var text = await response.Content.ReadAsStringAsync();

        Assert.Contains("The request has no access token.", text, StringComparison.Ordinal);
    }

    private Task<Answer> SendAsync(string place, string token, string rest)
    {
        var query = place is "query" or "everywhere" ? $"?access_token={token}" : "";
        var body = place is "body" or "everywhere" ? Body($"{rest},\"access_token\":\"{token}\"") : Body(rest);
        return Caller.PostAsync($"v26.0/{Emulator.PageId}/messages{query}", body, place is "header" or "everywhere" ? token : null);
    }

    private async Task AssertNowhereAsync(string secret, Answer answer)
    {
        Assert.DoesNotContain(secret, answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, await Caller.GetTextAsync("ledger"), StringComparison.Ordinal);
        Assert.All(Emulator.Ledger, d => Assert.DoesNotContain(secret, d.ToString(), StringComparison.Ordinal));
    }
}

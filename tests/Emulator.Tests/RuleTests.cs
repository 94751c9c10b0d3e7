using PageMessagesGen.Emulator.Tests.Support;

namespace PageMessagesGen.Emulator.Tests;

public sealed class RuleTests : EmulatorTest
{
    protected override GraphEmulatorOptions Options => new() { Schemas = [SchemaTexts.Notes] };

    [Fact]
    public async Task A_request_that_breaks_nothing_names_no_rule()
    {
        var answer = await SendAsync(""" "message":"Hi" """);

        answer.AssertIsReply("recipient_id", "message_id");
        Assert.Null(answer.Rules);
    }

    [Fact]
    public async Task A_broken_rule_gives_the_answer_that_it_names()
    {
        var answer = await SendAsync("");

        answer.AssertIsError(100, 2018015);
        Assert.Equal("(#100) One of 'message' and 'content' is required. Nothing is sent otherwise.", answer.Message);
        Assert.Equal("There is nothing to send.", answer.Error["error_user_title"]!.GetValue<string>());
        Assert.Equal("something-to-send", answer.Rules);
        Assert.Empty(Emulator.Ledger);
    }

    [Fact]
    public async Task A_broken_limit_is_answered_with_100()
    {
        var answer = await SendAsync(""" "message":"Hello!" """);

        answer.AssertIsError(100);
        Assert.Equal("(#100) Param message must have at most 5 characters.", answer.Message);
        Assert.Equal("length", answer.Rules);
    }

    [Theory]
    [InlineData(""" "message":"Hi \ud83c" """, "message")]
    [InlineData(""" "message":"\udf55\ud83c" """, "message")]
    [InlineData(""" "message":"Hi","code":"\udf55","stamp":"1" """, "code")]
    public async Task Half_of_a_surrogate_pair_is_refused_whatever_the_limits_of_the_member_are(string rest, string path)
    {
        var answer = await SendAsync(rest);

        answer.AssertIsError(100);
        Assert.Equal($"(#100) Param {path} must be valid Unicode: half of a surrogate pair, which remains when an emoji is cut in two, cannot be sent.", answer.Message);
        Assert.Equal("format", answer.Rules);
    }

    [Theory]
    [InlineData(""" "message":"Hi","code":"x","stamp":"1" """, "format")]
    [InlineData(""" "message":"Hi","stamp":"1234" """, "length")]
    [InlineData(""" "message":"Hi","code":"12" """, "code-needs-stamp")]
    [InlineData(""" "message":"Hi","code":"x","stamp":"1234" """, "format,length")]
    [InlineData(""" "message":"Hi","kind":"LETTER","content":{} """, "one-is-enough")]
    public async Task What_is_no_error_is_delivered_and_named(string rest, string rules)
    {
        var answer = await SendAsync(rest);

        answer.AssertIsReply("recipient_id", "message_id");
        Assert.Equal(rules, answer.Rules);
        Assert.Single(Emulator.Ledger);
    }

    [Fact]
    public async Task All_broken_rules_are_named_once_in_the_order_of_the_findings_whatever_their_severity()
    {
        var answer = await SendAsync(""" "code":"x","stamp":"1234","more":1,"message":"Hello!" """);

        answer.AssertIsError(100);
        Assert.Equal("(#100) Param message must have at most 5 characters.", answer.Message);
        Assert.Equal("format,length,unknown-member", answer.Rules);
    }

    [Fact]
    public async Task A_rule_of_one_platform_is_not_judged_where_the_platform_is_not_known()
    {
        var answer = await SendAsync(""" "message":"Hi","stamp":"1" """);

        answer.AssertIsReply("recipient_id", "message_id");
        Assert.Null(answer.Rules);
    }

    [Theory]
    [InlineData("pigeon", null)]
    [InlineData("raven", 7)]
    public async Task A_rule_of_one_platform_is_judged_there(string platform, int? code)
    {
        await using var emulator = await GraphEmulator.StartAsync(new() { Schemas = [SchemaTexts.Notes], Platform = platform });
        using var caller = new Caller(emulator);

        var answer = await caller.PostAsync("v9.1/me/notes", """{"recipient":{"id":"1"},"message":"Hi","stamp":"1"}""", emulator.AccessToken);

        Assert.Equal(platform, emulator.Platform);
        if (code is null)
        {
            answer.AssertIsReply("recipient_id", "message_id");
            return;
        }

        answer.AssertIsError(7);
        Assert.Equal("(#7) 'stamp' must not be set on raven. Ravens eat stamps.", answer.Message);
        Assert.Equal("Stamps are not taken.", answer.Error["error_user_title"]!.GetValue<string>());
        Assert.Equal("no-stamp-by-raven", answer.Rules);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("5")]
    public async Task A_shape_that_is_none_takes_nothing(string content)
    {
        var answer = await SendAsync($""" "kind":"FEATHER","content":{content} """);

        answer.AssertIsError(100);
        Assert.Equal("(#100) Param content must not be set.", answer.Message);
    }

    [Fact]
    public async Task A_rule_knows_the_values_of_an_enum_inside_of_a_union()
    {
        var answer = await SendAsync(""" "message":"Hi","kind":"LETTER","content":{"seal":"seal/2"} """);

        answer.AssertIsError(100);
        Assert.EndsWith("no-blue-seal", answer.Rules, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"name":{"first":"Jo"}}""")]
    [InlineData("{}")]
    public async Task A_recipient_without_an_address_is_refused(string recipient)
    {
        var answer = await Caller.PostAsync("v9.1/me/notes", $$"""{"recipient":{{recipient}},"message":"Hi","code":"12"}""", Emulator.AccessToken);

        answer.AssertIsError(100);
        Assert.Equal("(#100) Param recipient must contain one of id, nest.", answer.Message);
        Assert.Equal("code-needs-stamp", answer.Rules);
        Assert.Empty(Emulator.Ledger);
    }

    [Fact]
    public async Task A_request_that_was_not_judged_names_no_rule() =>
        Assert.Null((await Caller.PostAsync("v9.1/me/notes", "{}", "another-token")).Rules);

    private Task<Answer> SendAsync(string rest) =>
        Caller.PostAsync("v9.1/me/notes", $$"""{"recipient":{"id":"1"}{{(rest.Length == 0 ? "" : ",")}}{{rest}}}""", Emulator.AccessToken);
}

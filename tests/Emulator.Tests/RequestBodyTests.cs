using System.Buffers;
using System.Text;
using PageMessagesGen.Emulator.Http;
using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Emulator.Tests;

public sealed class RequestBodyTests
{
    [Theory]
    [InlineData("""{ "b" : [1, 2] }""", """{ "b" : [1, 2] }""")]
    [InlineData("""{"access_token":"t"}""", "{}")]
    [InlineData("""{ "access_token":"t" , "b":1 }""", """{ "b":1 }""")]
    [InlineData("""{"b":1, "access_token":{"x":[1]} }""", """{"b":1 }""")]
    [InlineData("""{"b":1,"access_token":"t","c":"é🎉"}""", """{"b":1,"c":"é🎉"}""")]
    [InlineData("""{"access_token":"t","appsecret_proof":"p","b":1}""", """{"b":1}""")]
    [InlineData("""{"access_token":"t","b":1,"appsecret_proof":"p"}""", """{"b":1}""")]
    [InlineData("""{"b":1,"access_token":"t","appsecret_proof":"p"}""", """{"b":1}""")]
    [InlineData("""{"access_token":"t","appsecret_proof":"p"}""", "{}")]
    [InlineData("""{"acces\u0073_token":"t","b":1}""", """{"b":1}""")]
    [InlineData("""{"b":{"access_token":"t"}}""", """{"b":{"access_token":"t"}}""")]
    public void Members_of_the_transport_are_cut_out_and_the_rest_stays_as_it_came(string text, string kept)
    {
        var body = Parse(text);

        Assert.Equal(kept, body.TextWithoutTransport());
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData(" ", "not valid JSON (line 1, byte 2)")]
    [InlineData("hello", "not valid JSON (line 1, byte 1)")]
    [InlineData("{\n\"a\":}", "not valid JSON (line 2, byte 5)")]
    [InlineData("""{"a":1} x""", "not valid JSON")]
    [InlineData("""{"a":1,}""", "not valid JSON")]
    [InlineData("""{"\ud83c":1}""", "half of a surrogate pair")]
    public void A_text_that_is_no_JSON_is_explained(string text, string explanation)
    {
        var body = Parse(text);

        Assert.Contains(explanation, body.Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_not_UTF8_are_a_fault()
    {
        var body = RequestBody.Parse([.. "{\"a\":\""u8, 0xC3, 0x28, .. "\"}"u8]);

        Assert.Equal("The request body is not valid UTF-8.", body.Fault);
    }

    [Theory]
    [InlineData(64, false)]
    [InlineData(65, true)]
    [InlineData(100_000, true)]
    public void Nesting_may_have_64_levels(int levels, bool tooDeep)
    {
        var body = Parse(new string('[', levels) + new string(']', levels));

        Assert.Equal(tooDeep ? "The request body is nested deeper than 64 levels." : null, body.Fault);
    }

    [Theory]
    [InlineData("""{"a":["xtokenx"]}""", true)]
    [InlineData("""{"a":"\u0074oken"}""", true)]
    [InlineData("""{"token":1}""", true)]
    [InlineData("""{"a":"\ud83c\u0074oken"}""", true)]
    [InlineData("""{"a":"\ud83c \b\f\n\r\t\"\\\/"}""", false)]
    [InlineData("""{"access_token":"token","a":"tok","b":"en"}""", false)]
    public void A_text_is_found_wherever_it_stands_in_the_content(string text, bool found)
    {
        var body = Parse(text);

        Assert.Equal(found, body.Holds(SearchValues.Create(["token"], StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_token_is_found_and_no_member_of_the_transport_is_content()
    {
        var body = Parse("""{"access_token":"t","a":1,"a":1,"appsecret_proof":"p","b":{"access_token":"inner"} }""");

        Assert.Equal(["t"], body.AccessTokens);
        Assert.Equal(["a", "a", "b"], ((WireObject)body.Content).Members.Select(m => m.Name));
    }

    [Theory]
    [InlineData("""{"access_token":"t","access_token":"u"}""", "access_token")]
    [InlineData("""{"appsecret_proof":"t","b":1,"appsecret_proof":"t"}""", "appsecret_proof")]
    public void A_member_of_the_transport_that_stands_twice_is_a_fault(string text, string name) =>
        Assert.Equal($"Param {name} is specified more than once.", Parse(text).Fault);

    [Fact]
    public void Of_two_tokens_both_are_found_so_that_none_slips_through() =>
        Assert.Equal(["t", "u"], Parse("""{"access_token":"t","access_token":"u"}""").AccessTokens);

    [Fact]
    public void No_body_at_all_is_empty_and_holds_nothing()
    {
        var body = Parse("");

        Assert.True(body.IsEmpty);
        Assert.Equal("", body.TextWithoutTransport());
        Assert.False(body.Holds(SearchValues.Create(["token"], StringComparison.Ordinal)));
        Assert.False(Parse("{}").IsEmpty);
        Assert.False(Parse(" ").IsEmpty);
    }

    private static RequestBody Parse(string text) => RequestBody.Parse(Encoding.UTF8.GetBytes(text));
}

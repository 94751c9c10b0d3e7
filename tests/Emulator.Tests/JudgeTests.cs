using System.Text;
using PageMessagesGen.Emulator.Http;
using PageMessagesGen.Emulator.Tests.Support;
using PageMessagesGen.Schema;
using PageMessagesGen.Schema.Validation;

namespace PageMessagesGen.Emulator.Tests;

public sealed class JudgeTests
{
    [Theory]
    [InlineData("""{"name":"a"}""")]
    [InlineData("""{"name":""}""")]
    [InlineData("""{"name":"a","count":-9223372036854775808}""")]
    [InlineData("""{"name":"a","ready":false,"weight":1.5e3}""")]
    [InlineData("""{"name":"a","weight":12}""")]
    [InlineData("""{"name":"a","code":"x"}""")]
    [InlineData("""{"name":"a","code":12}""")]
    [InlineData("""{"name":"a","anything":{"x":[1,null,{"y":null}]}}""")]
    [InlineData("""{"name":"a","anything":"text"}""")]
    [InlineData("""{"name":"a","colour":"dark_red"}""")]
    [InlineData("""{"name":"a","colour":"Dark_Red"}""")]
    [InlineData("""{"name":"a","colours":["BLUE","blue"],"tags":[]}""")]
    [InlineData("""{"name":"a","digits":"0123","url":"HTTPS://example.com/ä","currency":"EUR"}""")]
    [InlineData("""{"name":"a","inner":{"name":"b","inner":{"name":"c"}}}""")]
    [InlineData("""{"access_token":"t","appsecret_proof":"p","name":"a"}""")]
    public void What_the_schema_allows_has_no_findings(string body) => Assert.Empty(Judge(body));

    [Theory]
    [InlineData("[]", "", "The request body must be an object, but it is a list.")]
    [InlineData("null", "", "The request body must be an object, but it is null.")]
    [InlineData("{}", "name", "The parameter name is required.")]
    [InlineData("""{"name":5}""", "name", "Param name must be a string, but it is a number.")]
    [InlineData("""{"name":null}""", "name", "Param name must not be null. Leave it out instead.")]
    [InlineData("""{"name":"a","name":"a"}""", "name", "Param name is specified more than once.")]
    [InlineData("""{"name":"a","Name":"b"}""", "", "Invalid keys \"Name\" were found in the request body.")]
    [InlineData("""{"name":"a","x":1,"y":2}""", "", "Invalid keys \"x\", \"y\" were found in the request body.")]
    [InlineData("""{"name":"a","count":"1"}""", "count", "Param count must be a 64-bit integer, but it is a string.")]
    [InlineData("""{"name":"a","count":1.5}""", "count", "Param count must be a 64-bit integer, but it is a number.")]
    [InlineData("""{"name":"a","count":9223372036854775808}""", "count", "Param count must be a 64-bit integer, but it is a number.")]
    [InlineData("""{"name":"a","ready":"yes"}""", "ready", "Param ready must be a boolean, but it is a string.")]
    [InlineData("""{"name":"a","ready":1}""", "ready", "Param ready must be a boolean, but it is a number.")]
    [InlineData("""{"name":"a","weight":true}""", "weight", "Param weight must be a number, but it is a boolean.")]
    [InlineData("""{"name":"a","code":1.5}""", "code", "Param code must be a string or an integer, but it is a number.")]
    [InlineData("""{"name":"a","anything":[{"x":1,"x":2}]}""", "anything[0].x", "Param anything[0].x is specified more than once.")]
    [InlineData("""{"name":"a","colour":"green"}""", "colour", "Param colour must be one of {dark_red, blue}, but it is \"green\".")]
    [InlineData("""{"name":"a","colour":1}""", "colour", "Param colour must be a string, but it is a number.")]
    [InlineData("""{"name":"a","colours":"blue"}""", "colours", "Param colours must be a list, but it is a string.")]
    [InlineData("""{"name":"a","colours":["blue","red"]}""", "colours[1]", "Param colours[1] must be one of {dark_red, blue}, but it is \"red\".")]
    [InlineData("""{"name":"a","tags":["x",null]}""", "tags[1]", "Param tags[1] must not be null. Leave it out instead.")]
    [InlineData("""{"name":"a","digits":"12a"}""", "digits", "Param digits must be a string of digits.")]
    [InlineData("""{"name":"a","digits":""}""", "digits", "Param digits must be a string of digits.")]
    [InlineData("""{"name":"a","digits":"١٢"}""", "digits", "Param digits must be a string of digits.")]
    [InlineData("""{"name":"a","url":"/relative"}""", "url", "Param url must be an absolute http or https URL.")]
    [InlineData("""{"name":"a","url":"ftp://example.com"}""", "url", "Param url must be an absolute http or https URL.")]
    [InlineData("""{"name":"a","currency":"EURO"}""", "currency", "Param currency must be an ISO 4217 currency code, such as EUR.")]
    [InlineData("""{"name":"a","inner":[]}""", "inner", "Param inner must be an object, but it is a list.")]
    [InlineData("""{"name":"a","inner":{}}""", "inner.name", "The parameter inner.name is required.")]
    [InlineData("""{"name":"a","inners":[{"name":"b"},{"name":"c","inner":{"name":"d","x":1}}]}""", "inners[1].inner", "Invalid keys \"x\" were found in param \"inners[1].inner\".")]
    [InlineData("""{"name":"a","inner":{"name":"b","access_token":"t"}}""", "inner", "Invalid keys \"access_token\" were found in param \"inner\".")]
    public void What_the_schema_forbids_is_found_with_its_place(string body, string path, string message) =>
        Assert.Equal([(path, message)], Judge(body).Select(f => (f.Path, f.Message)));

    [Theory]
    [InlineData("true")]
    [InlineData("false")]
    public void A_boolean_that_is_written_as_a_string_is_only_a_warning(string text) =>
        Assert.Equal(RuleSeverity.Warning, Assert.Single(Judge($$"""{"name":"a","ready":"{{text}}"}""")).Severity);

    [Fact]
    public void All_findings_are_given_in_the_order_of_the_body()
    {
        var paths = Judge("""{"count":"1","inner":{"tags":[1]},"colour":"x"}""").Select(f => f.Path);

        Assert.Equal(["count", "inner.tags[0]", "inner.name", "colour", "name"], paths);
    }

    [Fact]
    public void A_long_value_is_quoted_in_part_and_never_cuts_an_emoji_in_half()
    {
        var finding = Assert.Single(Judge($$"""{"name":"a","colour":"{{new string('x', 59)}}🎉{{new string('x', 1000)}}"}"""));

        Assert.EndsWith($"\"{new string('x', 59)}...\".", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Many_unknown_members_are_counted_rather_than_listed()
    {
        var members = string.Concat(Enumerable.Range(0, 1000).Select(i => $",\"x{i}\":1"));
        var finding = Assert.Single(Judge($$"""{"name":"a"{{members}}}"""));

        Assert.Equal("Invalid keys \"x0\", \"x1\", \"x2\", \"x3\", \"x4\" and 995 more were found in the request body.", finding.Message);
    }

    private static List<WireViolation> Judge(string body)
    {
        var schema = SchemaReader.Read(SchemaTexts.Everything);
        Assert.Empty(schema.Diagnostics);
        var read = RequestBody.Parse(Encoding.UTF8.GetBytes(body));
        Assert.Null(read.Fault);
        return [.. new RequestValidator(schema.Document!).Validate(read.Content, "Thing", platform: null)];
    }
}

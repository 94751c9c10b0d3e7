using PageMessagesGen.Emulator.Tests.Support;

namespace PageMessagesGen.Emulator.Tests;

public sealed class QueryTests : EmulatorTest
{
    protected override GraphEmulatorOptions Options => new() { Schemas = [SchemaTexts.Nests], PageId = "42" };

    [Theory]
    [InlineData("limit=5&height=1.5e2&free=true&wood=OAK")]
    [InlineData("limit=-5&height=12&free=false")]
    [InlineData("woods=oak,birch&years=1999,2026")]
    [InlineData("woods=oak%2Cbirch&years=")]
    [InlineData("after=x&before=y&fields=a,b&locale=fi_FI&pretty=1&debug=all")]
    [InlineData("appsecret_proof=0f0f")]
    public async Task What_the_operation_and_Graph_itself_declare_is_taken(string query)
    {
        var answer = await ListAsync(query);

        answer.AssertIsReply("data");
        Assert.Null(answer.Rules);
    }

    [Theory]
    [InlineData("colour=red", "Invalid keys \"colour\" were found in the query.", "unknown-member")]
    [InlineData("x&limit=1&y&x=2", "Invalid keys \"x\", \"y\" were found in the query.", "unknown-member")]
    [InlineData("Limit=1", "Invalid keys \"Limit\" were found in the query.", "unknown-member")]
    [InlineData("page_id=42", "Invalid keys \"page_id\" were found in the query.", "unknown-member")]
    [InlineData("limit=1&limit=2", "Param limit is specified more than once.", "repeated-member")]
    [InlineData("limit=ten", "Param limit must be a 64-bit integer, but it is a string.", "wrong-type")]
    [InlineData("limit=", "Param limit must be a 64-bit integer, but it is a string.", "wrong-type")]
    [InlineData("limit=%2B1", "Param limit must be a 64-bit integer, but it is a string.", "wrong-type")]
    [InlineData("limit=1.5", "Param limit must be a 64-bit integer, but it is a number.", "wrong-type")]
    [InlineData("height=NaN", "Param height must be a number, but it is a string.", "wrong-type")]
    [InlineData("free=1", "Param free must be a boolean, but it is a string.", "wrong-type")]
    [InlineData("wood=pine", "Param wood must be one of {oak, birch}, but it is \"pine\".", "unknown-value")]
    [InlineData("woods=oak,pine", "Param woods[1] must be one of {oak, birch}, but it is \"pine\".", "unknown-value")]
    [InlineData("years=1999,x", "Param years[1] must be a 64-bit integer, but it is a string.", "wrong-type")]
    public async Task Anything_else_is_refused_with_100(string query, string message, string rule)
    {
        var answer = await ListAsync(query);

        answer.AssertIsError(100);
        Assert.Equal($"(#100) {message}", answer.Message);
        Assert.Equal(rule, answer.Rules);
    }

    [Fact]
    public async Task A_parameter_that_is_required_must_be_there()
    {
        var answer = await Caller.CallAsync(HttpMethod.Delete, "v9.1/nests/7", token: Emulator.AccessToken);

        answer.AssertIsError(100);
        Assert.Equal("(#100) The parameter reason is required.", answer.Message);
        Assert.Equal("required", answer.Rules);
        Assert.Empty(Emulator.Ledger);
    }

    [Fact]
    public async Task A_part_of_the_path_cannot_be_given_in_the_query() =>
        Assert.Equal(
            "(#100) Invalid keys \"nest_id\" were found in the query.",
            (await Caller.CallAsync(HttpMethod.Get, "v9.1/nests/7?nest_id=8", token: Emulator.AccessToken)).Message);

    [Fact]
    public async Task Query_and_body_are_both_judged_and_the_query_comes_first()
    {
        var answer = await Caller.PostAsync("v9.1/42/nests?colour=red", """{"height":"x"}""", Emulator.AccessToken);

        Assert.Equal("(#100) Invalid keys \"colour\" were found in the query.", answer.Message);
        Assert.Equal("unknown-member,wrong-type", answer.Rules);
    }

    private Task<Answer> ListAsync(string query) => Caller.CallAsync(HttpMethod.Get, $"v9.1/42/nests?{query}", token: Emulator.AccessToken);
}

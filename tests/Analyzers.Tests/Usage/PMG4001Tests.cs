using System.Globalization;
using PageMessagesGen.Analyzers.Tests.Support;
using PageMessagesGen.Analyzers.Usage;
using PageMessagesGen.TestKit.Verifiers;

namespace PageMessagesGen.Analyzers.Tests.Usage;

/// <summary>An access token is written in the code.</summary>
public sealed class PMG4001Tests
{
    // Made of the letters and digits that tokens have, and the token of nobody.
    private const string Token = "EAA" + "Bq7ZCx0f4YsBAKdZAmW19uZBQn3";

    private const string OtherToken = "9f8a7" + "b6c5d4e3f2a1b0c9d8e7f6a5b";

    [Theory]
    [InlineData("var o = new GraphApiOptions { AccessToken = {|PMG4001:\"TOKEN\"|} };")]
    [InlineData("var o = new GraphApiOptions(); o.AccessToken = {|PMG4001:\"TOKEN\"|};")]
    [InlineData("var o = new GraphApiOptions { AccessToken = {|PMG4001:\"OTHER\"|} };")]
    [InlineData("var o = new GraphApiOptions { AccessToken = {|PMG4001:\"123456789012345|aB-c_dEfGhIjKlMn\"|} };")]
    [InlineData("var o = new GraphApiOptions { AccessToken = Environment.GetEnvironmentVariable(\"T\") ?? {|PMG4001:\"OTHER\"|} };")]
    [InlineData("const string T = {|PMG4001:\"TOKEN\"|}; var o = new GraphApiOptions { AccessToken = T };")]
    [InlineData("const string T = \"OTHER\"; var o = new GraphApiOptions { AccessToken = {|PMG4001:T|} };")]
    [InlineData("var header = {|PMG4001:\"Bearer TOKEN\"|};")]
    [InlineData("var url = {|PMG4001:\"https://graph.facebook.com/me?access_token=TOKEN&a=1\"|};")]
    [InlineData("var joined = {|PMG4001:\"EAABq7ZCx0\" + \"f4YsBAKdZAmW19uZBQn3\"|};")]
    [InlineData("var joined = {|PMG4001:\"TOKEN\"|} + Environment.MachineName;")]
    [InlineData("var text = $\"{|PMG4001:TOKEN|}{Environment.MachineName}\";")]
    [InlineData("const string A = \"a\"; const string B = {|PMG4001:$\"{A} TOKEN\"|};")]
    [InlineData("var bytes = {|PMG4001:\"TOKEN\"u8|};")]
    [InlineData("var ig = {|PMG4001:\"IGQVJ0aX9xM2b4c6d8e0F1g3\"|};")]
    public async Task A_token_is_reported_once_wherever_it_stands(string code) =>
        await ExpectAsync(code.Replace("TOKEN", Token, StringComparison.Ordinal).Replace("OTHER", OtherToken, StringComparison.Ordinal));

    [Theory]
    [InlineData("")]
    [InlineData("emulator-page-access-token")]
    [InlineData("YOUR_ACCESS_TOKEN_GOES_HERE_2026")]
    [InlineData("<your page access token, of 200 characters>")]
    [InlineData("EAAxxxxxxxxxxxxxxxxxxxxxxxxxx1")]
    [InlineData("EAAB...")]
    [InlineData("12345678901234567890123456789")]
    [InlineData("aLongNameOfSomethingWithoutAnyDigits")]
    public async Task A_made_up_token_is_not_reported(string token) =>
        await ExpectAsync($"var o = new GraphApiOptions {{ AccessToken = \"{token}\" }};");

    [Theory]
    [InlineData("var base64 = \"EAABq7ZCx0f4YsBAKdZAmW19uZBQn3==\";")]
    [InlineData("var base64 = \"b64+EAABq7ZCx0f4YsBAKdZAmW19uZBQn3\";")]
    [InlineData("var hash = \"9f8a7b6c5d4e3f2a1b0c9d8e7f6a5b\";")]
    [InlineData("var inside = \"xEAABq7ZCx0f4YsBAKdZAmW19uZBQn3\";")]
    [InlineData("var o = new GraphApiOptions { PageId = \"9f8a7b6c5d4e3f2a1b0c9d8e7f6a5b\" };")]
    [InlineData("var o = new GraphApiOptions { AccessToken = Environment.GetEnvironmentVariable(\"T\")! };")]
    [InlineData("var other = new { AccessToken = \"9f8a7b6c5d4e3f2a1b0c9d8e7f6a5b\" };")]
    public async Task Other_texts_are_not_reported(string code) => await ExpectAsync(code);

    [Fact]
    public Task Constants_of_fields_attributes_and_parameters_are_seen() => ExpectInFileAsync($$"""
        [System.Obsolete({|PMG4001:"{{Token}}"|})]
        class Code
        {
            const string Token = {|PMG4001:"{{Token}}"|};
            void Send(string token = {|PMG4001:"{{Token}}"|}) { }
        }
        """);

    [Fact]
    public async Task The_message_does_not_quote_the_token()
    {
        var test = new ProjectAnalyzerTest<LiteralTokenAnalyzer>(PageMessagesProject.WithRuntime($"class Code {{ const string T = {{|PMG4001:\"{Token}\"|}}; }}"))
        {
            DiagnosticVerifier = (reported, _, _) =>
            {
                var said = reported.Properties.Values.Append(reported.GetMessage(CultureInfo.InvariantCulture)).OfType<string>().ToList();
                Assert.NotEmpty(said);
                Assert.All(said, text => Assert.DoesNotContain(Token[..6], text, StringComparison.Ordinal));
            },
        };
        await test.RunAsync();
    }

    [Fact]
    public Task Without_the_runtime_library_nothing_is_reported() =>
        new ProjectAnalyzerTest<LiteralTokenAnalyzer>(PageMessagesProject.Bare($"class Code {{ const string T = \"{Token}\"; }}")).RunAsync();

    private static Task ExpectAsync(string statements) =>
        ExpectInFileAsync($"using System;\nusing PageMessagesGen;\nclass Code\n{{\n    void Run()\n    {{\n        {statements}\n    }}\n}}\n");

    private static Task ExpectInFileAsync(string code) => new ProjectAnalyzerTest<LiteralTokenAnalyzer>(PageMessagesProject.WithRuntime(code)).RunAsync();
}

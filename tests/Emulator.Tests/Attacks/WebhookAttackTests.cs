using Microsoft.AspNetCore.Http;
using PageMessagesGen.Emulator.Tests.Webhooks;

namespace PageMessagesGen.Emulator.Tests.Attacks;

/// <summary>A webhook that responds with secrets.</summary>
public sealed class WebhookAttackTests : WebhookTest
{
    [Theory]
    [InlineData("the%20verify%2Ftoken")]
    [InlineData("the%20verify%2ftoken")]
    [InlineData("the+verify%2Ftoken")]
    [InlineData("""{"secret":"\u003Cmade\u0022up\u003E"}""")]
    [InlineData("&lt;made&quot;up&gt;")]
    public async Task A_secret_is_hidden_in_whatever_form_it_comes_back(string response)
    {
        Listener.OnVerify = context => context.Response.WriteAsync(response);
        await using var sender = Start(Listener.Options("<made\"up>"));

        var report = await NextReportAsync();

        Assert.Contains("[hidden]", report.Answer, StringComparison.Ordinal);
        Assert.DoesNotContain("verify", report.Answer, StringComparison.Ordinal);
        Assert.DoesNotContain("made", report.Answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_that_is_a_part_of_the_other_does_not_reveal_it()
    {
        Listener.OnVerify = context => context.Response.WriteAsync(WebhookListener.VerifyToken);
        await using var sender = Start(Listener.Options("verify"));

        Assert.Equal("[hidden]", (await NextReportAsync()).Answer);
    }
}

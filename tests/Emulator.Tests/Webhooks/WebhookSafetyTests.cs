using System.Net;
using Microsoft.AspNetCore.Http;
using PageMessagesGen.Emulator.Webhooks;

namespace PageMessagesGen.Emulator.Tests.Webhooks;

/// <summary>Where nothing is sent, and where the secret is not.</summary>
public sealed class WebhookSafetyTests : WebhookTest
{
    private const string Secret = "made-up-secret";

    [Theory]
    [InlineData("http://127.0.0.1:5000/webhook")]
    [InlineData("http://localhost/")]
    [InlineData("http://LOCALHOST:80/webhook?tenant=1")]
    [InlineData("http://[::1]:5000/webhook")]
    public void A_URL_of_this_machine_is_accepted(string url) => new WebhookOptions { Url = new Uri(url) }.Check();

    [Theory]
    [InlineData("https://localhost:5000/webhook")]
    [InlineData("http://example.com/webhook")]
    [InlineData("http://localhost.example.com/webhook")]
    [InlineData("http://127.0.0.1.example.com/webhook")]
    [InlineData("http://192.168.1.1/webhook")]
    [InlineData("http://10.0.0.1/webhook")]
    [InlineData("http://0.0.0.0:5000/webhook")]
    [InlineData("http://[::]:5000/webhook")]
    [InlineData("http://localhost:5000@example.com/webhook")]
    [InlineData("http://name:word@localhost:5000/webhook")]
    [InlineData("http://localhost:5000/webhook#part")]
    [InlineData("ftp://localhost/webhook")]
    [InlineData("file:///webhook")]
    [InlineData("/webhook")]
    public async Task Any_other_URL_is_refused(string url)
    {
        var options = new GraphEmulatorOptions { Webhook = new() { Url = new Uri(url, UriKind.RelativeOrAbsolute), AppSecret = Secret } };

        var exception = await Assert.ThrowsAsync<ArgumentException>(() => GraphEmulator.StartAsync(options));

        Assert.Contains("URL of the webhook", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, exception.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "token", "1", "The app secret must not be empty.")]
    [InlineData("secret", " ", "1", "The verify token must not be empty.")]
    [InlineData("secret", "token", "", "The app id must consist of 1 to 18 digits.")]
    [InlineData("secret", "token", "12a", "The app id must consist of 1 to 18 digits.")]
    [InlineData("secret", "token", "012", "The app id must consist of 1 to 18 digits.")]
    [InlineData("secret", "token", "1234567890123456789", "The app id must consist of 1 to 18 digits.")]
    public void Options_that_make_no_sense_are_refused(string secret, string token, string appId, string message)
    {
        var options = new WebhookOptions { Url = new Uri("http://localhost/"), AppSecret = secret, VerifyToken = token, AppId = appId };

        Assert.Equal(message, Assert.Throws<ArgumentException>(options.Check).Message);
    }

    [Fact]
    public async Task A_name_that_resolves_to_another_machine_is_not_connected_to()
    {
        using var connection = new WebhookConnection(Listener.Options(), Clock, (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse("192.0.2.1"), IPAddress.Any]));

        var answer = await connection.PostAsync([1], CancellationToken.None);

        Assert.Null(answer.Status);
        Assert.Contains("not an address of this machine, so nothing was sent", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_several_addresses_only_those_of_this_machine_are_connected_to()
    {
        using var connection = new WebhookConnection(Listener.Options(), Clock, (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse("192.0.2.1"), IPAddress.Loopback]));

        Assert.Equal(200, (await connection.PostAsync([1], CancellationToken.None)).Status);
    }

    [Fact]
    public async Task Localhost_is_connected_to()
    {
        var options = Listener.Options();
        options.Url = new UriBuilder(options.Url) { Host = "localhost" }.Uri;
        using var connection = new WebhookConnection(options, Clock);

        Assert.Equal(200, (await connection.PostAsync([1], CancellationToken.None)).Status);
    }

    [Fact]
    public async Task Redirects_are_not_followed_and_cookies_are_not_stored()
    {
        await using var sender = await StartVerifiedAsync();
        Listener.OnPost = (context, number) =>
        {
            context.Response.Cookies.Append("session", "1");
            context.Response.StatusCode = number == 1 ? 307 : 200;
            context.Response.Headers.Location = "/elsewhere";
            return Task.CompletedTask;
        };
        await Clock.NextCallAsync();

        sender.Add(Text("a"));
        Clock.Advance(await Clock.NextWaitAsync(calls: 1));
        await IdleAsync(sender);

        Assert.Equal(2, Listener.Posts.Count);
        Assert.All(Listener.Posts, p => Assert.Equal("/webhook", p.Path));
        Assert.All(Listener.Posts, p => Assert.DoesNotContain("Cookie", p.Headers.Keys));
    }

    [Fact]
    public async Task The_secret_is_in_no_report_and_in_no_post()
    {
        Listener.OnVerify = context => context.Response.WriteAsync($"{Secret} {WebhookListener.VerifyToken}");
        Listener.OnPost = (context, _) => context.Response.WriteAsync(Secret);
        var options = Listener.Options(Secret);
        await using var sender = Start(options);
        var refused = await NextReportAsync();
        Listener.OnVerify = WebhookListener.VerifyAsync;

        sender.Add(Text("a"));
        List<JournalEntry> reports = [refused, await NextReportAsync(), await NextReportAsync()];

        Assert.Equal("[hidden] [hidden]", refused.Answer);
        Assert.Equal("[hidden]", reports[2].Answer);
        string[] texts = [.. reports.Select(r => r.ToString()), $"{options}", $"{sender}", $"{sender.Verification}", .. Listener.Posts.Select(p => p.Text + string.Concat(p.Headers))];
        Assert.All(texts, text => Assert.DoesNotContain(Secret, text, StringComparison.Ordinal));
        Assert.All(reports, r => Assert.DoesNotContain(WebhookListener.VerifyToken, r.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_long_response_is_cut()
    {
        Listener.OnPost = (context, _) => context.Response.WriteAsync(new string('x', 1_000_000));
        await using var sender = await StartVerifiedAsync();

        sender.Add(Text("a"));
        var report = await NextReportAsync();

        Assert.Equal((200, 65_536), (report.Status, report.Answer.Length));
    }
}

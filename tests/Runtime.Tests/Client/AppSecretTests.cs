using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.DependencyInjection;
using PageMessages;
using PageMessagesGen.Runtime.Tests.Support;

namespace PageMessagesGen.Runtime.Tests.Client;

/// <summary>The proof that calls come from the app. The expected values were computed by OpenSSL.</summary>
public sealed class AppSecretTests
{
    internal const string AppSecret = "a0b1c2d3e4f5a0b1c2d3e4f5a0b1c2d3";

    // Of the canary, and of token-of-22.
    internal const string Proof = "47039634c0055cd1290c75128450799482f3ffcbbe8fe492584986fcaa6e56b1";
    private const string OtherProof = "b1ec1f0b01fff8d8105be5696159891867ba50da724e84fe2711e5493a6d647f";

    private static readonly JsonSerializerOptions ByReflection = new() { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };

    [Fact]
    public async Task The_body_has_the_proof_of_the_token_and_the_URL_does_not()
    {
        var (_, received) = await Clients.ExchangeAsync(Answers.Json(200, Answers.Accepted), change: options => options.AppSecret = AppSecret);

        using var body = JsonDocument.Parse(received.Body);
        Assert.Equal(Proof, body.RootElement.GetProperty("appsecret_proof").GetString());
        Assert.Equal(Requests.Text.Message!.Text, body.RootElement.GetProperty("message").GetProperty("text").GetString());
        Assert.DoesNotContain(Proof, received.Head, StringComparison.Ordinal);
        Assert.DoesNotContain(AppSecret, received.Head + received.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_with_a_file_has_the_proof_as_a_part()
    {
        using var stream = new MemoryStream([1, 2, 3]);
        var request = Requests.Text with { Message = new Message { Attachment = new ImageAttachment { File = new GraphFile(stream, "a.png", "image/png") } } };

        var (_, received) = await Clients.ExchangeAsync(Answers.Json(200, Answers.Accepted), request, options => options.AppSecret = AppSecret);

        Assert.Contains($"name=\"appsecret_proof\"\r\n\r\n{Proof}\r\n", received.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_secret_there_is_no_proof()
    {
        var (_, received) = await Clients.ExchangeAsync(Answers.Json(200, Answers.Accepted));

        Assert.DoesNotContain("appsecret", received.Head + received.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_token_has_a_proof_of_its_own()
    {
        await using var server = new ScriptedServer(Answers.Json(200, Answers.Accepted));
        var services = new ServiceCollection();
        services.AddPageMessages(options =>
        {
            (options.BaseAddress, options.AppSecret) = (server.BaseAddress, AppSecret);
            options.AccessTokenProvider = (page, _) => ValueTask.FromResult(page == "11" ? Clients.Canary : $"token-of-{page}");
        });
        await using var provider = services.BuildServiceProvider();
        var clients = provider.GetRequiredService<IPageMessagesClientFactory>();

        await clients.ForPage("11").SendAsync(Requests.Text);
        await clients.ForPage("22").SendAsync(Requests.Text);

        Assert.Equal([Proof, OtherProof], server.Requests.Select(request => JsonDocument.Parse(request.Body).RootElement.GetProperty("appsecret_proof").GetString()!));
    }

    [Theory]
    [InlineData(AppSecret)]
    [InlineData(Proof)]
    public async Task What_a_server_quotes_of_it_is_blanked_out(string secret)
    {
        await using var server = new ScriptedServer(Answers.Json(400, $$$"""{"error":{"message":"Invalid appsecret_proof {{{secret}}}","code":100}}"""));
        using var http = new HttpClient();
        var options = Clients.Options(server.BaseAddress);
        options.AppSecret = AppSecret;

        var failure = await Assert.ThrowsAsync<GraphApiException>(() => new PageMessagesClient(http, options).SendAsync(Requests.Text));

        Assert.Equal("Invalid appsecret_proof ***", failure.ErrorMessage);
        Assert.DoesNotContain(secret, failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Options_do_not_show_it()
    {
        var options = Clients.Options(new Uri("https://graph.example"));
        options.AppSecret = AppSecret;

        var json = JsonSerializer.Serialize(options, ByReflection);
        Assert.DoesNotContain(AppSecret, $"{options} {json}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a\n")]
    [InlineData("ä")]
    public void A_secret_that_is_none_is_refused(string secret)
    {
        using var http = new HttpClient();
        var options = Clients.Options(new Uri("https://graph.example"));
        options.AppSecret = secret;

        Assert.StartsWith(nameof(GraphApiOptions.AppSecret), Assert.Throws<ArgumentException>(() => new PageMessagesClient(http, options)).Message, StringComparison.Ordinal);
    }
}

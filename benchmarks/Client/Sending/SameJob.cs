using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PageMessagesGen.Benchmarks.Client.Sending;

/// <summary>
/// Sends once with every contender to a server that looks at the request: one POST with the same path, token and JSON; the id of
/// the message is read from the answer; a refusal is an exception. A contender that does less is not measured.
/// </summary>
internal sealed partial class SameJob : IAsyncDisposable
{
    private readonly List<Received> _received = [];
    private readonly WebApplication _server;
    private bool _refuses;

    private sealed record Received(string Request, string Authorization, string Body);

    private SameJob()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _server = builder.Build();
        _server.Run(AnswerAsync);
    }

    /// <summary>Verifies the contenders for a payload.</summary>
    /// <param name="create">Creates the contenders for a server.</param>
    /// <param name="expected">The JSON that all of them have to send.</param>
    /// <exception cref="InvalidOperationException">One of them does something else.</exception>
    public static async Task VerifyAsync(Func<Uri, ISending[]> create, ReadOnlyMemory<byte> expected)
    {
        await using var job = new SameJob();
        await job._server.StartAsync();
        foreach (var sender in create(new Uri(job._server.Urls.First())))
        {
            await job.VerifyAcceptedAsync(sender, JsonNode.Parse(expected.Span)!);
            await job.VerifyRefusedAsync(sender);
        }
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task VerifyAcceptedAsync(ISending sender, JsonNode expected)
    {
        _refuses = false;
        _received.Clear();
        var id = await sender.SendForIdAsync();
        Require(sender, _received.Count == 1, $"sends {_received.Count} requests");
        var received = _received[0];
        Require(sender, OfSomePage(received.Request) == OfSomePage($"POST {Target.Path} application/json"), $"requests {received.Request}");
        Require(sender, received.Authorization == $"Bearer {Target.AccessToken}", "sends another token");
        Require(sender, JsonNode.DeepEquals(JsonNode.Parse(received.Body), expected), $"sends {received.Body}");
        Require(sender, id == (string?)JsonNode.Parse(Payloads.Accepted)!["message_id"], $"reads the id '{id}'");
    }

    private async Task VerifyRefusedAsync(ISending sender)
    {
        _refuses = true;
        _received.Clear();
        Exception? failure = null;
        try
        {
            await sender.SendAsync();
        }
        catch (Exception exception) when (_received.Count > 0)
        {
            failure = exception;
        }

        Require(sender, failure is not null && _received.Count == 1, "does not throw after one refusal");
    }

    // The registered client sends for many Pages, whose ids differ in the last digits.
    private static string OfSomePage(string request) => SomePage().Replace(request, $"/{Target.PageIdPrefix}*/");

    [GeneratedRegex($"/{Target.PageIdPrefix}[0-9]{{3}}/")]
    private static partial Regex SomePage();

    private static void Require(ISending sender, bool holds, string otherwise)
    {
        if (!holds)
            throw new InvalidOperationException($"{sender.Name} {otherwise}.");
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var request = context.Request;
        var kind = request.ContentType?.Split(';')[0];
        _received.Add(new($"{request.Method} {request.Path}{request.QueryString} {kind}", $"{request.Headers.Authorization}", await reader.ReadToEndAsync()));
        context.Response.StatusCode = _refuses ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK;
        context.Response.ContentType = "application/json; charset=UTF-8";
        await context.Response.Body.WriteAsync(_refuses ? Payloads.Refused : Payloads.Accepted);
    }
}

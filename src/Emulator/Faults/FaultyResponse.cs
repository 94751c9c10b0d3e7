using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using PageMessagesGen.Emulator.Http;
using PageMessagesGen.Emulator.Responses;
using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Emulator.Faults;

/// <summary>Writes the response to a call that a fault affects.</summary>
/// <param name="context">The call.</param>
/// <param name="answer">The response that there would be without the fault; for an error of Graph, that error.</param>
/// <param name="version">The version in the response.</param>
internal sealed class FaultyResponse(HttpContext context, GraphResponse answer, string version)
{
    private const int InternalError = 2;
    private const int RefusedStream = 7;

    private static readonly byte[] NotHttp = "220 mail.example.com ESMTP ready\r\n"u8.ToArray();
    private static readonly byte[] Html = "<html><body><h1>The server has failed.</h1></body></html>\n"u8.ToArray();

    public Task WriteAsync(Fault fault) => fault.Kind switch
    {
        FaultKind.Closed => new FaultyConnection(context).CloseAsync([]),
        FaultKind.Reset => new FaultyConnection(context).ResetAsync(),
        FaultKind.NotHttp => new FaultyConnection(context).CloseAsync(NotHttp),
        FaultKind.Truncated => TruncateAsync(),
        FaultKind.Stalled => StallAsync(),
        FaultKind.Oversized => WriteAsync(Oversized()),
        FaultKind.Redirect => RedirectAsync(fault),
        FaultKind.ServerError => FailAsync(fault),
        FaultKind.WithoutMessageId => ResponseWriter.WriteAsync(context.Response, WithoutMessageId(answer), version),
        FaultKind.RefusedStream => RefuseAsync(),
        _ => ResponseWriter.WriteAsync(context.Response, answer, version),
    };

    private async Task TruncateAsync()
    {
        var body = ResponseWriter.Prepare(context.Response, answer, version);
        if (context.Features.Get<IHttpResetFeature>() is { } stream)
        {
            await WriteHalfAsync(body).ConfigureAwait(false);
            stream.Reset(InternalError);
            return;
        }

        // The server would hold back what is not complete, so the bytes go to the connection directly.
        var head = string.Create(
            CultureInfo.InvariantCulture, $"HTTP/1.1 {context.Response.StatusCode} OK\r\nContent-Type: {context.Response.ContentType}\r\nContent-Length: {body.Length}\r\n\r\n");
        await new FaultyConnection(context).CloseAsync([.. Encoding.ASCII.GetBytes(head), .. body.AsSpan(0, body.Length / 2)]).ConfigureAwait(false);
    }

    private async Task StallAsync()
    {
        await WriteHalfAsync(ResponseWriter.Prepare(context.Response, answer, version)).ConfigureAwait(false);
        await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(false);
    }

    private async Task WriteHalfAsync(byte[] body)
    {
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body.AsMemory(0, body.Length / 2), context.RequestAborted).ConfigureAwait(false);
        await context.Response.Body.FlushAsync(context.RequestAborted).ConfigureAwait(false);
    }

    private async Task RefuseAsync()
    {
        if (context.Features.Get<IHttpResetFeature>() is { } stream)
            stream.Reset(RefusedStream);
        else
            await new FaultyConnection(context).CloseAsync([]).ConfigureAwait(false);
    }

    // The white space comes first, so that a client that reads no more than a part of it finds no JSON.
    private byte[] Oversized()
    {
        var body = ResponseWriter.Prepare(context.Response, answer, version);
        return [.. Enumerable.Repeat((byte)' ', RequestBody.MostBytes), .. body];
    }

    private Task RedirectAsync(Fault fault)
    {
        context.Response.StatusCode = fault.Status!.Value;
        context.Response.Headers.Location = Fault.HeaderOf(fault.Location!);
        return Task.CompletedTask;
    }

    private Task FailAsync(Fault fault)
    {
        context.Response.StatusCode = fault.Status!.Value;
        context.Response.ContentType = "text/html; charset=UTF-8";
        return WriteAsync(Html);
    }

    private Task WriteAsync(byte[] body)
    {
        context.Response.ContentLength = body.Length;
        return context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }

    /// <summary>Removes the id of the message from a response.</summary>
    public static GraphResponse WithoutMessageId(GraphResponse answer) => answer is GraphReply { Json: WireObject json } reply
        ? reply with { Json = json with { Members = json.Members.Where(m => m.Name != "message_id").ToEquatableArray() } }
        : answer;
}

using Microsoft.AspNetCore.Http;
using PageMessagesGen.Emulator.Batch;
using PageMessagesGen.Emulator.Faults;
using PageMessagesGen.Emulator.Inbox;
using PageMessagesGen.Emulator.Responses;

namespace PageMessagesGen.Emulator.Http;

/// <summary>Handles requests and ensures that each one gets a response, whatever it contains.</summary>
internal sealed class RequestHandler(Routes routes, CallHandler calls, DeliveryLedger ledger, TimeProvider clock, InboxEndpoints inbox)
{
    public async Task HandleAsync(HttpContext context)
    {
        try
        {
            if (CallerGuard.Refuse(context.Request) is { } refusal)
            {
                await WriteAsync(context, refusal).ConfigureAwait(false);
                return;
            }

            await ((context.Request.Method, context.Request.Path.Value) switch
            {
                _ when InboxEndpoints.Serves(context.Request) => inbox.HandleAsync(context),
                ("GET", "/") => WriteIndexAsync(context.Response),
                ("GET", "/ledger") => ResponseWriter.WriteAsync(context.Response, ledger),
                _ => AnswerCallAsync(context),
            }).ConfigureAwait(false);
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested || context.Response.HasStarted)
        {
            // The caller has disconnected, or the response has started, so no error can be sent.
        }
        catch (BadHttpRequestException)
        {
            await WriteAsync(context, new GraphError(100, "(#100) The request body could not be read.")).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // An error of the emulator or of the configured clock. The message of the exception could quote the request.
            var error = new GraphError(1, $"(#1) The emulator failed with {exception.GetType().Name}.", Status: StatusCodes.Status500InternalServerError);
            await WriteAsync(context, error).ConfigureAwait(false);
        }
    }

    /// <summary>Ends responses that would go on until the caller leaves.</summary>
    public void Stop() => inbox.Dispose();

    private async Task AnswerCallAsync(HttpContext context)
    {
        var request = context.Request;
        if (BatchHandler.Serves(request.Method, request.Path.Value ?? ""))
        {
            var batch = await ReadCallAsync(request, context.RequestAborted).ConfigureAwait(false);
            await WriteAsync(context, new BatchHandler(routes, calls).Answer(batch), routes.DefaultVersion).ConfigureAwait(false);
            return;
        }

        if (!routes.TryFind(request.Method, request.Path.Value ?? "", out var found, out var refusal))
        {
            await WriteAsync(context, refusal).ConfigureAwait(false);
            return;
        }

        var call = await ReadCallAsync(request, context.RequestAborted).ConfigureAwait(false);
        var answer = await AnswerAsync(found, call, context.RequestAborted).ConfigureAwait(false);
        await WriteAsync(context, answer, found[0].Version).ConfigureAwait(false);
    }

    private async Task WriteAsync(HttpContext context, GraphResponse answer, string version)
    {
        if (answer.Fault is { } fault)
        {
            await DelayAsync(fault, context.RequestAborted).ConfigureAwait(false);
            await new FaultyResponse(context, answer, version).WriteAsync(fault).ConfigureAwait(false);
        }
        else
            await ResponseWriter.WriteAsync(context.Response, answer, version).ConfigureAwait(false);
    }

    private static async Task<Call> ReadCallAsync(HttpRequest request, CancellationToken ct)
    {
        var query = RequestQuery.Parse(request.QueryString.Value ?? "");
        var body = FormReader.For(request, ct) is { } form ? await form.ReadAsync().ConfigureAwait(false) : await RequestBody.ReadAsync(request.Body, ct).ConfigureAwait(false);
        return new Call(request.Method, request.Path.Value ?? "", query, body, AccessTokens.Of(request, query, body));
    }

    // Only a delay leads to the usual response. Any other fault before the delivery takes its place.
    private async Task<GraphResponse> AnswerAsync(IReadOnlyList<Route> found, Call call, CancellationToken ct)
    {
        if (calls.FindFault(found, call) is not { } fault)
            return calls.Answer(found, call);
        if (fault.Kind != FaultKind.Delayed)
            return calls.Fail(found, call, fault);
        await DelayAsync(fault, ct).ConfigureAwait(false);
        return calls.Answer(found, call);
    }

    private Task DelayAsync(Fault fault, CancellationToken ct) => fault.Delay == TimeSpan.Zero ? Task.CompletedTask : Task.Delay(fault.Delay, clock, ct);

    private Task WriteAsync(HttpContext context, GraphError error) =>
        ResponseWriter.WriteAsync(context.Response, error, routes.DefaultVersion);

    private Task WriteIndexAsync(HttpResponse response)
    {
        response.ContentType = "text/plain; charset=UTF-8";
        return response.WriteAsync($"Graph API emulator. In a browser, this address is the inbox.\n\n{string.Join('\n', routes.Descriptions)}\nPOST / (batch)\nGET /ledger\n");
    }
}

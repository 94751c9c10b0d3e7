namespace PageMessagesGen.Http;

/// <summary>The innermost handler: passes a request that changes something on to a connection once.</summary>
/// <remarks>
/// Handlers before it may retry, copy the request, send it in parallel or buffer its body: all of these share the ticket of the request.
/// A request whose body was not begun may be passed on again, so that handlers can still retry to connect.
/// </remarks>
internal sealed class SendOnceHandler : DelegatingHandler
{
    /// <inheritdoc/>
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (TicketOf(request) is { } ticket)
            return request.Content is null ? SendSafeAsync(request, ticket, cancellationToken) : SendOnceAsync(request, request.Content, ticket, cancellationToken);

        // Without the ticket, nobody knows whether it was sent before.
        return request.Content is null && IsSafe(request.Method)
            ? base.SendAsync(request, cancellationToken)
            : throw new NotSupportedException("A handler replaced the request and did not copy its options. It is not sent, because it could be sent twice.");
    }

    // A call without a body is a GET or a DELETE, which can be repeated.
    private async Task<HttpResponseMessage> SendSafeAsync(HttpRequestMessage request, SendTicket ticket, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        ticket.Read(response);
        return response;
    }

    private async Task<HttpResponseMessage> SendOnceAsync(HttpRequestMessage request, HttpContent body, SendTicket ticket, CancellationToken cancellationToken)
    {
        await ticket.EnterAsync(cancellationToken).ConfigureAwait(false);

        // The body of the client can be written once. A copy, or a buffered one, could be written again.
        if (body is not RequestContent { IsWritten: false } own || own.Ticket != ticket)
            request.Content = new WrittenOnceContent(body, ticket);
        try
        {
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            ticket.Read(response);
            if (!response.IsSuccessStatusCode)
                await KeepAsync(response, ticket, cancellationToken).ConfigureAwait(false);
            return response;
        }
        catch (Exception exception)
        {
            ticket.Keep(exception);
            throw;
        }
        finally
        {
            // A handler may pass the same request on again.
            request.Content = body;
            ticket.Leave();
        }
    }

    private static async ValueTask KeepAsync(HttpResponseMessage response, SendTicket ticket, CancellationToken cancellationToken)
    {
        var head = ResponseHead.Of(response);
        ticket.Keep(new KeptResponse(head, []));
        var source = response.Content;
        using (var body = await ResponseBody.ReadAsync(response, Environment.TickCount64, Timeout.InfiniteTimeSpan, cancellationToken).ConfigureAwait(false))
        {
            var bytes = body.Bytes.ToArray();
            ticket.Keep(new KeptResponse(head, bytes));
            response.Content = new ByteArrayContent(bytes);
        }

        foreach (var header in source.Headers.NonValidated)
            response.Content.Headers.TryAddWithoutValidation(header.Key, (IEnumerable<string>)header.Value);
        source.Dispose();
    }

    private static SendTicket? TicketOf(HttpRequestMessage request) =>
        request.Options.TryGetValue(SendTicket.Key, out var ticket) ? ticket : (request.Content as RequestContent)?.Ticket;

    private static bool IsSafe(HttpMethod method) => method == HttpMethod.Get || method == HttpMethod.Head || method == HttpMethod.Delete;
}

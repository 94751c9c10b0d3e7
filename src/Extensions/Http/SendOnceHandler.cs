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
        if (request.Content is null && IsSafe(request.Method))
            return base.SendAsync(request, cancellationToken);

        // Without the ticket, nobody knows whether it was sent before.
        if (TicketOf(request) is not { } ticket)
            throw new NotSupportedException("A handler replaced the request and did not copy its options. It is not sent, because it could be sent twice.");

        // Where no handler can repeat the request or hide its response, the body alone sees to it that it is sent once.
        if (!ticket.MayBeCopied && request.Content is RequestContent own && own.Ticket == ticket && ticket.EnterAlone())
        {
            own.BeginsTicket = true;
            return base.SendAsync(request, cancellationToken);
        }

        return SendOnceAsync(request, request.Content, ticket, cancellationToken);
    }

    /// <summary>Is not supported: the client is asynchronous, and a handler that is not could pass by the ticket.</summary>
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
        throw new NotSupportedException("A handler sent the request synchronously. It is not sent, because it could be sent twice.");

    private async Task<HttpResponseMessage> SendOnceAsync(HttpRequestMessage request, HttpContent? body, SendTicket ticket, CancellationToken cancellationToken)
    {
        await ticket.EnterAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            // The body of the client can be written once. A copy, or a buffered one, could be written again, and a call without a body
            // shows nothing of what was sent.
            if (body is null)
                ticket.Begin();
            else if (body is RequestContent { IsWritten: false } own && own.Ticket == ticket)
                own.BeginsTicket = true;
            else
                request.Content = new WrittenOnceContent(body, ticket);
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
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

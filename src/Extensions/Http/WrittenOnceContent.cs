using System.Net;

namespace PageMessagesGen.Http;

/// <summary>A body that a handler copied or buffered. It can be written once.</summary>
internal sealed class WrittenOnceContent : HttpContent
{
    private readonly HttpContent _body;
    private readonly SendTicket _ticket;

    public WrittenOnceContent(HttpContent body, SendTicket ticket)
    {
        (_body, _ticket) = (body, ticket);
        foreach (var header in body.Headers.NonValidated)
            Headers.TryAddWithoutValidation(header.Key, (IEnumerable<string>)header.Value);
    }

    /// <inheritdoc/>
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    /// <inheritdoc/>
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        _ticket.Begin();
        return _body.CopyToAsync(stream, context, cancellationToken);
    }

    /// <inheritdoc/>
    protected override bool TryComputeLength(out long length)
    {
        length = _body.Headers.ContentLength ?? 0;
        return _body.Headers.ContentLength is not null;
    }
}

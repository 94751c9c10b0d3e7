using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using PageMessagesGen.Generated;
using PageMessagesGen.Receiving;
using PageMessagesGen.Telemetry;

namespace PageMessagesGen.Http;

/// <summary>Responds to the requests of the server: to verifications of the address, and to bodies with events.</summary>
internal sealed class WebhookEndpoint<TEvent>(WebhookHost host, WebhookDescription<TEvent> webhook, EventHandling handle)
    where TEvent : class, IWebhookEvent
{
    private const string Challenge = "hub.challenge";
    private const string Mode = "hub.mode";
    private const string Subscribe = "subscribe";
    private const string VerifyToken = "hub.verify_token";

    /// <summary>Responds to a request.</summary>
    public Task RespondAsync(HttpContext context) => HttpMethods.IsGet(context.Request.Method) ? VerifyAsync(context) : ReceiveAsync(context);

    private async Task VerifyAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var response = context.Response;
        if (query[Mode] is not [Subscribe] || query[VerifyToken] is not [{ } token] || query[Challenge] is not [{ Length: > 0 } challenge] || !IsVerifyToken(token))
        {
            Refuse(context, StatusCodes.Status403Forbidden, "verification");
            host.Log.Refused(webhook.Name, "its verify token, its mode or its challenge is wrong");
            return;
        }

        // Everybody who knows the token can choose the challenge, so no browser may take it for a page.
        response.ContentType = "text/plain; charset=utf-8";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.CacheControl = "no-store";
        var text = Encoding.UTF8.GetBytes(challenge);
        response.ContentLength = text.Length;
        await response.Body.WriteAsync(text, context.RequestAborted).ConfigureAwait(false);
    }

    private async Task ReceiveAsync(HttpContext context)
    {
        RequestBody? body;
        try
        {
            body = await RequestBody.ReadAsync(context, host.Options.MaxBodySize).ConfigureAwait(false);
        }
        catch (BadHttpRequestException failure)
        {
            Refuse(context, failure.StatusCode, "body");
            return;
        }

        if (body is null)
        {
            Refuse(context, StatusCodes.Status413PayloadTooLarge, "size");
            host.Log.Refused(webhook.Name, "the body is larger than MaxBodySize");
            return;
        }

        // Text of customers is not kept longer than it takes to read it.
        IReadOnlyList<AcceptedEvent>? events;
        using (body)
            events = Read(context, body.Bytes);
        if (events is not null)
            await AcceptAsync(context, events).ConfigureAwait(false);
    }

    // Null if the body is refused.
    private List<AcceptedEvent>? Read(HttpContext context, ReadOnlySpan<byte> body)
    {
        if (!WebhookSignature.IsValid(body, context.Request.Headers[WebhookSignature.Header] is [var signature] ? signature : null, host.Secrets))
        {
            Refuse(context, StatusCodes.Status403Forbidden, "signature");
            host.Log.Refused(webhook.Name, "the signature is missing or wrong");
            return null;
        }

        try
        {
            var request = Activity.Current?.Context ?? default;
            return [.. webhook.Read(body).Select(received => new AcceptedEvent(received.Event, received.Context, handle, request))];
        }
        catch (WebhookFormatException failure)
        {
            Refuse(context, StatusCodes.Status400BadRequest, "format");
            host.Log.Unreadable(webhook.Name, failure);
            return null;
        }
    }

    private async Task AcceptAsync(HttpContext context, IReadOnlyList<AcceptedEvent> events)
    {
        Refusal refusal;
        try
        {
            refusal = await host.Receiver.AcceptAsync(events).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            Refuse(context, StatusCodes.Status503ServiceUnavailable, "memory");
            host.Log.NotRemembered(webhook.Name, failure);
            return;
        }

        if (refusal == Refusal.Capacity)
        {
            Refuse(context, StatusCodes.Status503ServiceUnavailable, "capacity");
            host.Log.Refused(webhook.Name, "too many events are waiting");
        }
        else if (refusal == Refusal.Stopping)
        {
            Refuse(context, StatusCodes.Status503ServiceUnavailable, "stopping");
        }
    }

    private void Refuse(HttpContext context, int status, string reason)
    {
        context.Response.StatusCode = status;
        WebhookTelemetry.Refused(webhook.Name, reason);
    }

    // The hashes have the same length, whatever the length of the token is.
    private bool IsVerifyToken(string token) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(token)), host.VerifyTokenHash);
}

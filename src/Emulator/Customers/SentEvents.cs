using PageMessagesGen.Emulator.Endpoints;
using PageMessagesGen.Emulator.Http;
using PageMessagesGen.Emulator.Responses;
using PageMessagesGen.Emulator.State;
using PageMessagesGen.Emulator.Webhooks;
using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Emulator;

/// <summary>Posts what the server says of a message that a Page has sent: its echo, and that it was delivered.</summary>
internal sealed class SentEvents(EmulatorState state, WebhookSender? webhooks)
{
    /// <summary>Posts the events of an accepted message.</summary>
    public void Add(AcceptedCall call, string? messageId)
    {
        if (webhooks is null || messageId is null || MessageEndpoint.FindPerson(state, call.PageId, call.Address) is not { } person)
            return;
        var origin = new WebhookOrigin(call.PageId, person, call.Platform == PlatformNames.Instagram, state.Clock.GetUtcNow());
        webhooks.Add(WebhookEvents.Echo(origin, Describe(call, messageId), state.AppId, Wire.FindText(call.Body, "message", "metadata")));

        // Instagram has no such event, nor does Messenger for a customer who is known by a user_ref only.
        if (!origin.IsInstagram)
            webhooks.Add(WebhookEvents.Delivered(origin, [messageId], state.Clock.GetUtcNow()));
    }

    private static WebhookMessage Describe(AcceptedCall call, string messageId)
    {
        var message = Wire.Find(call.Body, "message");
        var attachments = Wire.ItemsOf(Wire.Find(message, "attachments")).Append(Wire.Find(message, "attachment")).OfType<WireObject>();
        return new WebhookMessage(messageId)
        {
            Text = Wire.FindText(message, "text"),
            ReplyToId = Wire.FindText(call.Body, "reply_to", "mid"),
            Attachments = [.. attachments.Select(Describe)],
        };
    }

    private static WebhookAttachment Describe(WireObject attachment)
    {
        var type = Wire.FindText(attachment, "type") ?? "";
        var payload = Wire.Find(attachment, "payload") as WireObject ?? Wire.Object();
        return new WebhookAttachment(type, json =>
        {
            foreach (var member in payload.Members)
            {
                json.WritePropertyName(member.Name);
                WireJson.Write(json, member.Value);
            }
        });
    }
}

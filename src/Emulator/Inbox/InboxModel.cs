using PageMessagesGen.Emulator.Endpoints;
using PageMessagesGen.Emulator.Http;
using PageMessagesGen.Emulator.Responses;
using PageMessagesGen.Emulator.State;
using PageMessagesGen.Emulator.Webhooks;

namespace PageMessagesGen.Emulator.Inbox;

/// <summary>Shows an emulator to the inbox.</summary>
internal sealed class InboxModel(
    EmulatorState state,
    PageCollection pages,
    PageCustomers customers,
    PageAssets assets,
    UnavailablePeople unavailable,
    FaultCollection faults,
    WebhookSender? webhooks) : IInboxModel
{
    public Journal Journal => state.Journal;

    public IEnumerable<StateRule> FurtherRules => StateRules.All;

    public InboxState ReadState() => new(state.Clock.GetUtcNow(), state.Clock.Offset)
    {
        Pages = [.. pages.Select(page => new InboxPage(page.Id, DescribeMenu(page.Id)))],
        People = [.. state.People.All().Select(row => Describe(row.PageId, row.Value))],
        Templates = [.. state.Templates.All().Select(row => row.Value).Select(t => new InboxTemplate(t.Id, t.Name, t.Language, t.Status))],
        Personas = [.. state.Personas.All().Select(row => row.Value).Select(p => new InboxPersona(p.Id, p.Name, p.ProfilePictureUrl))],
        Faults = faults,
        Webhook = webhooks is null ? null : new InboxWebhook(webhooks.Url.ToString(), webhooks.IsVerified),
    };

    public InboxPerson AddPerson(string pageId, bool isInstagram, string name)
    {
        var customer = customers.Add(isInstagram ? PlatformNames.Instagram : PlatformNames.Messenger, name, pageId);
        return Describe(pageId, state.People.Find(pageId, customer.Id)!);
    }

    public long Act(InboxAction action)
    {
        var customer = customers.Of(action.PageId, action.PersonId);
        try
        {
            Act(customer, action);
        }
        catch (InvalidOperationException exception)
        {
            throw new ArgumentException(exception.Message);
        }

        return customer.LastEntry ?? state.Journal.Last;
    }

    public void JudgeTemplate(string id, bool isApproved)
    {
        var (pageId, template) = state.Templates.All().FirstOrDefault(row => row.Value.Id == id);
        if (template is null)
            throw new ArgumentException("There is no such template.");
        if (isApproved)
            assets.ApproveTemplate(id, pageId);
        else
            assets.RejectTemplate(id, pageId);
    }

    public void AdvanceClock(TimeSpan time) => state.Clock.Advance(time);

    public void ResetClock() => state.Clock.Reset();

    public void ReplaceFaults(IReadOnlyList<Fault> faultsOfScript)
    {
        faults.Replace(faultsOfScript);
        state.Journal.Touch();
    }

    private static void Act(Customer customer, InboxAction action)
    {
        switch (action.Action)
        {
            case "text":
                customer.Write(Needed(action.Text, "text"), action.MessageId);
                break;
            case "quick_reply":
                customer.TapQuickReply(Needed(action.Title ?? action.Text, "title"), action.Payload ?? "");
                break;
            case "postback":
                customer.TapButton(Needed(action.Title, "title"), action.Payload ?? "");
                break;
            case "picture":
                customer.SendPicture(Uri.TryCreate(action.Url, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
                    ? url
                    : throw new ArgumentException("The url must begin with http:// or https://."));
                break;
            case "reaction":
                customer.React(Needed(action.MessageId, "message_id"), Needed(action.Emoji, "emoji"));
                break;
            case "unreaction":
                customer.Unreact(Needed(action.MessageId, "message_id"), action.Emoji);
                break;
            case "comment":
                customer.Comment(Needed(action.Text, "text"));
                break;
            case "get_started":
                customer.TapGetStarted();
                break;
            case "referral":
                customer.FollowLink(Needed(action.Ref, "ref"));
                break;
            case "opt_in" when action.Title is { Length: > 0 } title:
                customer.AllowNotifications(action.Payload ?? "", title);
                break;
            case "opt_in":
                customer.AllowOneNotification(action.Payload ?? "");
                break;
            case "block":
                customer.Block();
                break;
            case "unblock":
                customer.Unblock();
                break;
            default:
                customer.Read();
                break;
        }
    }

    private static string Needed(string? value, string name) =>
        string.IsNullOrEmpty(value) ? throw new ArgumentException($"The action needs {name}.") : value;

    private InboxPerson Describe(string pageId, Person person)
    {
        var now = state.Clock.GetUtcNow();
        return new InboxPerson(pageId, person.Id, person.Name.Trim(), person.Platform == PlatformNames.Instagram)
        {
            IsUnavailable = unavailable.Contains(person.Id) || person.IsBlockedByPage,
            ResponseUntil = Open(person.LastAction + MessageState.Window),
            HumanAgentUntil = Open(person.LastAction + MessageState.LongWindow),
            ThreadOwner = person.ThreadOwner,
        };

        DateTimeOffset? Open(DateTimeOffset until) => until >= now ? until : null;
    }

    private string? DescribeMenu(string pageId)
    {
        var parts = state.Profile.Of(pageId);
        return parts.Count == 0 ? null : WireJson.ToText(Wire.Object([.. parts.Select(part => (part.Name, WireJson.TryRead(part.Json)))]));
    }
}

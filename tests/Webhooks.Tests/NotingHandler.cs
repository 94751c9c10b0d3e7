using PageMessages.Webhooks;

namespace PageMessagesGen.Webhooks.Tests;

/// <summary>Notes which of its methods are called.</summary>
internal sealed class NotingHandler : PageMessagesWebhookHandler
{
    private readonly List<string> _called = [];

    /// <summary>Gets the names of the methods, in the order of the calls.</summary>
    public IReadOnlyList<string> Called => _called;

    public override ValueTask OnMessageEchoAsync(MessageEchoEvent received, WebhookContext context, CancellationToken cancellationToken) => Note(nameof(OnMessageEchoAsync));

    public override ValueTask OnMessageDeletedAsync(MessageDeletedEvent received, WebhookContext context, CancellationToken cancellationToken) => Note(nameof(OnMessageDeletedAsync));

    public override ValueTask OnMessageAsync(MessageEvent received, WebhookContext context, CancellationToken cancellationToken) => Note(nameof(OnMessageAsync));

    public override ValueTask OnMessageEditAsync(MessageEditEvent received, WebhookContext context, CancellationToken cancellationToken) => Note(nameof(OnMessageEditAsync));

    public override ValueTask OnMessageReactionAsync(MessageReactionEvent received, WebhookContext context, CancellationToken cancellationToken) => Note(nameof(OnMessageReactionAsync));

    public override ValueTask OnMessageDeliveryAsync(MessageDeliveryEvent received, WebhookContext context, CancellationToken cancellationToken) => Note(nameof(OnMessageDeliveryAsync));

    public override ValueTask OnMessageReadAsync(MessageReadEvent received, WebhookContext context, CancellationToken cancellationToken) => Note(nameof(OnMessageReadAsync));

    public override ValueTask OnPostbackAsync(PostbackEvent received, WebhookContext context, CancellationToken cancellationToken) => Note(nameof(OnPostbackAsync));

    public override ValueTask OnReferralAsync(ReferralEvent received, WebhookContext context, CancellationToken cancellationToken) => Note(nameof(OnReferralAsync));

    public override ValueTask OnOptInAsync(OptInEvent received, WebhookContext context, CancellationToken cancellationToken) => Note(nameof(OnOptInAsync));

    public override ValueTask OnCartAsync(CartEvent received, WebhookContext context, CancellationToken cancellationToken) => Note(nameof(OnCartAsync));

    public override ValueTask OnAccountLinkingAsync(AccountLinkingEvent received, WebhookContext context, CancellationToken cancellationToken) => Note(nameof(OnAccountLinkingAsync));

    public override ValueTask OnCustomerFeedbackAsync(CustomerFeedbackEvent received, WebhookContext context, CancellationToken cancellationToken) => Note(nameof(OnCustomerFeedbackAsync));

    public override ValueTask OnCustomerInformationAsync(CustomerInformationEvent received, WebhookContext context, CancellationToken cancellationToken) => Note(nameof(OnCustomerInformationAsync));

    public override ValueTask OnResponseFeedbackAsync(ResponseFeedbackEvent received, WebhookContext context, CancellationToken cancellationToken) => Note(nameof(OnResponseFeedbackAsync));

    public override ValueTask OnInstantFormAsync(InstantFormEvent received, WebhookContext context, CancellationToken cancellationToken) => Note(nameof(OnInstantFormAsync));

    public override ValueTask OnGamePlayAsync(GamePlayEvent received, WebhookContext context, CancellationToken cancellationToken) => Note(nameof(OnGamePlayAsync));

    public override ValueTask OnPassThreadControlAsync(PassThreadControlEvent received, WebhookContext context, CancellationToken cancellationToken) => Note(nameof(OnPassThreadControlAsync));

    public override ValueTask OnTakeThreadControlAsync(TakeThreadControlEvent received, WebhookContext context, CancellationToken cancellationToken) => Note(nameof(OnTakeThreadControlAsync));

    public override ValueTask OnRequestThreadControlAsync(RequestThreadControlEvent received, WebhookContext context, CancellationToken cancellationToken) => Note(nameof(OnRequestThreadControlAsync));

    public override ValueTask OnAppRolesAsync(AppRolesEvent received, WebhookContext context, CancellationToken cancellationToken) => Note(nameof(OnAppRolesAsync));

    public override ValueTask OnPolicyEnforcementAsync(PolicyEnforcementEvent received, WebhookContext context, CancellationToken cancellationToken) => Note(nameof(OnPolicyEnforcementAsync));

    public override ValueTask OnInstagramCommentAsync(InstagramCommentEvent received, WebhookContext context, CancellationToken cancellationToken) => Note(nameof(OnInstagramCommentAsync));

    public override ValueTask OnInstagramLiveCommentAsync(InstagramLiveCommentEvent received, WebhookContext context, CancellationToken cancellationToken) => Note(nameof(OnInstagramLiveCommentAsync));

    public override ValueTask OnInstagramMentionAsync(InstagramMentionEvent received, WebhookContext context, CancellationToken cancellationToken) => Note(nameof(OnInstagramMentionAsync));

    public override ValueTask OnPageFeedAsync(PageFeedEvent received, WebhookContext context, CancellationToken cancellationToken) => Note(nameof(OnPageFeedAsync));

    public override ValueTask OnUnknownAsync(UnknownEvent received, WebhookContext context, CancellationToken cancellationToken) => Note(nameof(OnUnknownAsync));

    public override ValueTask OnStandbyAsync(WebhookEvent received, WebhookContext context, CancellationToken cancellationToken) => Note(nameof(OnStandbyAsync));

    private ValueTask Note(string method)
    {
        _called.Add(method);
        return default;
    }
}

namespace PageMessagesGen.Schema.Tests.Seed;

/// <summary>
/// The members of attachments, templates and buttons, typed in by hand from their pages. A star is a required member, a number the most
/// characters or elements, two numbers the fewest and the most.
/// </summary>
internal static class ContentReference
{
    /// <summary>The objects, by the value that selects them or by the member that holds them.</summary>
    public const string Text =
        """
        attachment image: url, attachment_id, filedata, is_reusable
        attachment video: url, attachment_id, filedata, is_reusable
        attachment audio: url, attachment_id, filedata, is_reusable
        attachment file: url, attachment_id, filedata, is_reusable
        attachment like_heart:
        attachment MEDIA_SHARE: id, attachment_id
        template generic: elements* 1..10, sharable, image_aspect_ratio
        GenericElement: title* 1..80, subtitle 80, image_url, default_action, buttons 1..3
        template button: text* 1..640, buttons* 1..3, sharable
        template media: elements* 1..1, sharable
        MediaElement: media_type*, attachment_id, url, buttons 1..3
        template receipt: recipient_name*, merchant_name, order_number*, currency*, payment_method*, order_url, timestamp, elements 100, address, summary*, adjustments, sharable
        ReceiptElement: title*, subtitle, quantity, price*, currency, image_url
        ReceiptAddress: street_1*, street_2, city*, postal_code*, state*, country*
        ReceiptSummary: subtotal, shipping_cost, total_tax, total_cost*
        ReceiptAdjustment: name, amount
        template coupon: title* 80, subtitle 80, coupon_code, coupon_url, coupon_url_button_title, coupon_pre_message, image_url, payload, expire_time
        template product: elements* 1..10
        ProductElement: id*
        template image_grid: elements* 1..1
        ImageGridElement: images* 2..6, title 45, subtitle 80, buttons 1..3
        ImageGridImage: url*, is_hero_image, action
        action web_url: url*, webview_height_ratio, messenger_extensions, fallback_url
        action postback: payload*, text*
        template customer_feedback: title* 65, subtitle* 80, button_title* 20, feedback_screens* 1..1, business_privacy*, expires_in_days 1..7
        FeedbackScreen: questions* 1..1
        FeedbackQuestion: id* 80, type*, title 5..85, score_label, score_option, follow_up
        FeedbackFollowUp: type*, placeholder 65
        BusinessPrivacy: url*
        template customer_information: countries, business_privacy*, expires_in_days 1..7
        template one_time_notif_req: title* 65, payload*
        template notification_messages: title 65, image_url, payload, notification_messages_frequency, notification_messages_cta_text, notification_messages_timezone, notification_messages_reoptin, elements
        NotificationMessagesElement: title 65, image_url, payload, notification_messages_frequency, notification_messages_cta_text, notification_messages_timezone, notification_messages_reoptin
        button web_url: title* 1..20, url*, webview_height_ratio, messenger_extensions, fallback_url, webview_share_button
        button postback: title* 1..20, payload* 1000
        button phone_number: title* 1..20, payload*
        button account_link: url*
        button account_unlink:
        button game_play: title* 1..20, payload, game_metadata
        GameMetadata: player_id, context_id
        """;

    /// <summary>What selects the objects that have no members of their own here.</summary>
    public const string Open =
        """
        attachment: location fallback reel ig_reel post ig_post sticker
        template: airline_boardingpass airline_checkin airline_itinerary airline_update instant_form list open_graph
        button: app element_share payment nested
        """;

    /// <summary>The values of the enums of attachments, templates and buttons.</summary>
    public const string Enums =
        """
        WebviewHeightRatio: compact tall full
        WebviewShareButton: hide
        ImageAspectRatio: horizontal square
        MediaType: image video
        FeedbackQuestionType: csat nps ces free_form
        FeedbackScoreOption: one_to_five five_stars five_emojis zero_to_ten one_to_seven
        FeedbackScoreLabel: neg_pos hard_easy dis_sat unlike_like poor_great none
        FeedbackFollowUpType: free_form
        NotificationFrequency: DAILY WEEKLY MONTHLY
        NotificationCallToAction: ALLOW FREQUENCY GET GET_UPDATES OPT_IN SIGN_UP
        """;
}

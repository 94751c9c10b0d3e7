namespace PageMessagesGen.Runtime.Tests.Support;

/// <summary>The endpoint's names, written down here once more, so that a slip in the schema or in the generator shows.</summary>
internal static class Expected
{
    /// <summary>What <see cref="Requests.Everything"/> is in JSON.</summary>
    public const string Everything =
        """
        {
          "recipient": {
            "id": "1",
            "phone_number": "+358 40 123",
            "name": { "first_name": "Aino", "last_name": "Mäkinen" },
            "user_ref": "order-\"88213\"",
            "comment_id": "122_890",
            "post_id": "122_891",
            "player_id": "7",
            "one_time_notif_token": "once",
            "notification_messages_token": "again",
            "login_id": "who"
          },
          "messaging_type": "MESSAGE_TAG",
          "message": {
            "text": "Line 1\nLine 2 \\ \u0001 \u2028 é 漢 👩‍👩‍👧 🍕",
            "dynamic_text": { "text": "Hello {{first_name}} 👋", "fallback_text": "Hello 👋" },
            "attachment": {
              "type": "reel",
              "payload": { "url": "https://cdn.example.com/ä/🍕.jpg", "is_reusable": true, "n": [1.5, 0, 1000] }
            },
            "quick_reply_type": "kind",
            "quick_replies": [
              {
                "content_type": "p2p_payment",
                "title": "Pay 💶",
                "image_url": "https://cdn.example.com/icons/m.png?a=1&b=<2>",
                "data": {
                  "app": "app",
                  "dest_address": "Mannerheimintie 1",
                  "sticker_id": "369239263222822",
                  "payment_amount": -12,
                  "payment_currency": "EUR",
                  "payment_type": "request",
                  "poll_options": ["one", "two 🎲"],
                  "provider_name": "rides",
                  "native_uri": "app://open"
                },
                "payload": "PAY_💶"
              },
              { "content_type": "text", "title": "", "payload": "" }
            ],
            "metadata": "note 7"
          },
          "sender_action": "react",
          "payload": { "message_id": "m_AbC", "reaction": "❤" },
          "tag": "HUMAN_AGENT",
          "notification_type": "SILENT_PUSH",
          "persona_id": "682349012345678"
        }
        """;

    /// <summary>The members that hold enum values.</summary>
    public static IReadOnlyList<string> EnumMembers { get; } =
    [
        "messaging_type", "notification_type", "sender_action", "tag", "type", "content_type", "payment_type", "template_type", "suggestion_action", "folder", "control_type",
        "webview_height_ratio", "webview_share_button", "image_aspect_ratio", "media_type", "score_label", "score_option", "notification_messages_frequency", "notification_messages_cta_text",
    ];

    /// <summary>Each enum value with a member that holds it.</summary>
    public static IReadOnlyList<string> EnumValues { get; } =
    [
        .. Of("messaging_type", "RESPONSE UPDATE MESSAGE_TAG UTILITY"),
        .. Of("notification_type", "REGULAR SILENT_PUSH NO_PUSH"),
        .. Of("sender_action", "mark_seen typing_on typing_off react unreact"),
        .. Of("tag", "ACCOUNT_UPDATE CONFIRMED_EVENT_UPDATE CUSTOMER_FEEDBACK HUMAN_AGENT POST_PURCHASE_UPDATE NON_PROMOTIONAL_SUBSCRIPTION"),
        .. Of("type", "image video audio file location template fallback reel like_heart MEDIA_SHARE ig_reel post ig_post sticker"),
        .. Of("type", "web_url postback phone_number account_link account_unlink game_play csat nps ces free_form header body title buttons"),
        .. Of("content_type", "location user_phone_number user_email user_city user_birthday user_state user_zip_code open_camera"),
        .. Of("content_type", "open_gallery record_audio poll text open_native sticker open_app p2p_payment transportation"),
        .. Of("content_type", "create_event gif bic_opt_in display_persistent_menu business_lead_form"),
        .. Of("payment_type", "pay request"),
        .. Of("template_type", "generic button media receipt coupon product image_grid customer_feedback customer_information one_time_notif_req notification_messages"),
        .. Of("suggestion_action", "ACCEPT DISMISS IMPRESSION"),
        .. Of("folder", "PARTNERSHIP"),
        .. Of("control_type", "pass release"),
        .. Of("webview_height_ratio", "compact tall full"),
        .. Of("webview_share_button", "hide"),
        .. Of("image_aspect_ratio", "horizontal square"),
        .. Of("media_type", "image video"),
        .. Of("score_label", "neg_pos hard_easy dis_sat unlike_like poor_great none"),
        .. Of("score_option", "one_to_five five_stars five_emojis zero_to_ten one_to_seven"),
        .. Of("notification_messages_frequency", "DAILY WEEKLY MONTHLY"),
        .. Of("notification_messages_cta_text", "ALLOW FREQUENCY GET GET_UPDATES OPT_IN SIGN_UP"),
    ];

    private static IEnumerable<string> Of(string member, string values) => values.Split(' ').Select(v => $"{member} {v}");
}

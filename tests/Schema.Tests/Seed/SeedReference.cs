namespace PageMessagesGen.Schema.Tests.Seed;

/// <summary>
/// The endpoint's reference page, typed in by hand from the page itself and not from the schema file, so that a slip in one
/// of them shows. The page prints the tree flat; it nests here as the guides use it.
/// </summary>
internal static class SeedReference
{
    /// <summary>
    /// The parameters: name, the page's own word for the type (none for <c>comment_id</c>), and what it flags them with.
    /// The two payloads marked with an object are called strings by the page, and are objects in the bodies that the guides send. The
    /// page marks that of the attachment with emoji, which are possible in the strings of some of its objects.
    /// What is marked with number is called a string by the page, and is a JSON number as well in the guide on quick replies or in
    /// bodies of clients that have been in use for years.
    /// </summary>
    public const string Parameters =
        """
        message: Object; emoji
          text: UTF-8 string; emoji
          dynamic_text: Object; emoji
            text: UTF-8 string; required emoji
            fallback_text: UTF-8 string; emoji
          attachment: Object; emoji
            type: enum AttachmentType; required
            payload: string (one of many objects);
          quick_reply_type: string;
          quick_replies: list<Object>; emoji
            title: UTF-8 string; emoji
            content_type: enum QuickReplyContentType; required
            image_url: URL;
            data: Object;
              app: string;
              dest_address: string;
              sticker_id: numeric string or integer;
              payment_amount: integer;
              payment_currency: ISO 4217 Currency Code;
              payment_type: enum PaymentType;
              poll_options: list<string>;
              provider_name: string;
              native_uri: string;
            payload: UTF-8 string (number); emoji
          metadata: string;
        messaging_type: enum MessagingType;
        notification_type: enum NotificationType; default=REGULAR
        payload: string (object); emoji
        persona_id: persona ID (number);
        recipient: Object; required
          id: numeric string (number);
          phone_number: string;
          name: Object;
            first_name: string;
            last_name: string;
          user_ref: string;
          comment_id: ;
          post_id: string;
          player_id: player ID;
          one_time_notif_token: string;
          notification_messages_token: string;
          login_id: string;
        sender_action: enum SenderAction;
        tag: Message tag;
        """;

    /// <summary>What later editions of the page, the specifications and the guides have beside it.</summary>
    public const string FurtherParameters =
        """
        message: Object; emoji
          attachments: list<Attachment>;
          template: Object;
            name: string; required
            language: Object; required
              code: string; required
            components: list<Object>; required emoji
              type: enum UtilityTemplateComponentType; required
              parameters: list<Object>; required emoji
                type: string; required
                text: string; emoji
                parameter_name: string;
                payload: string;
                url: string;
          sticker_id: digits (number);
          a2ui: any;
        payload: Object; emoji
          message_id: string;
          reaction: string; emoji
        reply_to: Object;
          mid: string; required
        thread_control: Object;
          control_type: enum ThreadControlType; default=release
          app_id: digits (number);
        suggestion_action: enum SuggestionAction;
        folder: enum MessageFolder;
        recipient: Object; required
          follow_id: string;
          story_id: string;
          poll_response_id: string;
        """;

    /// <summary>What a later copy of the page has in the answer.</summary>
    public const string FurtherAnswer = "thread_key: string;";

    /// <summary>The members of the answer.</summary>
    public const string Answer =
        """
        recipient_id: string;
        message_id: string;
        attachment_id: string;
        """;

    /// <summary>The enums: each member as the page prints it, and as the guides send it.</summary>
    public const string Enums =
        """
        AttachmentType:
          IMAGE image
          VIDEO video
          AUDIO audio
          FILE file
          LOCATION location
          TEMPLATE template
          FALLBACK fallback
          REEL reel
          LIKE_HEART like_heart
          MEDIA_SHARE MEDIA_SHARE
        QuickReplyContentType:
          LOCATION location
          USER_PHONE_NUMBER user_phone_number
          USER_EMAIL user_email
          USER_CITY user_city
          USER_BIRTHDAY user_birthday
          USER_STATE user_state
          USER_ZIP_CODE user_zip_code
          OPEN_CAMERA open_camera
          OPEN_GALLERY open_gallery
          RECORD_AUDIO record_audio
          POLL poll
          TEXT text
          OPEN_NATIVE open_native
          STICKER sticker
          OPEN_APP open_app
          P2P_PAYMENT p2p_payment
          TRANSPORTATION transportation
          CREATE_EVENT create_event
          GIF gif
          BIC_OPT_IN bic_opt_in
        PaymentType:
          pay pay
          request request
        MessagingType:
          RESPONSE RESPONSE
          UPDATE UPDATE
          MESSAGE_TAG MESSAGE_TAG
        NotificationType:
          REGULAR REGULAR
          SILENT_PUSH SILENT_PUSH
          NO_PUSH NO_PUSH
        SenderAction:
          MARK_SEEN mark_seen
          TYPING_ON typing_on
          TYPING_OFF typing_off
          REACT react
          UNREACT unreact
        MessageTag:
          ACCOUNT_UPDATE ACCOUNT_UPDATE
          CONFIRMED_EVENT_UPDATE CONFIRMED_EVENT_UPDATE
          CUSTOMER_FEEDBACK CUSTOMER_FEEDBACK
          HUMAN_AGENT HUMAN_AGENT
          POST_PURCHASE_UPDATE POST_PURCHASE_UPDATE
        """;

    /// <summary>The values that later editions of the page, the specifications, the guides and the policy have beside it.</summary>
    public const string FurtherEnums =
        """
        MessagingType:
          UTILITY UTILITY
        MessageTag:
          NON_PROMOTIONAL_SUBSCRIPTION NON_PROMOTIONAL_SUBSCRIPTION
        AttachmentType:
          IG_REEL ig_reel
          POST post
          IG_POST ig_post
          STICKER sticker
        QuickReplyContentType:
          DISPLAY_PERSISTENT_MENU display_persistent_menu
          BUSINESS_LEAD_FORM business_lead_form
        SuggestionAction:
          ACCEPT ACCEPT
          DISMISS DISMISS
          IMPRESSION IMPRESSION
        MessageFolder:
          PARTNERSHIP PARTNERSHIP
        ThreadControlType:
          pass pass
          release release
        UtilityTemplateComponentType:
          HEADER header
          BODY body
          TITLE title
          BUTTONS buttons
        """;

    /// <summary>The error codes, in the order of the page, and what helps against each.</summary>
    public const string Errors =
        """
        551 Recipient
        100 Request
        613 Throttle
        2022 Permission
        190 Token
        10900 Request
        10903 Permission
        200 Permission
        10901 Window
        194 Request
        """;

    /// <summary>The errors of other pages, and those in responses that were seen.</summary>
    public const string FurtherErrors =
        """
        1 Wait
        1/99 Permission
        1/1357046 Wait
        2 Wait
        2/2018344 Permission
        3 Permission
        4 Throttle
        4/2018354 Wait
        9/2018352 Wait
        10 Permission
        10/1404170 Permission
        10/1893015 Recipient
        10/1893063 Permission
        10/2018065 Window
        10/2018108 Recipient
        10/2018278 Window
        10/2018336 Recipient
        10/2534022 Window
        10/2534077 Permission
        17 Throttle
        32 Throttle
        341 Throttle
        100/33 Request
        100/2018001 Request
        100/2018005 Request
        100/2018008 Request
        100/2018014 Request
        100/2018015 Request
        100/2018018 Request
        100/2018034 Request
        100/2018035 Request
        100/2018040 Request
        100/2018041 Request
        100/2018047 Request
        100/2018053 Request
        100/2018074 Request
        100/2018098 Request
        100/2018099 Request
        100/2018109 Request
        100/2018164 Request
        100/2018187 Request
        100/2018292 Request
        100/2018294 Request
        100/2018320 Request
        100/2018328 Request
        100/2534013 Permission
        100/2534014 Request
        100/2534015 Request
        100/2534025 Request
        100/2534029 Permission
        100/2534037 Permission
        102 Token
        105 Request
        190/458 Token
        190/459 Token
        190/460 Token
        190/463 Token
        190/467 Token
        200/1545041 Recipient
        200/2018021 Permission
        200/2018027 Permission
        200/2018028 Permission
        200/2534041 Permission
        230 Permission
        368 Permission
        551/1545041 Recipient
        613/1893016 Request
        613/2018338 Wait
        613/2534040 Throttle
        613/1996 Wait
        1200 Wait
        10902 Request
        36103 Permission
        80001 Wait
        80002 Wait
        80006 Throttle
        1545041 Window
        2018144 Wait
        2018300 Permission
        2018321 Wait
        9000001 Request
        """;

    /// <summary>What the page's words for types are in the schema language. Ids without a known form stay plain strings.</summary>
    public static IReadOnlyDictionary<string, string> TypeWords { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Object"] = "object",
        ["list<Object>"] = "list<object>",
        ["list<Attachment>"] = "list<union>",
        ["list<string>"] = "list<string>",
        ["UTF-8 string"] = "string",
        ["string"] = "string",
        ["string (object)"] = "object",
        ["string (one of many objects)"] = "union",
        ["UTF-8 string (number)"] = "string-or-integer",
        ["numeric string (number)"] = "string-or-integer digits",
        ["numeric string or integer"] = "string-or-integer",
        ["persona ID (number)"] = "string-or-integer digits",
        ["player ID"] = "string",
        [""] = "string",
        ["URL"] = "string url",
        ["ISO 4217 Currency Code"] = "string currency",
        ["integer"] = "integer",
        ["number"] = "number",
        ["boolean"] = "boolean",
        ["id (number)"] = "string-or-integer",
        ["digits (number)"] = "string-or-integer digits",
        ["any"] = "json",
        ["Message tag"] = "enum MessageTag",
    };
}

namespace PageMessagesGen.Reference.Tests.Page;

/// <summary>Writes where sources disagree. The schema has what was chosen, and this has why.</summary>
internal static class Disagreements
{
    private static readonly Disagreement[] All =
    [
        new(
            "Length of a text",
            "The [Send API page](#source-send-api) says less than 2000 characters. The [server's own answers](#source-report-text-length) say less than or equal to 2000.",
            "2000 characters are valid, because the server decides. The page says less than 1000 for `metadata`: 1000 are valid as well, and more is a warning."),
        new(
            "`messaging_type`",
            "The [Send API page](#source-send-api) requires it. The [reference](#source-reference) calls it optional, and most samples leave it out.",
            "Optional. [A message without it](#rule-message-says-why) gets advice only."),
        new(
            "Length of a text on Instagram",
            "One sentence of the [guides](#source-instagram-guides) says 1000 characters, another 1000 bytes of UTF-8.",
            "[1000 bytes](#rule-short-text-on-instagram). A text within this limit is also within the other one."),
        new(
            "Empty title of a quick reply",
            "The [guide](#source-quick-replies-guide) allows it with an image. A later sentence demands a title that is not empty.",
            "It can be empty [only with an image](#rule-empty-title-needs-image)."),
        new(
            "Code and URL of a coupon",
            "One page demands a code or a URL, another demands both.",
            "[One of them](#rule-coupon-needs-a-code-or-url) is enough, and both are valid."),
        new(
            "`is_reusable` with `attachment_id`, or while sending",
            "The same [page](#source-assets-guide) shows it and forbids it.",
            "Valid. [With `attachment_id`](#rule-reusable-only-for-new-images) there is advice, because nothing is left to save."),
        new(
            "Payload of an attachment",
            "The [reference](#source-reference) calls payloads strings. Every JSON sample has objects.",
            "An object, with a type for each [attachment](#attachment)."),
        new(
            "Buttons of a media template",
            "The [page](#source-media-template) says 3. Older [libraries](#source-client-libraries) say 1.",
            "[3](#rule-media-element-has-at-most-three-buttons), because the page is newer."),
        new(
            "Text of a button template",
            "The [page](#source-button-template) says 640 characters. It was 320 once.",
            "640 characters, because the page is newer."),
        new(
            "Error 1545041",
            "As a subcode of [200](#error-200-1545041) and [551](#error-551-1545041) it means that the person is unavailable. As a [code of its own](#error-1545041) it means that the window has closed.",
            "Both, each where it is documented."),
        new(
            "End of three message tags",
            "The [notice](#source-send-api) says 27 April 2026. Earlier announcements said 12 January and 10 February.",
            "Refused since 2026-04-27, the date of the last notice. See [MessageTag](#messagetag)."),
        new(
            "Title of a quick reply over 20 characters",
            "Today it is cut, and sent. In 2016 it was refused.",
            "A warning. See [QuickReply](#quickreply)."),
        new(
            "Number of `attachments`",
            "Up to 30 on Messenger, and up to 10 on Instagram.",
            "30, and [10 on Instagram](#rule-ten-attachments-on-instagram). More is a warning."),
        new(
            "Unknown members",
            "As far as is known, the server accepts them at the top level of a body. It refuses them inside a parameter.",
            "A warning at the top level (`unknown-member`), and an error elsewhere."),
        new(
            "Score of a CSAT question",
            "One place of the [page](#source-feedback-template) writes `one_to_five`, another `1_to_5`.",
            "`one_to_five`, which is written like the other [options](#feedbackscoreoption)."),
    ];

    public static void Write(Markdown page)
    {
        page.Heading(2, "Where sources disagree");
        page.Table(["about", "the sources", "chosen"], All.Select(row => new[] { row.About, row.Statements, row.Choice }));
    }
}

namespace PageMessagesGen.Emulator.Endpoints;

/// <summary>Describes the rules about what happened before, which no schema can say.</summary>
internal static class StateRules
{
    /// <summary>The Page may write only while the window is open.</summary>
    public const string Window = "window";

    /// <summary>Ids must be of something that there is.</summary>
    public const string KnownObject = "known-object";

    /// <summary>What can be used once must not have been used.</summary>
    public const string Once = "once";

    /// <summary>The app must have the conversation.</summary>
    public const string ThreadOwner = "thread-owner";

    /// <summary>The template must have been approved.</summary>
    public const string ApprovedTemplate = "approved-template";

    /// <summary>The customer must be reachable.</summary>
    public const string Reachable = "reachable";

    private const string ErrorCodes = "The common error codes of the Messenger Platform, updated on 25 June 2026.";
    private const string SendGuide = "The Send API guide of the Messenger Platform.";
    private const string PrivateReplies = "The guide to private replies of the Messenger Platform.";
    private const string Chosen = "No source has the server's answer; the emulator answers with error 100.";

    /// <summary>Gets all rules.</summary>
    public static IReadOnlyList<StateRule> All { get; } =
    [
        new(
            Window,
            "A message needs an open window: 24 hours since the customer last wrote, tapped or reacted, or 7 days with the tag HUMAN_AGENT.",
            "Utility messages, and messages with a token that the customer gave, can be sent at any time. Outside the window, the server answers "
            + "10/2018278, on Instagram 10/2534022.",
            [SendGuide, ErrorCodes]),
        new(
            KnownObject,
            "An attachment, a persona, a template, a token or a comment must be one that the server knows.",
            "An unknown attachment is answered with 100/2018074, an unknown comment with 100/2018292, on Instagram 100/2534025, and an unknown persona with 100/33.",
            [ErrorCodes, Chosen]),
        new(
            Once,
            "A comment or a post can have one private reply, within 7 days. A one-time token can be used once, within a year.",
            "A second private reply is answered with 10900, and a late one with 10901.",
            [PrivateReplies, ErrorCodes, Chosen]),
        new(
            ThreadOwner,
            "Only the app that has the conversation can send messages.",
            "Other apps are answered with 2018300, on Instagram with 100/2534037. They can take the conversation.",
            [ErrorCodes]),
        new(ApprovedTemplate, "A utility message needs a template that has been approved.", "A new template is pending until somebody decides.", [Chosen]),
        new(
            Reachable,
            "The customer must be reachable: they have not blocked the Page, and the Page has not blocked them.",
            "The server answers 551/1545041.",
            [ErrorCodes]),
    ];
}

/// <summary>A rule that is in no schema.</summary>
/// <param name="Name">The name.</param>
/// <param name="Demand">What it demands, as a sentence.</param>
/// <param name="Reason">The reason, as a sentence.</param>
/// <param name="Sources">Where it is known from, as sentences.</param>
internal sealed record StateRule(string Name, string Demand, string Reason, IReadOnlyList<string> Sources);

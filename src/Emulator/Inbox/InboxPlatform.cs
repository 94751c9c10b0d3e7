namespace PageMessagesGen.Emulator.Inbox;

/// <summary>The names of the platforms.</summary>
internal static class InboxPlatform
{
    public const string Messenger = "messenger";
    public const string Instagram = "instagram";
}

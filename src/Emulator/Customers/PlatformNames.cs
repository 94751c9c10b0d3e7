namespace PageMessagesGen.Emulator;

/// <summary>The names of the platforms on which customers write.</summary>
internal static class PlatformNames
{
    public const string Messenger = "messenger";
    public const string Instagram = "instagram";
}

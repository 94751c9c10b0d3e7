namespace PageMessagesGen.Emulator;

/// <summary>What an entry of the journal is about.</summary>
internal enum JournalKind
{
    /// <summary>A call of the Page that was accepted.</summary>
    Sent,

    /// <summary>A call of the Page that was refused.</summary>
    Refused,

    /// <summary>What a customer did.</summary>
    Received,

    /// <summary>An attempt to deliver events to a webhook, or to verify it.</summary>
    Webhook,
}

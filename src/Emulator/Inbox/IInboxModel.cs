using PageMessagesGen.Emulator.Endpoints;

namespace PageMessagesGen.Emulator.Inbox;

/// <summary>
/// The emulator as the inbox sees it. The methods are called on any thread. They throw an <see cref="ArgumentException"/>, whose message
/// is shown to the developer, for what is not possible.
/// </summary>
internal interface IInboxModel
{
    /// <summary>Gets all that happened.</summary>
    Journal Journal { get; }

    /// <summary>Gets the rules that are in no schema, such as those of the time in which messages can be sent.</summary>
    IEnumerable<StateRule> FurtherRules { get; }

    /// <summary>Gets the current state. <see cref="Journal.Touch"/> announces that it has changed.</summary>
    InboxState ReadState();

    /// <summary>Adds a customer.</summary>
    /// <param name="pageId">The id of the Page.</param>
    /// <param name="isInstagram">Whether the customer writes on Instagram.</param>
    /// <param name="name">The name.</param>
    InboxPerson AddPerson(string pageId, bool isInstagram, string name);

    /// <summary>Does what a customer does, and returns the number of the entry in the journal.</summary>
    long Act(InboxAction action);

    /// <summary>Approves or rejects a message template.</summary>
    void JudgeTemplate(string id, bool isApproved);

    /// <summary>Advances the clock.</summary>
    void AdvanceClock(TimeSpan time);

    /// <summary>Sets the clock to the current time.</summary>
    void ResetClock();

    /// <summary>Replaces all faults.</summary>
    void ReplaceFaults(IReadOnlyList<Fault> faults);
}

using PageMessagesGen.Calls;

namespace PageMessagesGen.Settlement;

/// <summary>A call whose message has an echo.</summary>
internal sealed class SettlingRun(Deadline deadline, TrackedSend send) : CallRun(deadline)
{
    /// <inheritdoc/>
    public override bool IsSettled => send.MessageId is not null;
}

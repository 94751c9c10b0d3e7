using PageMessages;

namespace PageMessagesGen.ForeignContext;

/// <summary>A message on its way, as a program of its own might store it.</summary>
public sealed record Outbox
{
    public required SendMessageRequest Request { get; init; }

    public SendMessageResponse? Response { get; init; }
}

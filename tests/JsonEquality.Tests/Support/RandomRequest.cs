using PageMessages;

namespace PageMessagesGen.JsonEquality.Tests.Support;

/// <summary>Makes requests of all shapes. Most of them make no sense; all of them are JSON.</summary>
internal sealed class RandomRequest(Random random)
{
    public SendMessageRequest Next() => new()
    {
        Recipient = new()
        {
            Id = Text(),
            PhoneNumber = Text(8),
            Name = Sometimes(() => new RecipientName { FirstName = Text(), LastName = Text() }),
            UserRef = Text(8),
            CommentId = Text(8),
            PostId = Text(8),
            PlayerId = Text(8),
            OneTimeNotifToken = Text(8),
            NotificationMessagesToken = Text(8),
            LoginId = Text(8),
        },
        MessagingType = Value<MessagingType>(),
        Message = Sometimes(NextMessage),
        SenderAction = Value<SenderAction>(),
        Payload = random.Next(6) == 0 ? RandomJson.Next(random) : null,
        Tag = Value<MessageTag>(),
        NotificationType = Value<NotificationType>(),
        PersonaId = Text(8),
    };

    private Message NextMessage() => new()
    {
        Text = Text(),
        DynamicText = Sometimes(() => new DynamicText { Text = RandomText.Next(random), FallbackText = Text() }),
        Attachment = Sometimes(() => new Attachment
        {
            Type = Enum.GetValues<AttachmentType>()[random.Next(10)],
            Payload = random.Next(2) == 0 ? RandomJson.Next(random) : null,
        }),
        QuickReplyType = Text(8),
        QuickReplies = Sometimes(() => List(NextReply)),
        Metadata = Text(4),
    };

    private QuickReply NextReply() => new()
    {
        ContentType = Enum.GetValues<QuickReplyContentType>()[random.Next(20)],
        Title = Text(),
        ImageUrl = Text(),
        Data = random.Next(5) == 0 ? NextData() : null,
        Payload = Text(),
    };

    private QuickReplyData NextData() => new()
    {
        App = Text(),
        DestAddress = Text(),
        StickerId = Text(),
        PaymentAmount = random.Next(2) == 0 ? random.NextInt64(long.MinValue, long.MaxValue) : null,
        PaymentCurrency = Text(),
        PaymentType = Value<PaymentType>(),
        PollOptions = Sometimes(() => List(() => RandomText.Next(random))),
        ProviderName = Text(),
        NativeUri = Text(),
    };

    private string? Text(int oneOf = 2) => random.Next(oneOf) == 0 ? RandomText.Next(random) : null;

    private T? Value<T>()
        where T : struct, Enum
    {
        var values = Enum.GetValues<T>();
        return random.Next(2) == 0 ? values[random.Next(values.Length)] : null;
    }

    private T? Sometimes<T>(Func<T> make)
        where T : class => random.Next(3) > 0 ? make() : null;

    private IReadOnlyList<T> List<T>(Func<T> make)
    {
        T[] items = [.. Enumerable.Range(0, random.Next(4)).Select(_ => make())];
        return random.Next(2) == 0 ? items : items.ToList();
    }
}

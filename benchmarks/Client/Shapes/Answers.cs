namespace PageMessagesGen.Benchmarks.Client.Shapes;

// The answer, as records with init (what the request looks like, too) and as classes with setters, which System.Text.Json's
// generator reads faster.

public sealed record SendAnswer
{
    public string? RecipientId { get; init; }

    public string? MessageId { get; init; }

    public string? AttachmentId { get; init; }
}

public sealed record ErrorAnswer
{
    public ErrorBody? Error { get; init; }
}

public sealed record ErrorBody
{
    public string? Message { get; init; }

    public string? Type { get; init; }

    public int? Code { get; init; }

    public int? ErrorSubcode { get; init; }

    public string? ErrorUserTitle { get; init; }

    public string? ErrorUserMsg { get; init; }

    public string? FbtraceId { get; init; }
}

public sealed class SettableSendAnswer
{
    public string? RecipientId { get; set; }

    public string? MessageId { get; set; }

    public string? AttachmentId { get; set; }
}

public sealed class SettableErrorAnswer
{
    public SettableErrorBody? Error { get; set; }
}

public sealed class SettableErrorBody
{
    public string? Message { get; set; }

    public string? Type { get; set; }

    public int? Code { get; set; }

    public int? ErrorSubcode { get; set; }

    public string? ErrorUserTitle { get; set; }

    public string? ErrorUserMsg { get; set; }

    public string? FbtraceId { get; set; }
}

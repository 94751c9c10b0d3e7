namespace PageMessagesGen.Generated;

/// <content>The error object of a response.</content>
public ref partial struct Utf8ResponseReader
{
    private GraphApiError? ReadError()
    {
        int? code = null, subcode = null;
        bool? isTransient = null;
        string? type = null, message = null, userTitle = null, userMessage = null, traceId = null;
        Open();
        while (ReadName(out var name))
        {
            if (name.SequenceEqual("message"u8))
                message = ReadErrorText();
            else if (name.SequenceEqual("type"u8))
                type = ReadErrorText();
            else if (name.SequenceEqual("code"u8))
                code = ReadErrorNumber();
            else if (name.SequenceEqual("error_subcode"u8))
                subcode = ReadErrorNumber();
            else if (name.SequenceEqual("error_user_title"u8))
                userTitle = ReadErrorText();
            else if (name.SequenceEqual("error_user_msg"u8))
                userMessage = ReadErrorText();
            else if (name.SequenceEqual("is_transient"u8))
                isTransient = ReadErrorBoolean();
            else if (name.SequenceEqual("fbtrace_id"u8))
                traceId = ReadErrorText();
            else
                Skip();
        }

        return _isMalformed ? null : new GraphApiError
        {
            Code = code,
            Subcode = subcode,
            Type = type,
            Message = message,
            UserTitle = userTitle,
            UserMessage = userMessage,
            IsTransient = isTransient,
            TraceId = traceId,
        };
    }

    // A member of an unexpected type is skipped, so that the rest of the error is kept.
    private string? ReadErrorText()
    {
        var isUnfit = _isUnfit;
        _isUnfit = false;
        var text = ReadString();
        _isUnfit = isUnfit;
        return text;
    }

    private int? ReadErrorNumber()
    {
        var isUnfit = _isUnfit;
        var number = ReadInteger();
        _isUnfit = isUnfit;
        return number is >= int.MinValue and <= int.MaxValue ? (int)number : null;
    }

    private bool? ReadErrorBoolean()
    {
        var isUnfit = _isUnfit;
        var value = ReadBoolean();
        _isUnfit = isUnfit;
        return value;
    }
}

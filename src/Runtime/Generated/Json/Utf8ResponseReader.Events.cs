namespace PageMessagesGen.Generated;

/// <content>The events of webhooks, which can have any form.</content>
public ref partial struct Utf8ResponseReader
{
    /// <summary>Determines whether a member of the object at the current position is true, without advancing.</summary>
    public readonly bool HasFlag(ReadOnlySpan<byte> name)
    {
        var ahead = this;
        if (ahead.Peek() != '{' || !ahead.BeginObject())
            return false;
        while (ahead.NextMember(out var member))
        {
            if (member.SequenceEqual(name))
                return ahead.Peek() == 't';
            ahead.Skip();
        }

        return false;
    }

    /// <summary>Determines whether the value at the current position is a string that equals another one, without advancing.</summary>
    public readonly bool Is(ReadOnlySpan<byte> text)
    {
        var ahead = this;
        return ahead.Peek() == '"' && ahead.ReadText(out var found) && found.SequenceEqual(text);
    }

    /// <summary>Goes back to a position if what was read since then does not match the schema.</summary>
    /// <param name="start">The position.</param>
    /// <returns><see langword="true"/> if the reader went back.</returns>
    public bool Undo(in Utf8ResponseReader start)
    {
        if (_isMalformed || _isUnfit == start._isUnfit)
            return false;
        this = start;
        return true;
    }
}

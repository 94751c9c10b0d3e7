namespace PageMessagesGen.Generated;

/// <content>The events of webhooks, which can have any form.</content>
public ref partial struct Utf8ResponseReader
{
    /// <summary>Reads a value, and finds out which of its members is true.</summary>
    /// <param name="first">The name of a member.</param>
    /// <param name="second">The name of another one, which counts if the first is not true; it can be empty.</param>
    /// <returns>0 for the first, 1 for the second, and 2 if none is true.</returns>
    public int ReadFlag(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second = default)
    {
        var found = 2;
        if (Peek() != '{')
        {
            Skip();
            return found;
        }

        Open();
        while (ReadName(out var member))
        {
            if (member.SequenceEqual(first))
                found = Peek() == 't' ? 0 : found;
            else if (found > 1 && member.SequenceEqual(second) && Peek() == 't')
                found = 1;
            Skip();
        }

        return found;
    }

    /// <summary>Finds out which member of the value at the current position is true, like <see cref="ReadFlag"/>, without advancing.</summary>
    public readonly int FindFlag(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second = default)
    {
        var ahead = this;
        return ahead.ReadFlag(first, second);
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

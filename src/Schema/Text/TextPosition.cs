namespace PageMessagesGen.Schema.Text;

/// <summary>A position in a string.</summary>
/// <param name="Index">The number of UTF-16 code units before the position.</param>
/// <param name="Line">The line; the first is 1.</param>
/// <param name="Column">The column in UTF-16 code units; the first is 1.</param>
internal readonly record struct TextPosition(int Index, int Line, int Column)
{
    /// <summary>Gets the start of a string.</summary>
    public static TextPosition Start { get; } = new(0, 1, 1);

    /// <summary>Formats the position as compilers and editors do: <c>(line,column)</c>.</summary>
    public override string ToString() => $"({Line},{Column})";
}

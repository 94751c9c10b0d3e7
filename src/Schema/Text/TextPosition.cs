namespace PageMessagesGen.Schema.Text;

/// <summary>A place in a text.</summary>
/// <param name="Index">The number of UTF-16 code units before it.</param>
/// <param name="Line">Its line; the first is 1.</param>
/// <param name="Column">Its column in UTF-16 code units; the first is 1.</param>
public readonly record struct TextPosition(int Index, int Line, int Column)
{
    /// <summary>The beginning of a text.</summary>
    public static TextPosition Start { get; } = new(0, 1, 1);

    /// <summary>Writes the place as editors and compilers do: <c>(line,column)</c>.</summary>
    public override string ToString() => $"({Line},{Column})";
}

namespace PageMessagesGen.Schema.Text;

/// <summary>A stretch of a text.</summary>
/// <param name="Start">Its first character.</param>
/// <param name="End">The place behind its last character.</param>
public readonly record struct TextRange(TextPosition Start, TextPosition End)
{
    /// <summary>The beginning of a text, for what concerns the text as a whole.</summary>
    public static TextRange FileStart { get; } = new(TextPosition.Start, TextPosition.Start);

    /// <inheritdoc/>
    public override string ToString() => $"{Start}-{End}";
}

namespace PageMessagesGen.Schema.Text;

/// <summary>A range of a string.</summary>
/// <param name="Start">The position of its first character.</param>
/// <param name="End">The position after its last character.</param>
internal readonly record struct TextRange(TextPosition Start, TextPosition End)
{
    /// <summary>Gets the start of a string, for diagnostics about the whole string.</summary>
    public static TextRange FileStart { get; } = new(TextPosition.Start, TextPosition.Start);

    /// <inheritdoc/>
    public override string ToString() => $"{Start}-{End}";
}

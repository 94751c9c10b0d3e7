namespace PageMessagesGen.Schema.Text;

/// <summary>A range of a file.</summary>
/// <param name="Start">The position of its first character.</param>
/// <param name="End">The position after its last character.</param>
/// <param name="File">The path of the file; null for the file that is read as the schema itself.</param>
internal readonly record struct TextRange(TextPosition Start, TextPosition End, string? File = null)
{
    /// <summary>Gets the start of the file that is read as the schema itself, for diagnostics about the whole schema.</summary>
    public static TextRange FileStart { get; } = new(TextPosition.Start, TextPosition.Start);

    /// <summary>Gets the line as a message at another range names it: with the file, if that is another one.</summary>
    public string LineSeenFrom(TextRange other) =>
        File is null || File == other.File ? $"line {Start.Line}" : $"line {Start.Line} of {FilePath.NameOf(File)}";

    /// <inheritdoc/>
    public override string ToString() => $"{Start}-{End}";
}

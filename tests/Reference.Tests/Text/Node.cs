namespace PageMessagesGen.Reference.Tests.Text;

/// <summary>A value of JSON or C#: a word, or parts in brackets.</summary>
/// <param name="Head">The word, or what stands before the brackets.</param>
/// <param name="Open">The opening bracket; empty for a word.</param>
/// <param name="Close">The closing bracket.</param>
/// <param name="Parts">The parts, each with its name and what separates the two; a part of a list has none.</param>
internal sealed record Node(string Head, string Open, string Close, IReadOnlyList<(string Label, Node Value)> Parts)
{
    /// <summary>Gets the text on one line.</summary>
    public string OneLine => Parts.Count == 0
        ? Head + Open + Close
        : $"{Start}{Padding}{string.Join(", ", Parts.Select(part => part.Label + part.Value.OneLine))}{Padding}{Close}";

    /// <summary>Gets the text up to the first part.</summary>
    public string Start => Head.Length == 0 ? Open : $"{Head} {Open}";

    /// <summary>Gets how many brackets are inside each other.</summary>
    public int Depth => Parts.Count == 0 ? 0 : 1 + Parts.Max(part => part.Value.Depth);

    private string Padding => Open == "{" ? " " : "";

    /// <summary>Creates a word.</summary>
    public static Node Word(string text) => new(text, "", "", []);

    /// <summary>Creates a list.</summary>
    public static Node List(IEnumerable<Node> items) => new("", "[", "]", [.. items.Select(item => ("", item))]);
}

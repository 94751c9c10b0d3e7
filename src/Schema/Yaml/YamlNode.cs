using PageMessagesGen.Schema.Text;

namespace PageMessagesGen.Schema.Yaml;

/// <summary>A node of a YAML document with its place. Every scalar is text: what it means is the schema reader's business.</summary>
internal abstract record YamlNode(TextRange Range)
{
    /// <summary>The node's kind in the words of an error message.</summary>
    public abstract string Kind { get; }
}

/// <summary>A text. It is plain if it stands without quotes: in an example, <c>12</c> is a number then, and <c>"12"</c> is not.</summary>
internal sealed record YamlScalar(string Value, bool IsPlain, TextRange Range) : YamlNode(Range)
{
    /// <summary>Whether there is nothing behind the colon. An empty text is written <c>""</c>.</summary>
    public bool IsMissing => IsPlain && Value.Length == 0;

    public override string Kind => IsMissing ? "empty" : "text";
}

internal sealed record YamlSequence(IReadOnlyList<YamlNode> Items, TextRange Range) : YamlNode(Range)
{
    public override string Kind => "a list";
}

internal sealed record YamlMapping(IReadOnlyList<YamlEntry> Entries, TextRange Range) : YamlNode(Range)
{
    public override string Kind => "a mapping";
}

/// <summary>A key of a mapping and its value.</summary>
internal sealed record YamlEntry(YamlScalar Key, YamlNode Value);

using PageMessagesGen.Schema.Text;

namespace PageMessagesGen.Schema.Yaml;

/// <summary>A node of a YAML document and its position. Every scalar is a string; the schema reader interprets it.</summary>
internal abstract record YamlNode(TextRange Range)
{
    /// <summary>Gets the kind of the node in the words of an error message.</summary>
    public abstract string Kind { get; }
}

/// <summary>A scalar. It is plain if it has no quotes: in an example, <c>12</c> is a number, and <c>"12"</c> is not.</summary>
internal sealed record YamlScalar(string Value, bool IsPlain, TextRange Range) : YamlNode(Range)
{
    /// <summary>Gets a value that indicates whether nothing follows the colon. An empty string is written <c>""</c>.</summary>
    public bool IsMissing => IsPlain && Value.Length == 0;

    public override string Kind => IsMissing ? "empty" : "a string";
}

internal sealed record YamlSequence(IReadOnlyList<YamlNode> Items, TextRange Range) : YamlNode(Range)
{
    public override string Kind => "a list";
}

internal sealed record YamlMapping(IReadOnlyList<YamlEntry> Entries, TextRange Range) : YamlNode(Range)
{
    public override string Kind => "a mapping";

    /// <summary>Gets the value of a key; null if the key is absent.</summary>
    public YamlNode? Find(string key)
    {
        // Mappings are looked into for every key that they could have, so this does without LINQ.
        for (var i = 0; i < Entries.Count; i++)
        {
            if (Entries[i].Key.Value == key)
                return Entries[i].Value;
        }

        return null;
    }
}

/// <summary>A key of a mapping and its value.</summary>
internal sealed record YamlEntry(YamlScalar Key, YamlNode Value);

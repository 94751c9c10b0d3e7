using PageMessagesGen.Schema.Text;

namespace PageMessagesGen.Schema.Model;

/// <summary>A JSON value as it stands on the wire, or in an example of the schema.</summary>
/// <param name="Range">Where it stands, if it comes from a schema.</param>
internal abstract record WireValue(TextRange Range);

/// <summary>An object.</summary>
internal sealed record WireObject(EquatableArray<WireMember> Members, TextRange Range) : WireValue(Range)
{
    /// <summary>Finds the value of a member.</summary>
    public WireValue? Find(string name) => Members.FirstOrDefault(m => m.Name == name)?.Value;
}

/// <summary>A member of an object.</summary>
internal sealed record WireMember(string Name, WireValue Value, TextRange Range);

/// <summary>A list.</summary>
internal sealed record WireList(EquatableArray<WireValue> Items, TextRange Range) : WireValue(Range);

/// <summary>A text.</summary>
internal sealed record WireText(string Text, TextRange Range) : WireValue(Range);

/// <summary>A number, as it is written.</summary>
internal sealed record WireNumber(string Digits, TextRange Range) : WireValue(Range);

/// <summary>True or false.</summary>
internal sealed record WireBoolean(bool Value, TextRange Range) : WireValue(Range);

/// <summary>A file, which was sent beside the JSON.</summary>
internal sealed record WireFile(TextRange Range) : WireValue(Range);

/// <summary>Null.</summary>
internal sealed record WireNull(TextRange Range) : WireValue(Range);

using PageMessagesGen.Schema.Text;

namespace PageMessagesGen.Schema.Model;

/// <summary>A JSON value as it stands on the wire, or in an example of the schema.</summary>
/// <param name="Range">Where it stands, if it comes from a schema.</param>
public abstract record WireValue(TextRange Range);

/// <summary>An object.</summary>
public sealed record WireObject(EquatableArray<WireMember> Members, TextRange Range) : WireValue(Range)
{
    /// <summary>Finds the value of a member.</summary>
    public WireValue? Find(string name) => Members.FirstOrDefault(m => m.Name == name)?.Value;
}

/// <summary>A member of an object.</summary>
public sealed record WireMember(string Name, WireValue Value, TextRange Range);

/// <summary>A list.</summary>
public sealed record WireList(EquatableArray<WireValue> Items, TextRange Range) : WireValue(Range);

/// <summary>A text.</summary>
public sealed record WireText(string Text, TextRange Range) : WireValue(Range);

/// <summary>A number, as it is written.</summary>
public sealed record WireNumber(string Digits, TextRange Range) : WireValue(Range);

/// <summary>True or false.</summary>
public sealed record WireBoolean(bool Value, TextRange Range) : WireValue(Range);

/// <summary>Null.</summary>
public sealed record WireNull(TextRange Range) : WireValue(Range);

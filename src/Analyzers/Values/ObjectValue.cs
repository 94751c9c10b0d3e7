using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PageMessagesGen.Analyzers.Rules;

namespace PageMessagesGen.Analyzers.Values;

/// <summary>An object: a generated record, or one written as JSON.</summary>
/// <param name="type">Its type; null for JSON.</param>
/// <param name="members">What is set, by the names on the wire. It does not change any more.</param>
/// <param name="isOpen">Whether other members may be set as well.</param>
/// <param name="creation">Where it is made; null for JSON.</param>
internal sealed class ObjectValue(
    INamedTypeSymbol? type, Dictionary<string, SetMember> members, bool isOpen, IOperation? creation) : Value
{
    public INamedTypeSymbol? Type { get; } = type;

    public Dictionary<string, SetMember> Members { get; } = members;

    public bool IsOpen { get; } = isOpen;

    public IOperation? Creation { get; } = creation;

    /// <summary>Gets the object around it, which is what members hold, or null.</summary>
    public ObjectValue? Outer { get; private set; }

    /// <summary>Puts an object around it, in which the members of the schema that its type does not have are set.</summary>
    public ObjectValue Around(Envelope envelope)
    {
        var outer = new Dictionary<string, SetMember>(StringComparer.Ordinal) { [envelope.Name] = new SetMember(TextValue.Known(envelope.Value), null) };
        if (envelope.Content is { } content)
            outer[content] = new SetMember(new ObjectValue(Type, Members, IsOpen, Creation), null);
        Outer = new ObjectValue(null, outer, isOpen: false, Creation);
        return this;
    }

    /// <summary>What a member is.</summary>
    public Value Find(string name) => Members.TryGetValue(name, out var member) ? member.Value
        : IsOpen ? UnknownValue.Anything
        : AbsentValue.Instance;
}

/// <summary>A member that is set.</summary>
/// <param name="value">What it is.</param>
/// <param name="assignment">Where that is written; null in JSON.</param>
internal sealed class SetMember(Value value, IOperation? assignment)
{
    public Value Value { get; } = value;

    public IOperation? Assignment { get; } = assignment;
}

/// <summary>A map, of which no value is known.</summary>
/// <param name="names">The names that it surely has.</param>
internal sealed class MapValue(ImmutableArray<string> names) : Value
{
    public ImmutableArray<string> Names { get; } = names;
}

/// <summary>A list.</summary>
/// <param name="elements">The elements that it surely has.</param>
/// <param name="isOpen">Whether it may have more.</param>
internal sealed class ListValue(ImmutableArray<Value> elements, bool isOpen) : Value
{
    public ImmutableArray<Value> Elements { get; } = elements;

    public bool IsOpen { get; } = isOpen;
}

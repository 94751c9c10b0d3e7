using Microsoft.CodeAnalysis;
using PageMessagesGen.Analyzers.Rules;
using PageMessagesGen.Analyzers.Values;

namespace PageMessagesGen.Analyzers.Evaluation;

/// <summary>Evaluates shapes of unions that the schema leaves open, whose members are JSON.</summary>
internal static class RawShapes
{
    /// <summary>Gets the shape for a JSON string.</summary>
    public static Value Evaluate(Value? text, INamedTypeSymbol raw, TypeRules type, IOperation creation, RuleAttributeReader rules)
    {
        var members = new Dictionary<string, SetMember>(StringComparer.Ordinal);
        var isKnown = TryAddMembers(members, text is TextValue { Text: { } json } ? JsonReader.Read(json) : null, raw, type, rules);
        var value = new ObjectValue(raw, members, isOpen: !isKnown, creation);
        return type.Envelope is { } envelope ? value.Around(envelope) : value;
    }

    /// <summary>Adds the members of JSON. The string that selects the shape becomes the value of its enum.</summary>
    /// <returns>False if the members are not known.</returns>
    public static bool TryAddMembers(Dictionary<string, SetMember> members, Value? json, INamedTypeSymbol raw, TypeRules type, RuleAttributeReader rules)
    {
        if (json is not ObjectValue { Type: null } body)
            return false;
        foreach (var member in body.Members)
            members[member.Key] = member.Value;
        foreach (var property in raw.GetMembers().OfType<IPropertySymbol>())
        {
            if (type.WireNames.TryGetValue(property.Name, out var name) && body.Find(name) is TextValue { Text: { } wire } && rules.FindValue(property.Type, wire) is { } value)
                members[name] = new SetMember(value, null);
        }

        return true;
    }
}

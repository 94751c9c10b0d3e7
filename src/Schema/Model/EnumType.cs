using PageMessagesGen.Schema.Text;

namespace PageMessagesGen.Schema.Model;

/// <summary>A closed set of values.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Summary">What the values say.</param>
/// <param name="Members">The values, in the order of the file.</param>
/// <param name="Range">Where its name stands.</param>
internal sealed record EnumType(string Name, string Summary, NamedList<EnumMember> Members, TextRange Range) : INamed
{
    private readonly WireIndex _wires = new(Members);

    /// <summary>Finds the member that a value on the wire means. Servers and old code differ in casing, so any casing is taken.</summary>
    public EnumMember? FindWire(string wire) =>
        _wires.Find(wire);

    // It follows from the members, so it makes no difference between two enums.
    private sealed class WireIndex(NamedList<EnumMember> members) : IEquatable<WireIndex>
    {
        private readonly Lazy<Dictionary<string, EnumMember>> _byWire = new(() => members
            .GroupBy(m => m.Wire, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(g => g.Key, g => g.First(), StringComparer.OrdinalIgnoreCase));

        public EnumMember? Find(string wire) => _byWire.Value.TryGetValue(wire, out var member) ? member : null;

        public bool Equals(WireIndex? other) => true;

        public override bool Equals(object? obj) => true;

        public override int GetHashCode() => 0;
    }
}

/// <summary>One value of an enum.</summary>
/// <param name="Name">Its name in the schema, such as <c>TYPING_ON</c>.</param>
/// <param name="CodeName">Its name in code, where the one that follows from its name will not do.</param>
/// <param name="Wire">What is sent for it, such as <c>typing_on</c>.</param>
/// <param name="Summary">What it means.</param>
/// <param name="Undocumented">Whether the reference lists it and no guide describes it.</param>
/// <param name="OnlyWhen">A condition for using it that no rule can check; null if it has no such condition.</param>
/// <param name="Platforms">Where it exists; empty for everywhere.</param>
/// <param name="Lifecycle">From when to when it can be used.</param>
/// <param name="Evidence">Where this is known from.</param>
/// <param name="Range">Where its name stands.</param>
internal sealed record EnumMember(
    string Name,
    string? CodeName,
    string Wire,
    string Summary,
    bool Undocumented,
    string? OnlyWhen,
    EquatableArray<string> Platforms,
    Lifecycle Lifecycle,
    Evidence Evidence,
    TextRange Range) : INamed
{
    /// <summary>Gets where, and until when, it can be used as of a day.</summary>
    public Availability AvailabilityOn(SchemaDate day) => new(Platforms, Lifecycle.RetirementOn(day));
}

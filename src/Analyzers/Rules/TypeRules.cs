using System.Collections.Immutable;

namespace PageMessagesGen.Analyzers.Rules;

/// <summary>What a generated type demands.</summary>
/// <param name="Members">Its members, by their names on the wire.</param>
/// <param name="WireNames">Their names on the wire, by their names in C#.</param>
/// <param name="Rules">The rules between them on all platforms.</param>
/// <param name="PlatformRules">The rules between them on some platforms.</param>
/// <param name="Discriminator">The member that is written with the others and selects the shape of a union, or null.</param>
/// <param name="Envelope">The object around the members, or null.</param>
internal sealed record TypeRules(
    IReadOnlyDictionary<string, MemberRules> Members,
    IReadOnlyDictionary<string, string> WireNames,
    ImmutableArray<TypeRule> Rules,
    ImmutableArray<TypeRule> PlatformRules,
    (string Name, string Value)? Discriminator,
    Envelope? Envelope)
{
    /// <summary>Whether it is a shape that the schema leaves open, which has JSON instead of members.</summary>
    public bool IsRaw { get; init; }

    /// <summary>Gets the bit of a member; 0 if it has none.</summary>
    public ulong BitOf(string name) => Members.TryGetValue(name, out var member) ? member.Bit : 0;
}

/// <summary>The object around the members of a shape of a union.</summary>
/// <param name="Name">The member that selects the shape.</param>
/// <param name="Value">Its value.</param>
/// <param name="Content">The member that has the members of the shape; null if the shape has none.</param>
/// <param name="Availability">Where, and until when, the shape can be used.</param>
internal sealed record Envelope(string Name, string Value, string? Content, Availability Availability);

/// <summary>A rule, with the filter that decides most often that it is met.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Filter">The filter.</param>
internal readonly record struct TypeRule(Rule Rule, RuleFilter Filter);

/// <summary>What a member demands by itself.</summary>
/// <param name="Name">Its name on the wire.</param>
/// <param name="Index">Its index among the members.</param>
/// <param name="IsRequired">Whether it is required.</param>
/// <param name="Limits">Its limits.</param>
/// <param name="LimitSeverity">The severity of exceeding one.</param>
/// <param name="Availability">Where, and until when, it can be used.</param>
/// <param name="IsJson">Whether it is JSON whose shape the schema leaves open.</param>
internal sealed record MemberRules(
    string Name, int Index, bool IsRequired, EquatableArray<Limit> Limits, RuleSeverity LimitSeverity, Availability Availability, bool IsJson)
{
    private const int MostBits = 63;

    /// <summary>Gets the bit of the member; 0 for those behind the 63rd.</summary>
    public ulong Bit => Index < MostBits ? 1UL << Index : 0;
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace PageMessagesGen.Analyzers.Rules;

/// <summary>What a generated type demands.</summary>
/// <param name="Members">Its members, by their names on the wire.</param>
/// <param name="WireNames">Their names on the wire, by their names in C#.</param>
/// <param name="Rules">What holds between them everywhere.</param>
/// <param name="PlatformRules">What holds between them on some platforms.</param>
/// <param name="Discriminator">The member that is written by itself and tells the shapes of a union apart; null if there is none.</param>
internal sealed record TypeRules(
    IReadOnlyDictionary<string, MemberRules> Members,
    IReadOnlyDictionary<string, string> WireNames,
    ImmutableArray<Rule> Rules,
    ImmutableArray<Rule> PlatformRules,
    (string Name, string Value)? Discriminator);

/// <summary>What a member demands by itself.</summary>
/// <param name="Name">Its name on the wire.</param>
/// <param name="IsRequired">Whether it must be set.</param>
/// <param name="Limits">What limits its value.</param>
/// <param name="Availability">Where and since when it can be used.</param>
internal sealed record MemberRules(string Name, bool IsRequired, ImmutableArray<Limit> Limits, Availability Availability);

/// <summary>Where and since when a member or a value can be used.</summary>
/// <param name="Platforms">Where it exists; empty for everywhere.</param>
/// <param name="Retirement">What the schema's day says of it; null if it is in use.</param>
internal sealed record Availability(ImmutableArray<string> Platforms, Retirement? Retirement)
{
    public static readonly Availability Everywhere = new([], null);
}

/// <summary>Something is on its way out, or gone.</summary>
/// <param name="IsRefusal">Whether the server refuses it, now or on a day to come.</param>
/// <param name="Since">The day.</param>
/// <param name="Severity">How bad it is to use it.</param>
/// <param name="Because">What happened.</param>
internal sealed record Retirement(bool IsRefusal, string Since, DiagnosticSeverity Severity, string Because);

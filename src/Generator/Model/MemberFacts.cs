using PageMessagesGen.Schema.Judging;
using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Generator.Model;

/// <summary>Puts the facts of a member into sentences of XML documentation.</summary>
internal static class MemberFacts
{
    public static EquatableArray<string> Describe(Member member)
    {
        var facts = new List<string> { $"Wire name <c>{CSharpText.Documentation(member.Name)}</c>." };
        if (member.Required)
            facts.Add("Required.");
        if (member.Default is { } value)
            facts.Add($"The server takes <c>{CSharpText.Documentation(value)}</c> where it is absent; the default is never sent.");
        if (member.Emoji)
            facts.Add("Supports emoji.");
        facts.AddRange(LimitFacts(member.Limits));
        if (member.Type is ScalarReference { Kind: ScalarKind.StringOrInteger })
            facts.Add("Text or a whole number on the wire.");
        if (member.Discriminator is { } sibling)
            facts.Add($"Its shape depends on <c>{CSharpText.Documentation(sibling)}</c>.");
        AddValidity(facts, member.Platforms, member.Validity, member.Undocumented);
        return facts.ToEquatableArray();
    }

    public static EquatableArray<string> Describe(EnumMember member)
    {
        var facts = new List<string> { $"Wire value <c>{CSharpText.Documentation(member.Wire)}</c>." };
        if (member.OnlyWhen is { } condition)
            facts.Add($"Use it only when {CSharpText.Documentation(condition)}.");
        AddValidity(facts, member.Platforms, member.Validity, member.Undocumented);
        return facts.ToEquatableArray();
    }

    private static void AddValidity(List<string> facts, EquatableArray<string> platforms, Validity validity, bool isUndocumented)
    {
        if (platforms.Count > 0)
            facts.Add($"Only on {string.Join(" and ", platforms)}.");
        if (validity.Since is { } since)
            facts.Add($"Since {since}.");
        if (validity.DeprecatedSince is { } deprecated)
            facts.Add($"Deprecated since {deprecated}.");
        if (validity.RefusedSince is { } refused)
            facts.Add($"Refused since {refused}.");
        if (validity.Because is { } because)
            facts.Add(CSharpText.Documentation(because));
        if (isUndocumented)
            facts.Add("The reference lists it, but no guide describes it.");
    }

    private static IEnumerable<string> LimitFacts(Limits limits)
    {
        if (limits.MinLength is { } minLength)
            yield return $"At least {minLength}.";
        if (limits.MaxLength is { } maxLength)
            yield return maxLength.IsExclusive ? $"U{maxLength.ToString().Substring(1)}." : $"At most {maxLength}.";
        if (limits.MinCount is { } minCount)
            yield return $"At least {minCount} element{(minCount == 1 ? "" : "s")}.";
        if (limits.MaxCount is { } maxCount)
            yield return $"At most {maxCount} element{(maxCount == 1 ? "" : "s")}.";
        if (limits.Min is { } min)
            yield return $"At least {min}.";
        if (limits.Max is { } max)
            yield return $"At most {max}.";
        if (limits.Format is not TextFormat.Any)
            yield return $"It must be {TextFormats.Describe(limits.Format)}.";
    }
}

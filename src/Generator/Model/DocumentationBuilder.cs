using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Generator.Model;

/// <summary>Puts the facts of a member into sentences of XML documentation.</summary>
internal static class DocumentationBuilder
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
        facts.AddRange(member.Limits.Select(limit => $"{(member.Type is ListReference && !limit.IsOfList ? "Each element" : "It")} {Messages.Describe(limit)}."));
        if (member.Type is ScalarReference { Kind: ScalarKind.StringOrInteger })
            facts.Add("Text or a whole number on the wire.");
        if (member.Type is ScalarReference { Kind: ScalarKind.IntegerOrString or ScalarKind.Timestamp })
            facts.Add("A number or a string on the wire.");
        if (member.Discriminator is { } sibling)
            facts.Add($"Its shape depends on <c>{CSharpText.Documentation(sibling)}</c>.");
        AddLifecycle(facts, member.Platforms, member.Lifecycle, member.Undocumented);
        return facts.ToEquatableArray();
    }

    public static EquatableArray<string> Describe(EnumMember member)
    {
        var facts = new List<string> { $"Wire value <c>{CSharpText.Documentation(member.Wire)}</c>." };
        if (member.OnlyWhen is { } condition)
            facts.Add($"Use it only when {CSharpText.Documentation(condition)}.");
        AddLifecycle(facts, member.Platforms, member.Lifecycle, member.Undocumented);
        return facts.ToEquatableArray();
    }

    private static void AddLifecycle(List<string> facts, EquatableArray<string> platforms, Lifecycle lifecycle, bool isUndocumented)
    {
        if (platforms.Count > 0)
            facts.Add($"Only on {string.Join(" and ", platforms)}.");
        if (lifecycle.Since is { } since)
            facts.Add($"Since {since}.");
        if (lifecycle.DeprecatedSince is { } deprecated)
            facts.Add($"Deprecated since {deprecated}.");
        if (lifecycle.RefusedSince is { } refused)
            facts.Add($"Refused since {refused}.");
        if (lifecycle.Reason is { } reason)
            facts.Add(CSharpText.Documentation(reason));
        if (isUndocumented)
            facts.Add("The reference lists it, but no guide describes it.");
    }
}

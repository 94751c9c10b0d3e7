using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Generator.Model;

/// <summary>Puts the facts of a member into sentences of XML documentation.</summary>
internal static class MemberFacts
{
    public static EquatableArray<string> Describe(Member member)
    {
        var facts = new List<string> { $"Wire name <c>{member.Name}</c>." };
        if (member.Required)
            facts.Add("Required.");
        if (member.Default is { } value)
            facts.Add($"The server takes <c>{CSharpText.Documentation(value)}</c> where it is absent; the default is never sent.");
        if (member.Emoji)
            facts.Add("Supports emoji.");
        if (member.Format is not TextFormat.Any)
            facts.Add(Form(member.Format));
        if (member.Type is ScalarReference { Kind: ScalarKind.StringOrInteger })
            facts.Add("Text or a whole number on the wire.");
        if (member.Undocumented)
            facts.Add(Undocumented);
        return facts.ToEquatableArray();
    }

    public static EquatableArray<string> Describe(EnumMember member)
    {
        var facts = new List<string> { $"Wire value <c>{CSharpText.Documentation(member.Wire)}</c>." };
        if (member.Undocumented)
            facts.Add(Undocumented);
        return facts.ToEquatableArray();
    }

    private const string Undocumented = "The reference lists it, but no guide describes it.";

    private static string Form(TextFormat format) => format switch
    {
        TextFormat.Digits => "Decimal digits only.",
        TextFormat.Url => "An absolute http or https address.",
        TextFormat.Currency => "A currency code of ISO 4217, such as EUR.",
        _ => throw new InvalidOperationException($"There are no words for {format}."),
    };
}

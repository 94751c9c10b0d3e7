using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Reference.Tests.Page;

/// <summary>Writes an object: its members, then its rules.</summary>
internal static class TypeSection
{
    private static readonly string[] MemberColumns = ["JSON", "C#", "type", "required", "limits", "meaning", "sources"];
    private static readonly string[] RuleColumns = ["rule", "severity", "demand and reason", "answer", "sources"];

    public static void Write(Markdown page, ObjectType type)
    {
        page.Heading(3, CodeNames.OfType(type.Name));
        page.Paragraph(Markdown.Escape(type.Summary));
        if (UnionSection.DescribeShape(type.Name) is { } owner)
            page.Paragraph(owner);
        if (type.Members.Count == 0)
            page.Paragraph("It has no members.");
        else
            page.Table(MemberColumns, type.Members.Select(member => Row(type, member)));
        if (type.Rules.Count > 0)
            page.Table(RuleColumns, type.Rules.Select(Row));
    }

    private static string[] Row(ObjectType type, Member member) =>
    [
        Markdown.Code(member.Name),
        Markdown.Code(member.Type.IsFile ? CodeNames.OfFile(type.Name) : CodeNames.OfMember(type.Name, member.Name)),
        Describe(member.Type),
        member.Required ? "yes" : "",
        FactText.Limits(member),
        FactText.Meaning(member),
        FactText.Sources(member.Evidence),
    ];

    private static string[] Row(DeclaredRule declared) =>
    [
        Markdown.Target(RuleText.Anchor(declared.Rule.Name)) + Markdown.Code(declared.Rule.Name),
        FactText.Severity(declared.Rule.Severity),
        RuleText.Describe(declared.Rule),
        FactText.Answer(declared.Answer),
        FactText.Sources(declared.Evidence),
    ];

    /// <summary>Writes a type, with a link if it has a section.</summary>
    public static string Describe(TypeReference type) => type switch
    {
        ListReference list => $"list of {Describe(list.Element)}",
        MapReference map => $"map of {Describe(map.Value)}",
        ObjectReference record => Markdown.Link(CodeNames.OfType(record.Name)),
        UnionReference union => Markdown.Link(CodeNames.OfType(union.Name)),
        EnumReference values => Markdown.Link(CodeNames.OfType(values.Name)),
        ScalarReference { Kind: ScalarKind.String } => "`string`",
        ScalarReference { Kind: ScalarKind.StringOrInteger } => "`string`, in JSON also an integer",
        ScalarReference { Kind: ScalarKind.Integer } => "`long`",
        ScalarReference { Kind: ScalarKind.Number } => "`decimal`",
        ScalarReference { Kind: ScalarKind.Boolean } => "`bool`",
        ScalarReference { Kind: ScalarKind.Date } => "`DateOnly`",
        ScalarReference { Kind: ScalarKind.DateTime } => "`DateTimeOffset`",
        ScalarReference { Kind: ScalarKind.Json } => "`JsonElement`",
        ScalarReference { Kind: ScalarKind.File } => "`GraphFile`, a part of its own beside the JSON",
        _ => throw new InvalidOperationException($"There are no words for {type}."),
    };
}

using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Reference.Tests.Page;

/// <summary>Writes an enum: its values in JSON and in C#.</summary>
internal static class EnumSection
{
    private static readonly string[] Columns = ["JSON", "C#", "meaning", "sources"];

    public static void Write(Markdown page, EnumType type)
    {
        page.Heading(3, CodeNames.OfType(type.Name));
        page.Paragraph(Markdown.Escape(type.Summary));
        page.Table(Columns, type.Members.Select(member => Row(type, member)));
    }

    private static string[] Row(EnumType type, EnumMember member) =>
    [
        Markdown.Code(member.Wire),
        Markdown.Code(CodeNames.OfValue(type.Name, member.Name)),
        FactText.Meaning(member),
        FactText.Sources(member.Evidence),
    ];
}

using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Reference.Tests.Page;

/// <summary>Writes a union: the value that selects each shape, and its record.</summary>
internal static class UnionSection
{
    public static void Write(Markdown page, UnionType union)
    {
        page.Heading(3, CodeNames.OfType(union.Name));
        page.Paragraph(Markdown.Escape(union.Summary));
        if (DescribeShape(union.Name) is { } owner)
            page.Paragraph(owner);
        page.Paragraph(Introduce(union));
        page.Table([union.Discriminator ?? "value", "C#"], union.Cases.Select(shape => new[] { Markdown.Code(PageSchema.WireOf(union, shape)), Describe(union, shape) }));
    }

    /// <summary>Writes how a type is a shape of a union; null if it is of none.</summary>
    public static string? DescribeShape(string type)
    {
        if (PageSchema.OwnerOf(type) is not var (union, shape))
            return null;
        var selects = $"{Markdown.Code(union.Discriminator ?? "value")} is {Markdown.Code(PageSchema.WireOf(union, shape))}";
        var owner = Markdown.Link(CodeNames.OfType(union.Name));
        return union.Content is { } content && !PageSchema.Document.HasNoContent(shape)
            ? $"A shape of {owner}: in JSON, its members are in {Markdown.Code(content)}, and {selects}."
            : $"A shape of {owner}: in JSON, {selects}.";
    }

    private static string Introduce(UnionType union)
    {
        var values = union.Values is { } name ? $", a value of {Markdown.Link(CodeNames.OfType(name))}," : "";
        var selects = union.Discriminator is { } discriminator ? $"{Markdown.Code(discriminator)}{values} selects the shape." : "A value beside it selects the shape.";
        var content = union.Content is { } member ? $" Its members are in {Markdown.Code(member)}." : "";
        return $"{selects}{content} In C#, each shape is a record, which sets the value itself.";
    }

    private static string Describe(UnionType union, UnionCase shape) => shape.Kind switch
    {
        UnionCaseKind.Type => Markdown.Link(CodeNames.OfType(shape.Type)),
        UnionCaseKind.Json => $"{Markdown.Code(CodeNames.OfRaw(union.Name))}, raw JSON",
        _ => "absent",
    };
}

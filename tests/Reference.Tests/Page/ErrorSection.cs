using System.Globalization;
using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Reference.Tests.Page;

/// <summary>Writes the errors of the server, with what helps against them.</summary>
internal static class ErrorSection
{
    private static readonly string[] Columns = ["code", "subcode", "C#", "meaning", "recovery", "outcome", "sources"];

    public static void Write(Markdown page)
    {
        page.Heading(2, "Errors");
        page.Paragraph("""
            The C# names are properties of `PageMessagesErrors`. `exception.Is(PageMessagesErrors.…)` compares code and subcode together; an
            error without a subcode has any. Several codes can be one error.
            """);
        var recoveries = PageSchema.Document.Errors.GroupBy(error => error.Recovery).OrderBy(group => group.Key);
        page.Table(["recovery", "what to do"], recoveries.Select(group => new[] { Word(group.Key), group.First().Advice }));
        page.Paragraph($"Outcome *{Word(ErrorOutcome.Unknown)}*: {ErrorCode.UnknownOutcome}");
        page.Table(Columns, PageSchema.Document.Errors.Select(Row));
    }

    private static string[] Row(ErrorCode error) =>
    [
        $"{Markdown.Target(FactText.ErrorAnchor(error.Key))}{error.Key.Code.ToString(CultureInfo.InvariantCulture)}",
        error.Key.Subcode?.ToString(CultureInfo.InvariantCulture) ?? "",
        Markdown.Code(CodeNames.OfError(error.Name)),
        Markdown.Escape(error.Summary),
        Word(error.Recovery),
        Word(error.Outcome),
        FactText.Sources(error.Evidence),
    ];

    private static string Word(Enum value) => value.ToString().ToLowerInvariant();
}

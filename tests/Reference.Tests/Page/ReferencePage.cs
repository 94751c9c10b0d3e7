using PageMessagesGen.Rules;
using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Reference.Tests.Page;

/// <summary>Writes the reference page.</summary>
internal static class ReferencePage
{
    private const string Introduction = """
        Everything on this page comes from [`schema/page-messages.endpoint.yaml`](../../schema/page-messages.endpoint.yaml) and
        [its examples](../../schema/page-messages.examples.endpoint.yaml), except for [one section](#where-sources-disagree). The page is
        generated. Do not edit it: change the schema, then run `UPDATE_SNAPSHOTS=1 dotnet test tests/Reference.Tests`.

        * **Severities**: an `error` is known to be refused by the server, and the client does not send it. A `warning` is documented as
          wrong. An `info` is advice.
        * **Values in rules** have their names in the schema, such as `TYPING_ON`. The tables of [enums](#enums) have what is sent, such as
          `typing_on`.
        * **Answers** are the [errors](#errors) that the server returns for a violation, where they are on record.
        * **Undocumented** is what a source lists and no guide describes. **Unverified** is an inference that no source states. It is
          never an error.
        * **Sources** have their names in [the list](#sources). Where none is named, it is the documentation of the endpoint.

        """;

    private static readonly ReachableTypes Request = new(PageSchema.Operation.Body!);
    private static readonly ReachableTypes Response = new(((ObjectReference)PageSchema.Operation.Returns!).Name);

    private static IEnumerable<EnumType> Enums => Request.Enums.Concat(Response.Enums).Distinct();

    /// <summary>Writes the page.</summary>
    public static string Write()
    {
        var page = new Markdown();
        WriteHead(page);
        WriteContents(page);
        page.Heading(2, "Request");
        foreach (var name in Request.Records)
            WriteRecord(page, name);
        page.Heading(2, "Enums");
        foreach (var type in Enums)
            EnumSection.Write(page, type);
        page.Heading(2, "Response");
        foreach (var name in Response.Records)
            WriteRecord(page, name);
        ErrorSection.Write(page);
        ExampleSection.WriteValid(page);
        ExampleSection.WriteInvalid(page);
        Disagreements.Write(page);
        WriteSources(page);
        return page.ToString();
    }

    private static void WriteHead(Markdown page)
    {
        var (document, operation) = (PageSchema.Document, PageSchema.Operation);
        page.Heading(1, "Page Messages");
        page.Paragraph(operation.Summary);
        page.Table(["endpoint", ""],
        [
            ["request", Markdown.Code($"{operation.Verb.ToString().ToUpperInvariant()} {operation.Path}")],
            ["version", document.Version],
            ["as of", document.AsOf.ToString()],
            ["platforms", string.Join(", ", document.Platforms)],
            ["body", Markdown.Link(CodeNames.OfType(operation.Body!))],
            ["response", TypeSection.Describe(operation.Returns!)],
            ["rates", string.Join(", ", operation.Rates.Select(Describe))],
            ["windows", string.Join(", ", operation.Windows.Select(Describe))],
            ["documentation", $"<{document.Docs}>"],
        ]);
        page.Paragraph(Introduction.TrimEnd('\n'));
    }

    private static string Describe(Rate rate) =>
        $"{rate.Calls} calls per {(rate.Seconds == 1 ? "second" : $"{rate.Seconds} seconds")}{(rate.When.Count == 0 ? "" : $" with {Markdown.Code(RuleWriter.Write(rate.When))}")} ({string.Join(", ", rate.Evidence.Sources.Select(source => $"[{source}](#source-{source})"))})";

    private static string Describe(Window window) =>
        $"`{window.Name}`: {window.Hours} hours with {Markdown.Code(RuleWriter.Write(window.When))} ({(window.Evidence.IsUnverified ? "unverified" : string.Join(", ", window.Evidence.Sources.Select(source => $"[{source}](#source-{source})")))})";

    private static void WriteContents(Markdown page)
    {
        const string Violations = "requests that violate a rule";
        page.Heading(2, "Contents");
        page.List(
        [
            $"{Markdown.Link("Request")}: {Links(Request.Records)}",
            $"{Markdown.Link("Enums")}: {Links(Enums.Select(type => type.Name))}",
            $"{Markdown.Link("Response")}: {Links(Response.Records)}",
            Markdown.Link("Errors"),
            $"{Markdown.Link("Examples")}: {ExampleSection.Valid.Count} valid requests, and {ExampleSection.Invalid.Count} {Markdown.Link(Violations)}",
            Markdown.Link("Where sources disagree"),
            Markdown.Link("Sources"),
        ]);
    }

    private static string Links(IEnumerable<string> types) => string.Join(", ", types.Select(type => Markdown.Link(CodeNames.OfType(type))));

    private static void WriteRecord(Markdown page, string name)
    {
        if (PageSchema.Document.FindUnion(name) is { } union)
            UnionSection.Write(page, union);
        else
            TypeSection.Write(page, PageSchema.Document.FindType(name)!);
    }

    private static void WriteSources(Markdown page)
    {
        page.Heading(2, "Sources");
        page.List(PageSchema.Document.Sources.Select(source => $"{Markdown.Target(FactText.SourceAnchor(source.Name))}**{source.Name}**: {Markdown.Escape(source.Description)}"));
    }
}

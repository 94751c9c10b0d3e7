using PageMessagesGen.Schema;
using PageMessagesGen.Schema.Files;
using PageMessagesGen.Schema.Model;
using PageMessagesGen.TestKit;

namespace PageMessagesGen.Reference.Tests.Page;

/// <summary>The schema of the package, with its examples.</summary>
internal static class PageSchema
{
    private static readonly string Root = SourcePlaces.RepositoryOf(typeof(PageSchema).Assembly);

    /// <summary>Gets the path of the committed page.</summary>
    public static string PagePath { get; } = Path.Combine(Root, "docs", "reference", "page-messages.md");

    /// <summary>Gets the schema.</summary>
    public static SchemaDocument Document { get; } = SchemaReader.Read(SchemaGrouping.GroupAll(
    [
        Read("page-messages.endpoint.yaml"),
        Read("page-messages.examples.endpoint.yaml"),
    ])[0]).Document!;

    /// <summary>Gets the only operation.</summary>
    public static Operation Operation { get; } = Document.Operations.Single();

    /// <summary>Gets the value in JSON that selects a shape of a union.</summary>
    public static string WireOf(UnionType union, UnionCase shape) =>
        union.Values is { } values ? Document.FindEnum(values)!.Members.Find(shape.Value)!.Wire : shape.Value;

    /// <summary>Gets the union that a type is a shape of, and its case; null if it is of none.</summary>
    public static (UnionType Union, UnionCase Case)? OwnerOf(string type) => Document.Unions
        .SelectMany(union => union.Cases.Where(shape => shape.Type == type).Select(shape => ((UnionType, UnionCase)?)(union, shape)))
        .FirstOrDefault();

    private static SchemaFile Read(string name) => new(name, File.ReadAllText(Path.Combine(Root, "schema", name)));
}

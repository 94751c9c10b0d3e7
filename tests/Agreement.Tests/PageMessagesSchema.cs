using PageMessagesGen.Schema;
using PageMessagesGen.Schema.Files;
using PageMessagesGen.Schema.Model;
using PageMessagesGen.TestKit;

namespace PageMessagesGen.Agreement.Tests;

/// <summary>The schema of the package, with its examples.</summary>
internal static class PageMessagesSchema
{
    public static string Text { get; } = Read("page-messages.endpoint.yaml");

    public static SchemaDocument Document { get; } = SchemaReader.Read(SchemaGrouping.GroupAll(
    [
        new SchemaFile("page-messages.endpoint.yaml", Text),
        new SchemaFile("page-messages.examples.endpoint.yaml", Read("page-messages.examples.endpoint.yaml")),
    ])[0]).Document!;

    private static string Read(string name) => File.ReadAllText(Path.Combine(SourcePlaces.RepositoryOf(typeof(PageMessagesSchema).Assembly), "schema", name));
}

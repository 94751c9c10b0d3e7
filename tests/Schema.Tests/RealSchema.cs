using PageMessagesGen.Schema.Files;
using PageMessagesGen.TestKit;

namespace PageMessagesGen.Schema.Tests;

/// <summary>The schema of the package, and the file with its examples.</summary>
internal static class RealSchema
{
    public static string Text { get; } = Read("page-messages.endpoint.yaml");

    public static SchemaReadResult WithExamples { get; } = SchemaReader.Read(SchemaGrouping.GroupAll(
    [
        new SchemaFile("schema/page-messages.endpoint.yaml", Text),
        new SchemaFile("schema/page-messages.examples.endpoint.yaml", Read("page-messages.examples.endpoint.yaml")),
    ])[0]);

    private static string Read(string name) => File.ReadAllText(Path.Combine(SourcePlaces.RepositoryOf(typeof(RealSchema).Assembly), "schema", name));
}

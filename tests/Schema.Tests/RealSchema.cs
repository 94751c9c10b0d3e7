using PageMessagesGen.TestKit;

namespace PageMessagesGen.Schema.Tests;

/// <summary>The schema file of the repository.</summary>
internal static class RealSchema
{
    public static string Text { get; } =
        File.ReadAllText(Path.Combine(SourcePlaces.RepositoryOf(typeof(RealSchema).Assembly), "schema", "page-messages.endpoint.yaml"));
}

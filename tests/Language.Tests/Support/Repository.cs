using PageMessagesGen.TestKit;

namespace PageMessagesGen.Language.Tests.Support;

/// <summary>The files of the repository that speak of the schema language.</summary>
internal static class Repository
{
    private static readonly string Root = SourcePlaces.RepositoryOf(typeof(Repository).Assembly);

    /// <summary>The names of the files in <c>schema/</c> that describe endpoints.</summary>
    public static IReadOnlyList<string> SchemaFiles { get; } = NamesIn("schema", "*.endpoint.yaml");

    /// <summary>The names of the pages in <c>docs/rules/</c>.</summary>
    public static IReadOnlyList<string> RulePages { get; } = NamesIn("docs/rules", "*.md");

    /// <summary>Tells whether there is a file.</summary>
    public static bool Has(string path) => File.Exists(Path.Combine(Root, path));

    /// <summary>Reads a file by its path in the repository.</summary>
    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path)).ReplaceLineEndings("\n");

    private static List<string> NamesIn(string folder, string pattern) =>
        [.. Directory.GetFiles(Path.Combine(Root, folder), pattern).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];
}

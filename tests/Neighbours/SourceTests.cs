using System.Text.RegularExpressions;
using PageMessagesGen.TestKit;

namespace PageMessagesGen.Neighbours;

public sealed partial class SourceTests
{
    private static readonly string Root = SourcePlaces.RepositoryOf(typeof(SourceTests).Assembly);

    // It remembers what the calls of these endpoints change, which no schema can say.
    private const string TheServer = "Emulator";

    [Fact]
    public void No_code_knows_these_endpoints()
    {
        var words = Directory.GetFiles(Path.Combine(Root, "schema"), "*.endpoint.yaml")
            .Where(file => !Path.GetFileName(file).StartsWith("page-messages.", StringComparison.Ordinal))
            .SelectMany(file => EndpointWords().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups[1].Value)
            .Distinct()
            .ToList();
        var sources = Directory.GetDirectories(Path.Combine(Root, "src"))
            .Where(folder => Path.GetFileName(folder) != TheServer)
            .SelectMany(folder => Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

        Assert.Contains("Personas", words);
        Assert.Contains("messenger_profile", words);
        Assert.Empty(sources.SelectMany(file => words.Where(CodeOf(file).Contains).Select(word => $"{word} in {file}")));
    }

    // Comments may give examples.
    private static string CodeOf(string file) =>
        string.Join('\n', File.ReadLines(file).Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal)));

    // The name of a service, and the last part of a path.
    [GeneratedRegex("""^(?:service: |    request: [A-Z]+ /\{page_id\}/)(\w+)$""", RegexOptions.Multiline)]
    private static partial Regex EndpointWords();
}

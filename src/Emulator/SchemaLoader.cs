using System.Text;
using PageMessagesGen.Schema;
using PageMessagesGen.Schema.Files;
using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Emulator;

/// <summary>Reads the schemas that an emulator serves.</summary>
internal static class SchemaLoader
{
    private const string PageMessages = "page-messages.endpoint.yaml";
    private const string ResourceFolder = "schema/";

    // A test suite starts many emulators, so the embedded schemas are read once.
    private static readonly Lazy<IReadOnlyList<SchemaFile>> EmbeddedFiles = new(ReadResources);

    private static readonly Lazy<IReadOnlyList<SchemaDocument>> Embedded = new(() =>
    [
        .. SchemaGrouping.GroupAll(EmbeddedFiles.Value).Where(group => !group.IsPartOfAnother)
            .Select(group => Read(SchemaReader.Read(group), $"The embedded schema {group.Path}")),
    ]);

    /// <summary>Reads the schemas of the options, or the embedded ones if there are none.</summary>
    /// <exception cref="ArgumentException">
    /// A schema is invalid, and the message lists each error with its position; or no schema declares the platform.
    /// </exception>
    public static IReadOnlyList<SchemaDocument> Load(GraphEmulatorOptions options)
    {
        var (texts, platform) = (options.Schemas, options.Platform);
        List<SchemaDocument> schemas =
        [
            .. texts.Select((text, i) => Read(SchemaReader.Read(text), $"Schema {i + 1} of {texts.Count}")),
            .. SchemaFolder.Read(options.SchemaFiles, EmbeddedFiles.Value[0]).Select(group => Read(SchemaReader.Read(group), $"The schema {Path.GetFileName(group.Path)}")),
        ];
        if (schemas.Count == 0)
            schemas.AddRange(Embedded.Value);
        var platforms = schemas.SelectMany(s => s.Platforms).Distinct(StringComparer.Ordinal).ToList();
        if (platform is null || platforms.Contains(platform))
            return schemas;
        throw new ArgumentException(platforms.Count == 0
            ? "The platform must be null: no schema has platforms."
            : $"The platform must be one of {string.Join(", ", platforms)}.");
    }

    private static SchemaDocument Read(SchemaReadResult result, string name)
    {
        if (result.Document is { } document && result.Diagnostics.All(d => d.Rule.IsWarning))
            return document;

        var message = new StringBuilder($"{name} is not valid:");
        foreach (var diagnostic in result.Diagnostics)
            message.Append('\n').Append(diagnostic);
        throw new ArgumentException(message.ToString());
    }

    // The Page Messages endpoint is the first: its version is the default one, and overlays extend it.
    private static List<SchemaFile> ReadResources()
    {
        var assembly = typeof(SchemaLoader).Assembly;
        return
        [
            .. assembly.GetManifestResourceNames().Where(name => name.StartsWith(ResourceFolder, StringComparison.Ordinal))
                .OrderBy(name => name == ResourceFolder + PageMessages ? 0 : 1).ThenBy(name => name, StringComparer.Ordinal)
                .Select(name => new SchemaFile(name[ResourceFolder.Length..], ReadText(assembly.GetManifestResourceStream(name)!))),
        ];
    }

    private static string ReadText(Stream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}

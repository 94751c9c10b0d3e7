using System.Text;
using PageMessagesGen.Schema;
using PageMessagesGen.Schema.Files;
using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Emulator;

/// <summary>Reads the schemas that an emulator serves.</summary>
internal static class SchemaLoader
{
    // A test suite starts many emulators, so the embedded schema is read once.
    private static readonly Lazy<SchemaFile> Embedded = new(() => new SchemaFile("page-messages.endpoint.yaml", ReadResource()));

    private static readonly Lazy<SchemaDocument> PageMessages = new(() => Read(SchemaReader.Read(Embedded.Value.Text), "The embedded schema"));

    /// <summary>Reads the schemas of the options, or the Page Messages schema if there are none.</summary>
    /// <exception cref="ArgumentException">
    /// A schema is invalid, and the message lists each error with its position; or no schema declares the platform.
    /// </exception>
    public static IReadOnlyList<SchemaDocument> Load(GraphEmulatorOptions options)
    {
        var (texts, platform) = (options.Schemas, options.Platform);
        List<SchemaDocument> schemas =
        [
            .. texts.Select((text, i) => Read(SchemaReader.Read(text), $"Schema {i + 1} of {texts.Count}")),
            .. SchemaFolder.Read(options.SchemaFiles, Embedded.Value).Select(group => Read(SchemaReader.Read(group), $"The schema {Path.GetFileName(group.Path)}")),
        ];
        if (schemas.Count == 0)
            schemas.Add(PageMessages.Value);
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

    private static string ReadResource()
    {
        using var stream = typeof(SchemaLoader).Assembly.GetManifestResourceStream("page-messages.endpoint.yaml")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}

using System.Text;
using PageMessagesGen.Schema;
using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Emulator;

/// <summary>Reads the schemas that an emulator serves.</summary>
internal static class SchemaLoader
{
    // A test suite starts many emulators, so the embedded schema is read once.
    private static readonly Lazy<SchemaDocument> PageMessages = new(() => Read(ReadResource(), "The embedded schema"));

    /// <summary>Reads the given schemas, or the Page Messages schema if there are none.</summary>
    /// <param name="texts">The contents of the schemas.</param>
    /// <param name="platform">The platform that a schema must declare; null for none.</param>
    /// <exception cref="ArgumentException">
    /// A schema is invalid, and the message lists each error with its position; or no schema declares the platform.
    /// </exception>
    public static IReadOnlyList<SchemaDocument> Load(IReadOnlyList<string> texts, string? platform)
    {
        IReadOnlyList<SchemaDocument> schemas =
            texts.Count == 0 ? [PageMessages.Value] : [.. texts.Select((text, i) => Read(text, $"Schema {i + 1} of {texts.Count}"))];
        var platforms = schemas.SelectMany(s => s.Platforms).Distinct(StringComparer.Ordinal).ToList();
        if (platform is null || platforms.Contains(platform))
            return schemas;
        throw new ArgumentException(platforms.Count == 0
            ? "The platform must be null: no schema has platforms."
            : $"The platform must be one of {string.Join(", ", platforms)}.");
    }

    private static SchemaDocument Read(string text, string name)
    {
        var result = SchemaReader.Read(text);
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

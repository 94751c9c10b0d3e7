using PageMessagesGen.Schema.Diagnostics;
using PageMessagesGen.Schema.Model;
using PageMessagesGen.Schema.Reading;
using PageMessagesGen.Schema.Yaml;

namespace PageMessagesGen.Schema;

/// <summary>Reads a schema: text → checked model. This is the way in for everybody who reads schemas.</summary>
internal static class SchemaReader
{
    /// <summary>Reads the text of an <c>.endpoint.yaml</c> file.</summary>
    /// <param name="text">The text; whatever it holds, no exception leaves this method.</param>
    /// <returns>The model of what is sound, and a diagnostic with its place for everything that is not.</returns>
    public static SchemaReadResult Read(string text)
    {
        var diagnostics = new DiagnosticBag();
        var document = YamlReader.Read(text, diagnostics) is { } root ? new DocumentReader(diagnostics).Read(root) : null;
        return new SchemaReadResult(document, diagnostics.ToList());
    }
}

/// <summary>What became of a schema's text.</summary>
/// <param name="Document">The sound parts; null if there is nothing to go by.</param>
/// <param name="Diagnostics">What is wrong, in the order of the file.</param>
internal sealed record SchemaReadResult(SchemaDocument? Document, EquatableArray<SchemaDiagnostic> Diagnostics);

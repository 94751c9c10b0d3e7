using PageMessagesGen.Schema.Diagnostics;
using PageMessagesGen.Schema.Reading;
using PageMessagesGen.Schema.Text;
using PageMessagesGen.Schema.Yaml;

namespace PageMessagesGen.Schema.Files;

/// <summary>The names of other files in a file.</summary>
/// <param name="IsOverlay">Whether the file extends another one, so that it says only what differs from that.</param>
/// <param name="Extends">The name of the file that it extends, or null if it extends no file or the name is invalid.</param>
/// <param name="Uses">The names of the files whose types it uses, or null without the key.</param>
/// <param name="Diagnostics">What is wrong with these names.</param>
internal sealed record FileReferences(bool IsOverlay, YamlScalar? Extends, IReadOnlyList<YamlScalar>? Uses, EquatableArray<SchemaDiagnostic> Diagnostics)
{
    /// <summary>The key by which a file extends another one.</summary>
    public const string ExtendsKey = "extends";

    /// <summary>The key by which a file uses the types of other ones.</summary>
    public const string UsesKey = "uses";

    /// <summary>Reads the names.</summary>
    public static FileReferences Of(SchemaFile file)
    {
        var diagnostics = new DiagnosticBag();
        if (YamlFile.Read(file).Root is not YamlMapping root)
            return new FileReferences(false, null, null, default);
        var reader = new MappingReader(root, "the schema", TextRange.FileStart, diagnostics);
        var isOverlay = reader.Find(ExtendsKey) is not null;
        var extends = isOverlay ? reader.RequiredText(ExtendsKey) : null;
        return new FileReferences(isOverlay, extends, reader.Find(UsesKey) is null ? null : reader.Texts(UsesKey), diagnostics.ToList());
    }
}

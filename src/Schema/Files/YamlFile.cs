using System.Runtime.CompilerServices;
using PageMessagesGen.Schema.Diagnostics;
using PageMessagesGen.Schema.Yaml;

namespace PageMessagesGen.Schema.Files;

/// <summary>The nodes of a file.</summary>
/// <param name="Root">The root; null if the file cannot be read.</param>
/// <param name="Diagnostics">What is wrong with the file as YAML.</param>
internal sealed record YamlFile(YamlNode? Root, EquatableArray<SchemaDiagnostic> Diagnostics)
{
    // A file is asked which others it refers to whenever one of them changes, so the nodes are kept as long as its text.
    private static readonly ConditionalWeakTable<string, Memory> Memories = new();

    /// <summary>Reads a file, or gets what was read before.</summary>
    public static YamlFile Read(SchemaFile file)
    {
        var memory = Memories.GetOrCreateValue(file.Text);
        if (memory.Last is not { } last || last.Path != file.Path)
            memory.Last = last = new Reading(file.Path, Parse(file));
        return last.File;
    }

    private static YamlFile Parse(SchemaFile file)
    {
        var diagnostics = new DiagnosticBag();
        var root = YamlReader.Read(file.Text, file.Path.Length == 0 ? null : file.Path, diagnostics);
        return new YamlFile(root, diagnostics.ToList());
    }

    private sealed class Memory
    {
        public volatile Reading? Last;
    }

    private sealed record Reading(string Path, YamlFile File);
}

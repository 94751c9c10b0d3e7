using System.Runtime.CompilerServices;
using PageMessagesGen.Schema.Diagnostics;
using PageMessagesGen.Schema.Files;
using PageMessagesGen.Schema.Model;
using PageMessagesGen.Schema.Reading;
using PageMessagesGen.Schema.Yaml;

namespace PageMessagesGen.Schema;

/// <summary>Reads a schema: text → checked model. This is the way in for everybody who reads schemas.</summary>
internal static class SchemaReader
{
    // Many files can use one, which is read once for all of them.
    private static readonly ConditionalWeakTable<string, Memory> Used = new();

    /// <summary>Reads the text of an <c>.endpoint.yaml</c> file that refers to no other file.</summary>
    /// <param name="text">The text; whatever it holds, no exception leaves this method.</param>
    /// <returns>The model of what is sound, and a diagnostic with its place for everything that is not.</returns>
    public static SchemaReadResult Read(string text) => Read(SchemaGrouping.GroupAll([new SchemaFile("", text)])[0]);

    /// <summary>Reads the files of a group as one schema.</summary>
    public static SchemaReadResult Read(SchemaGroup group)
    {
        var diagnostics = new DiagnosticBag();
        diagnostics.AddRange(group.Faults);
        var uses = group.Uses.Select(u => Used.GetValue(u.Files[0].Text, _ => new Memory()).Read(u)).OfType<UsedSchema>().ToList();
        var document = ReadNodes(group, diagnostics) is { } root ? new DocumentReader(group, uses, diagnostics).Read(root) : null;
        return new SchemaReadResult(document, diagnostics.ToList());
    }

    // A file that extends another one is a mapping: it has a key that says so.
    private static YamlNode? ReadNodes(SchemaGroup group, DiagnosticBag diagnostics)
    {
        var files = group.Files.Select(YamlFile.Read).ToList();
        foreach (var file in files)
            diagnostics.AddRange(file.Diagnostics);
        var merger = new YamlMerger(group.Path, diagnostics);
        return files.Count > 1 && files[0].Root is YamlMapping root
            ? files.Skip(1).Select(f => f.Root).OfType<YamlMapping>().Aggregate(root, merger.Merge)
            : files.FirstOrDefault()?.Root;
    }

    private sealed class Memory
    {
        private volatile Reading? _last;

        public UsedSchema? Read(SchemaGroup group)
        {
            if (_last is not { } last || last.Group != group)
                _last = last = new Reading(group, SchemaReader.Read(group).Document);
            return last.Document is { } document ? new UsedSchema(group.Path, document) : null;
        }
    }

    private sealed record Reading(SchemaGroup Group, SchemaDocument? Document);
}

/// <summary>What became of a schema's text.</summary>
/// <param name="Document">The sound parts; null if there is nothing to go by.</param>
/// <param name="Diagnostics">What is wrong, in the order of the file.</param>
internal sealed record SchemaReadResult(SchemaDocument? Document, EquatableArray<SchemaDiagnostic> Diagnostics);

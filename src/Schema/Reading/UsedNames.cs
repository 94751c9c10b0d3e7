using PageMessagesGen.Schema.Diagnostics;
using PageMessagesGen.Schema.Model;
using PageMessagesGen.Schema.Text;
using PageMessagesGen.Schema.Yaml;

namespace PageMessagesGen.Schema.Reading;

/// <summary>The names of the types and enums of used schemas.</summary>
/// <param name="document">The document that uses them.</param>
/// <param name="isIncomplete">Whether a used schema could not be read, so that any unknown name may be one of its names.</param>
internal sealed class UsedNames(SchemaDocument document, bool isIncomplete)
{
    /// <summary>Gets a value that indicates whether any unknown name may be one of a used schema.</summary>
    public bool IsIncomplete => isIncomplete;

    /// <summary>Gets the names of objects.</summary>
    public IEnumerable<string> Objects => document.Uses.SelectMany(u => u.Document.Types).Select(t => t.Name);

    /// <summary>Gets the names of unions.</summary>
    public IEnumerable<string> Unions => document.Uses.SelectMany(u => u.Document.Unions).Select(t => t.Name);

    /// <summary>Gets the enums.</summary>
    public IEnumerable<EnumType> Enums => document.Uses.SelectMany(u => u.Document.Enums);

    /// <summary>
    /// Reports names that would mean two things: types refer to each other by name alone, also those of used schemas among each other.
    /// </summary>
    public void ReportClashes(IEnumerable<YamlScalar> own, DiagnosticBag diagnostics)
    {
        var owners = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var used in document.AllUses)
        {
            foreach (var name in used.Document.Names)
            {
                if (!owners.TryGetValue(name, out var owner))
                    owners.Add(name, used.Path);
                else
                    diagnostics.Add(SchemaDiagnosticDescriptors.NameOfUsedFile, TextRange.FileStart with { File = document.Range.File }, name, $"{FilePath.NameOf(owner)} and {FilePath.NameOf(used.Path)}");
            }
        }

        foreach (var name in own.Where(n => owners.ContainsKey(n.Value)))
            diagnostics.Add(SchemaDiagnosticDescriptors.NameOfUsedFile, name.Range, name.Value, FilePath.NameOf(owners[name.Value]));
    }
}

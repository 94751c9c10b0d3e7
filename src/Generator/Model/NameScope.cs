using PageMessagesGen.Schema.Diagnostics;
using PageMessagesGen.Schema.Text;

namespace PageMessagesGen.Generator.Model;

/// <summary>The C# names of one scope, and who took them first.</summary>
internal sealed class NameScope(DiagnosticBag diagnostics)
{
    private readonly Dictionary<string, (string Name, TextRange Range)?> _owners = new(StringComparer.Ordinal);

    /// <summary>Takes names that the schema cannot have, because generated code needs them.</summary>
    public NameScope Reserve(params string[] names)
    {
        foreach (var name in names)
            _owners[name] = null;
        return this;
    }

    /// <summary>Takes a name for something in the schema, and reports it if the name is gone.</summary>
    public bool Take(string name, string what, string owner, TextRange range)
    {
        if (!_owners.TryGetValue(name, out var first))
        {
            _owners.Add(name, (owner, range));
            return true;
        }

        if (first is { } other)
            diagnostics.Add(SchemaDiagnosticDescriptors.DuplicateName, range, what, owner, other.Name, other.Range.LineSeenFrom(range), $"both would be '{name}' in C#.");
        else
            diagnostics.Add(SchemaDiagnosticDescriptors.ReservedName, range, what, owner, name);
        return false;
    }
}

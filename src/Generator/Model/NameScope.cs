using PageMessagesGen.Schema.Diagnostics;
using PageMessagesGen.Schema.Text;

namespace PageMessagesGen.Generator.Model;

/// <summary>The C# names of one scope, and what uses them.</summary>
/// <param name="diagnostics">The collection for diagnostics.</param>
/// <param name="common">The names that the schema cannot have in any scope of this kind.</param>
internal sealed class NameScope(DiagnosticBag diagnostics, HashSet<string>? common = null)
{
    // No name of a schema ends with it, so a substitute never conflicts with a later name.
    private const string Suffix = "_";

    private readonly Dictionary<string, Owner?> _owners = new(StringComparer.Ordinal);

    /// <summary>Takes names that the schema cannot have, because generated code needs them.</summary>
    public NameScope Reserve(params string[] names)
    {
        foreach (var name in names)
            _owners[name] = null;
        return this;
    }

    /// <summary>Takes a name for something in the schema, and those that are derived from it. Reports the first that is not available.</summary>
    /// <param name="name">The name.</param>
    /// <param name="owner">What the schema calls it.</param>
    /// <param name="range">Its position.</param>
    /// <param name="advice">How to get another name.</param>
    /// <param name="uses">What has the name or a derived one, and how it is derived.</param>
    /// <returns>The name, or a substitute, so that nothing refers to a name that does not exist.</returns>
    public string Take(string name, string owner, TextRange range, string advice, params (string What, Func<string, string> Derive)[] uses)
    {
        foreach (var (what, derive) in uses)
        {
            if (!IsTaken(derive(name)))
                continue;
            if (_owners.TryGetValue(derive(name), out var first) && first is { } other)
                diagnostics.Add(SchemaDiagnosticDescriptors.DuplicateName, range, what, owner, other.Name, other.Range.LineSeenFrom(range), $"both would be '{derive(name)}' in C#.");
            else
                diagnostics.Add(SchemaDiagnosticDescriptors.ReservedName, range, what, owner, derive(name), advice);
            break;
        }

        var taken = new Owner(owner, range);
        while (uses.Any(use => IsTaken(use.Derive(name))))
            name += Suffix;
        foreach (var (_, derive) in uses)
            _owners.Add(derive(name), taken);
        return name;
    }

    /// <summary>Takes a name that nobody sees: the name itself, or a similar one.</summary>
    public string TakeSimilar(string name)
    {
        while (IsTaken(name))
            name += Suffix;
        _owners.Add(name, null);
        return name;
    }

    private bool IsTaken(string name) => _owners.ContainsKey(name) || common?.Contains(name) == true;

    // A class: the names of a schema take several scopes for each type, and a struct would make each of their dictionaries three times as large.
    private sealed record Owner(string Name, TextRange Range);
}

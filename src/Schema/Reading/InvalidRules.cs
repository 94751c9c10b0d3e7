using PageMessagesGen.Schema.Yaml;

namespace PageMessagesGen.Schema.Reading;

/// <summary>The names of rules with a mistake, which is reported where it is. What follows from it is not told at the examples.</summary>
internal sealed class InvalidRules
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    /// <summary>Whether there are rules whose names could not be read, so that any unknown name may be one of theirs.</summary>
    public bool AreSomeNameless { get; private set; }

    /// <summary>Whether there are mistakes in the types, which may be why they do not demand what an example is said to break.</summary>
    public bool AreTypesUnsound { get; init; }

    public bool Contains(string rule) => _names.Contains(rule);

    public void Add(string rule) => _names.Add(rule);

    /// <summary>Adds all rules of an object, when none of them can be read.</summary>
    public void AddAll(YamlNode rules)
    {
        if (rules is YamlMapping mapping)
            _names.UnionWith(mapping.Entries.Select(e => e.Key.Value));
        else
            AreSomeNameless = true;
    }
}

using PageMessagesGen.Schema.Diagnostics;
using PageMessagesGen.Schema.Model;
using PageMessagesGen.Schema.Yaml;

namespace PageMessagesGen.Schema.Reading;

/// <summary>Reads the platforms, dates and sources of members, enum members, rules and errors.</summary>
internal sealed class FactReader(IReadOnlyList<string> platforms, IReadOnlyList<string> sources, DiagnosticBag diagnostics)
{
    private static readonly string[] LifecycleKeys = ["since", "deprecated-since", "refused-since", "because"];
    private static readonly (string, bool)[] Trust = [("stated", false), ("unverified", true)];

    private readonly HashSet<string> _named = new(StringComparer.Ordinal);

    public EquatableArray<string> Platforms(MappingReader reader) => Known(reader.Texts("platforms"), platforms, "a platform of this schema");

    /// <summary>Reads the name of one platform; null if there is none or it is unknown.</summary>
    public string? Platform(MappingReader reader) =>
        reader.Text("platform") is { } text && Known([text], platforms, "a platform of this schema").Count > 0 ? text.Value : null;

    public Evidence Evidence(MappingReader reader)
    {
        var named = Known(reader.Texts("source"), sources, "a source of this schema");
        _named.UnionWith(named);
        var isUnverified = reader.Choice("trust", false, Trust);
        return new Evidence(named, isUnverified);
    }

    /// <summary>Determines whether a fact that was read names a source.</summary>
    public bool IsNamed(string source) => _named.Contains(source);

    public Lifecycle Lifecycle(MappingReader reader)
    {
        // Most things have no dates.
        if (!reader.HasAny(LifecycleKeys))
            return Model.Lifecycle.Always;
        var lifecycle = new Lifecycle(
            reader.Date("since"), reader.Date("deprecated-since"), reader.Date("refused-since"), reader.Text("because")?.Value);
        var steps = new[] { ("since", lifecycle.Since), ("deprecated-since", lifecycle.DeprecatedSince), ("refused-since", lifecycle.RefusedSince) };
        var (lastKey, last) = ("", (SchemaDate?)null);
        foreach (var (key, date) in steps.Where(s => s.Item2 is not null))
        {
            if (last is { } earlier && date < earlier && reader.Text(key) is { } text)
                diagnostics.Add(SchemaDiagnosticDescriptors.DatesOutOfOrder, text.Range, key, text.Value, lastKey, earlier);
            (lastKey, last) = (key, date);
        }

        return lifecycle;
    }

    private EquatableArray<string> Known(IReadOnlyList<YamlScalar> texts, IReadOnlyList<string> words, string what)
    {
        if (texts.Count == 0)
            return default;
        foreach (var text in texts.Where(t => !words.Contains(t.Value)))
            diagnostics.Add(SchemaDiagnosticDescriptors.InvalidValue, text.Range, text.Value, what, diagnostics.Hint(text.Value, words));
        return texts.Select(t => t.Value).Where(words.Contains).Distinct().ToEquatableArray();
    }
}

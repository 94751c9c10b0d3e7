using PageMessagesGen.Schema.Diagnostics;
using PageMessagesGen.Schema.Model;
using PageMessagesGen.Schema.Text;
using PageMessagesGen.Schema.Yaml;

namespace PageMessagesGen.Schema.Reading;

/// <summary>The names of a schema's types and enums, known before the first of them is read, since they speak of each other.</summary>
internal sealed class DeclaredNames
{
    private static readonly Dictionary<string, ScalarKind> Scalars = new(StringComparer.Ordinal)
    {
        ["string"] = ScalarKind.String,
        ["integer"] = ScalarKind.Integer,
        ["boolean"] = ScalarKind.Boolean,
        ["number"] = ScalarKind.Number,
        ["string-or-integer"] = ScalarKind.StringOrInteger,
        ["json"] = ScalarKind.Json,
    };

    private readonly HashSet<string> _types;
    private readonly Dictionary<string, YamlMapping?> _enums;
    private readonly DiagnosticBag _diagnostics;

    public DeclaredNames(IReadOnlyList<YamlEntry> types, IReadOnlyList<YamlEntry> enums, DiagnosticBag diagnostics)
    {
        _diagnostics = diagnostics;
        _types = new(types.Select(e => e.Key.Value), StringComparer.Ordinal);
        _enums = enums.ToDictionary(
            e => e.Key.Value,
            e => (e.Value as YamlMapping)?.Entries.FirstOrDefault(x => x.Key.Value == "members")?.Value as YamlMapping,
            StringComparer.Ordinal);

        // Names that differ only in case would be one file name, and one type to half of the world's tools.
        var first = new Dictionary<string, YamlScalar>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in types.Concat(enums).Select(e => e.Key))
        {
            if (first.TryGetValue(name.Value, out var other))
                diagnostics.Add(SchemaRules.DuplicateName, name.Range, "The type", name.Value, other.Value, other.Range.Start.Line, "types and enums share their names.");
            else
                first.Add(name.Value, name);
        }
    }

    /// <summary>Tells whether an object has this name, and reports it otherwise.</summary>
    public bool IsType(YamlScalar name)
    {
        if (_types.Contains(name.Value))
            return true;
        _diagnostics.Add(SchemaRules.UnknownType, name.Range, name.Value, Spelling.Hint(name.Value, _types));
        return false;
    }

    /// <summary>The names of an enum's members.</summary>
    public IReadOnlyList<string> MembersOf(string enumName) => [.. _enums[enumName]?.Entries.Select(e => e.Key.Value) ?? []];

    /// <summary>Reads a type such as <c>string</c>, <c>Message</c> or <c>list&lt;QuickReply&gt;</c>.</summary>
    public TypeReference Resolve(YamlScalar scalar) => Resolve(scalar.Value.Trim(), scalar);

    private TypeReference Resolve(string name, YamlScalar scalar)
    {
        if (name.StartsWith("list<", StringComparison.Ordinal) && name.EndsWith(">", StringComparison.Ordinal))
        {
            var element = Resolve(name.Substring(5, name.Length - 6).Trim(), scalar);
            if (element is not ListReference)
                return new ListReference(element);
            _diagnostics.Add(SchemaRules.InvalidValue, scalar.Range, name, "a type; a list cannot hold lists", "");
            return element;
        }

        if (Scalars.TryGetValue(name, out var kind))
            return new ScalarReference(kind);
        if (_types.Contains(name))
            return new ObjectReference(name);
        if (_enums.ContainsKey(name))
            return new EnumReference(name);

        _diagnostics.Add(SchemaRules.UnknownType, scalar.Range, name, Spelling.Hint(name, _types.Concat(_enums.Keys).Concat(Scalars.Keys)));

        // Any JSON stands in, so that what is sound around it can still be generated.
        return new ScalarReference(ScalarKind.Json);
    }
}

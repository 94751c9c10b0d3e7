using PageMessagesGen.Schema.Diagnostics;
using PageMessagesGen.Schema.Model;
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

    private readonly HashSet<string> _objects;
    private readonly HashSet<string> _unions;
    private readonly Dictionary<string, HashSet<string>> _enums = new(StringComparer.Ordinal);
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);
    private readonly DiagnosticBag _diagnostics;

    public DeclaredNames(IReadOnlyList<YamlEntry> types, IReadOnlyList<YamlEntry> enums, DiagnosticBag diagnostics)
    {
        _diagnostics = diagnostics;
        _unions = new(types.Where(IsUnion).Select(e => e.Key.Value), StringComparer.Ordinal);
        _objects = new(types.Where(e => !IsUnion(e)).Select(e => e.Key.Value), StringComparer.Ordinal);
        foreach (var entry in enums)
            _enums[entry.Key.Value] = new((Child(entry.Value, "members") as YamlMapping)?.Entries.Select(e => e.Key.Value) ?? [], StringComparer.Ordinal);
        ReportClashes(types.Concat(enums).Select(e => e.Key));
    }

    /// <summary>Tells whether an entry below <c>types</c> describes a union rather than an object.</summary>
    public static bool IsUnion(YamlEntry entry) => Child(entry.Value, "cases") is not null;

    /// <summary>Finds the object that a text names, and reports it if there is none.</summary>
    public string? FindObject(YamlScalar name)
    {
        if (Use(name.Value) && _objects.Contains(name.Value))
            return name.Value;
        _diagnostics.Add(SchemaRules.UnknownType, name.Range, name.Value, _diagnostics.Hint(name.Value, _objects));
        return null;
    }

    /// <summary>Finds the object or union that a text names, and reports it if there is none.</summary>
    public string? FindObjectOrUnion(YamlScalar name)
    {
        if (Use(name.Value) && (_objects.Contains(name.Value) || _unions.Contains(name.Value)))
            return name.Value;
        _diagnostics.Add(SchemaRules.UnknownType, name.Range, name.Value, _diagnostics.Hint(name.Value, _objects.Concat(_unions)));
        return null;
    }

    /// <summary>The names of an enum's members.</summary>
    public HashSet<string> MembersOf(string enumName) => _enums[enumName];

    /// <summary>Reads a type such as <c>string</c>, <c>Message</c> or <c>list&lt;QuickReply&gt;</c>.</summary>
    public TypeReference Resolve(YamlScalar scalar) => Resolve(scalar.Value.Trim(), scalar);

    /// <summary>Tells whether anything has asked for a type or an enum.</summary>
    public bool IsUsed(string name) => _used.Contains(name);

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

        Use(name);
        if (Scalars.TryGetValue(name, out var kind))
            return new ScalarReference(kind);
        if (_objects.Contains(name))
            return new ObjectReference(name);
        if (_unions.Contains(name))
            return new UnionReference(name);
        if (_enums.ContainsKey(name))
            return new EnumReference(name);

        var known = _objects.Concat(_unions).Concat(_enums.Keys).Concat(Scalars.Keys);
        _diagnostics.Add(SchemaRules.UnknownType, scalar.Range, name, _diagnostics.Hint(name, known));

        // Any JSON stands in, so that what is sound around it can still be generated.
        return new ScalarReference(ScalarKind.Json);
    }

    private bool Use(string name)
    {
        _used.Add(name);
        return true;
    }

    // Names that differ only in case would be one file name, and one type to half of the world's tools.
    private void ReportClashes(IEnumerable<YamlScalar> names)
    {
        var first = new Dictionary<string, YamlScalar>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in names)
        {
            if (first.TryGetValue(name.Value, out var other))
                _diagnostics.Add(SchemaRules.DuplicateName, name.Range, "The type", name.Value, other.Value, other.Range.Start.Line, "types and enums share their names.");
            else
                first.Add(name.Value, name);
        }
    }

    private static YamlNode? Child(YamlNode node, string key) =>
        (node as YamlMapping)?.Entries.FirstOrDefault(e => e.Key.Value == key)?.Value;
}

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

    private readonly HashSet<string> _types;
    private readonly Dictionary<string, HashSet<string>> _enums;
    private readonly DiagnosticBag _diagnostics;

    public DeclaredNames(IReadOnlyList<YamlEntry> types, IReadOnlyList<YamlEntry> enums, DiagnosticBag diagnostics)
    {
        _diagnostics = diagnostics;

        // Names that differ only in case would be one file name, and one type to half of the world's tools.
        var first = new Dictionary<string, YamlScalar>(StringComparer.OrdinalIgnoreCase);
        Types = [.. types.Where(e => IsFirst(e.Key))];
        Enums = [.. enums.Where(e => IsFirst(e.Key))];
        _types = new(Types.Select(e => e.Key.Value), StringComparer.Ordinal);
        _enums = Enums.ToDictionary(e => e.Key.Value, MemberNames, StringComparer.Ordinal);

        bool IsFirst(YamlScalar name)
        {
            if (!first.TryGetValue(name.Value, out var other))
            {
                first.Add(name.Value, name);
                return true;
            }

            diagnostics.Add(SchemaRules.DuplicateName, name.Range, "The type", name.Value, other.Value, other.Range.Start.Line, "types and enums share their names.");
            return false;
        }
    }

    /// <summary>The types, without those whose name was gone.</summary>
    public IReadOnlyList<YamlEntry> Types { get; }

    /// <summary>The enums, without those whose name was gone.</summary>
    public IReadOnlyList<YamlEntry> Enums { get; }

    /// <summary>Tells whether an object has this name, and reports it otherwise.</summary>
    public bool IsType(YamlScalar name)
    {
        if (_types.Contains(name.Value))
            return true;
        _diagnostics.Add(SchemaRules.UnknownType, name.Range, name.Value, _diagnostics.Hint(name.Value, _types));
        return false;
    }

    /// <summary>The names of an enum's members.</summary>
    public IReadOnlyCollection<string> MembersOf(string enumName) => _enums[enumName];

    /// <summary>Reads a type such as <c>string</c>, <c>Message</c> or <c>list&lt;QuickReply&gt;</c>.</summary>
    public TypeReference Resolve(YamlScalar scalar)
    {
        var name = scalar.Value.Trim();
        if (ElementOf(name) is not { } element)
            return ResolveElement(name, scalar);
        if (ElementOf(element) is null)
            return new ListReference(ResolveElement(element, scalar));
        _diagnostics.Add(SchemaRules.InvalidValue, scalar.Range, name, "a type; a list cannot hold lists", "");
        return new ScalarReference(ScalarKind.Json);
    }

    private static string? ElementOf(string name) =>
        name.StartsWith("list<", StringComparison.Ordinal) && name.EndsWith(">", StringComparison.Ordinal)
            ? name.Substring(5, name.Length - 6).Trim()
            : null;

    private static HashSet<string> MemberNames(YamlEntry entry)
    {
        var members = (entry.Value as YamlMapping)?.Entries.FirstOrDefault(x => x.Key.Value == "members")?.Value as YamlMapping;
        return new(members?.Entries.Select(e => e.Key.Value) ?? [], StringComparer.Ordinal);
    }

    private TypeReference ResolveElement(string name, YamlScalar scalar)
    {
        if (Scalars.TryGetValue(name, out var kind))
            return new ScalarReference(kind);
        if (_types.Contains(name))
            return new ObjectReference(name);
        if (_enums.ContainsKey(name))
            return new EnumReference(name);

        _diagnostics.Add(SchemaRules.UnknownType, scalar.Range, name, _diagnostics.Hint(name, _types.Concat(_enums.Keys).Concat(Scalars.Keys)));

        // Any JSON stands in, so that what is sound around it can still be generated.
        return new ScalarReference(ScalarKind.Json);
    }
}

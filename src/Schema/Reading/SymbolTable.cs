using PageMessagesGen.Schema.Diagnostics;
using PageMessagesGen.Schema.Model;
using PageMessagesGen.Schema.Yaml;

namespace PageMessagesGen.Schema.Reading;

/// <summary>The names of the types and enums of a schema. They are collected first, because types refer to each other.</summary>
internal sealed class SymbolTable
{
    private static readonly Dictionary<string, ScalarKind> Scalars = new(StringComparer.Ordinal)
    {
        ["string"] = ScalarKind.String,
        ["integer"] = ScalarKind.Integer,
        ["boolean"] = ScalarKind.Boolean,
        ["number"] = ScalarKind.Number,
        ["string-or-integer"] = ScalarKind.StringOrInteger,
        ["integer-or-string"] = ScalarKind.IntegerOrString,
        ["date"] = ScalarKind.Date,
        ["datetime"] = ScalarKind.DateTime,
        ["timestamp"] = ScalarKind.Timestamp,
        ["json"] = ScalarKind.Json,
        ["file"] = ScalarKind.File,
    };

    private const int MostLevels = 4;

    private readonly HashSet<string> _objects;
    private readonly HashSet<string> _unions;
    private readonly Dictionary<string, HashSet<string>> _enums;
    private readonly HashSet<string> _refused = new(StringComparer.Ordinal);
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);
    private readonly DiagnosticBag _diagnostics;
    private readonly bool _isIncomplete;
    private readonly HashSet<string> _ownShapes;
    private readonly HashSet<string> _ownEnums;
    private readonly Lazy<Dictionary<string, string>> _inAnyCase;

    /// <param name="types">The objects and unions.</param>
    /// <param name="events">The events.</param>
    /// <param name="enums">The enums.</param>
    /// <param name="reserved">The names of types that are in no list.</param>
    /// <param name="used">The names of used schemas.</param>
    /// <param name="diagnostics">The collection for diagnostics.</param>
    public SymbolTable(IReadOnlyList<YamlEntry> types, IReadOnlyList<YamlEntry> events, IReadOnlyList<YamlEntry> enums, IEnumerable<YamlScalar> reserved, UsedNames used, DiagnosticBag diagnostics)
    {
        _diagnostics = diagnostics;
        _isIncomplete = used.IsIncomplete;
        _inAnyCase = new(NamesInAnyCase);

        // Names that differ only in case would share a file name, and many tools would treat them as one type.
        var first = reserved.ToDictionary(name => name.Value, StringComparer.OrdinalIgnoreCase);
        var own = types.Where(e => IsFirst(e.Key)).ToList();
        Objects = [.. own.Where(e => !IsUnion(e))];
        Unions = [.. own.Where(IsUnion)];
        Events = [.. events.Where(e => IsFirst(e.Key))];
        Enums = [.. enums.Where(e => IsFirst(e.Key))];
        _refused.UnionWith(own.Concat(Events).Concat(Enums).Select(e => e.Key.Value).Where(name => !ScalarChecks.IsTypeName(name)));
        _ownShapes = new(own.Select(e => e.Key.Value).Where(IsSound), StringComparer.Ordinal);
        _objects = new(Objects.Select(e => e.Key.Value).Where(IsSound).Concat(used.Objects), StringComparer.Ordinal);
        _unions = new(Unions.Select(e => e.Key.Value).Where(IsSound).Concat(used.Unions), StringComparer.Ordinal);
        _enums = Enums.Where(e => IsSound(e.Key.Value)).ToDictionary(e => e.Key.Value, MemberNames, StringComparer.Ordinal);
        _ownEnums = new(_enums.Keys, StringComparer.Ordinal);
        foreach (var type in used.Enums.Where(e => !_enums.ContainsKey(e.Name)))
            _enums.Add(type.Name, new(type.Members.Select(m => m.Name), StringComparer.Ordinal));
        used.ReportClashes(first.Values, diagnostics);

        bool IsSound(string name) => !_refused.Contains(name);

        bool IsFirst(YamlScalar name)
        {
            if (!first.TryGetValue(name.Value, out var other))
            {
                first.Add(name.Value, name);
                return true;
            }

            diagnostics.Add(
                SchemaDiagnosticDescriptors.DuplicateName, name.Range, "The type", name.Value, other.Value, other.Range.LineSeenFrom(name.Range),
                name.Value == other.Value ? "types and enums cannot have the same name." : "the names differ only in case.");
            if (name.Value != other.Value)
                _refused.Add(name.Value);
            return false;
        }
    }

    /// <summary>Gets the objects, without those whose name is already taken.</summary>
    public IReadOnlyList<YamlEntry> Objects { get; }

    /// <summary>Gets the unions, without those whose name is already taken.</summary>
    public IReadOnlyList<YamlEntry> Unions { get; }

    /// <summary>Gets the events, without those whose name is already taken.</summary>
    public IReadOnlyList<YamlEntry> Events { get; }

    /// <summary>Gets the enums, without those whose name is already taken.</summary>
    public IReadOnlyList<YamlEntry> Enums { get; }

    /// <summary>
    /// Gets the type that replaces an invalid type: any JSON, so that code for the valid parts is still generated. It causes no further
    /// diagnostics.
    /// </summary>
    public static TypeReference ErrorType { get; } = new ScalarReference(ScalarKind.Json);

    /// <summary>Finds the object with a name, and reports an unknown name. A type whose name is reported where it is declared is not found.</summary>
    public string? FindObject(YamlScalar name)
    {
        _used.Add(name.Value);
        if (_objects.Contains(name.Value))
            return name.Value;
        ReportUnknown(name, name.Value, unknown => _diagnostics.Hint(unknown, _objects));
        return null;
    }

    /// <summary>Finds the object or union with a name, like <see cref="FindObject"/>, and reports one of a used schema.</summary>
    public string? FindShape(YamlScalar name)
    {
        _used.Add(name.Value);
        if (_ownShapes.Contains(name.Value))
            return name.Value;
        if (_objects.Contains(name.Value) || _unions.Contains(name.Value))
            _diagnostics.Add(SchemaDiagnosticDescriptors.InvalidUnion, name.Range, $"'{name.Value}' is defined in another file, so it cannot be a shape here; a shape is generated together with its union.");
        else
            ReportUnknown(name, name.Value, unknown => _diagnostics.Hint(unknown, _ownShapes));
        return null;
    }

    /// <summary>Finds the enum with a name, like <see cref="FindObject"/>, and reports one of a used schema.</summary>
    public string? FindOwnEnum(YamlScalar name)
    {
        _used.Add(name.Value);
        if (_ownEnums.Contains(name.Value))
            return name.Value;
        if (_enums.ContainsKey(name.Value))
            _diagnostics.Add(SchemaDiagnosticDescriptors.InvalidUnion, name.Range, $"'{name.Value}' is defined in another file, so it cannot be the values of a union here.");
        else
            ReportUnknown(name, name.Value, unknown => _diagnostics.Hint(unknown, _ownEnums));
        return null;
    }

    /// <summary>Gets the names of the members of an enum.</summary>
    public HashSet<string> MembersOf(string enumName) => _enums[enumName];

    /// <summary>Determines whether a type or an enum is referenced.</summary>
    public bool IsUsed(string name) => _used.Contains(name);

    /// <summary>
    /// Reads a type such as <c>string</c>, <c>Message</c>, <c>list&lt;QuickReply&gt;</c> or <c>map&lt;string&gt;</c>. A file is a member of
    /// an object only, because it has no place within JSON.
    /// </summary>
    public TypeReference Resolve(YamlScalar scalar, bool canBeFile = false) => Resolve(scalar, scalar.Value.Trim(), canBeFile);

    /// <summary>Reads the type of the elements in a type that is not one of a member.</summary>
    public TypeReference Resolve(YamlScalar scalar, string element, bool canBeFile = false)
    {
        var type = Resolve(element, scalar, MostLevels);
        if (!type.Leaf.IsFile || (canBeFile && type.IsFile))
            return type;
        _diagnostics.Add(SchemaDiagnosticDescriptors.InvalidValue, scalar.Range, scalar.Value, "allowed here: a file is a member of an object in a request", "");
        return ErrorType;
    }

    private TypeReference Resolve(string name, YamlScalar scalar, int levels)
    {
        var element = ElementOf(name, "list");
        var value = ElementOf(name, "map");
        if (element is null && value is null)
            return ResolveElement(name, scalar);
        if (levels == 0)
        {
            _diagnostics.Add(SchemaDiagnosticDescriptors.InvalidValue, scalar.Range, scalar.Value, $"a type with at most {MostLevels} lists or maps around it", "");
            return ErrorType;
        }

        var inner = Resolve((element ?? value)!, scalar, levels - 1);
        if (ReferenceEquals(inner, ErrorType))
            return ErrorType;
        return element is null ? new MapReference(inner) : new ListReference(inner);
    }

    /// <summary>Gets the element of a type such as <c>list&lt;string&gt;</c>; null for another type.</summary>
    public static string? ElementOf(string name, string word) =>
        name.StartsWith(word + "<", StringComparison.Ordinal) && name.EndsWith(">", StringComparison.Ordinal)
            ? name.Substring(word.Length + 1, name.Length - word.Length - 2).Trim()
            : null;

    // Gets the list that 'list <string>' means; null for anything else.
    private static string? ListWithoutBlank(string name) =>
        name.StartsWith("list ", StringComparison.Ordinal) && ElementOf("list" + name.Substring(5).TrimStart(), "list") is { } element ? $"list<{element}>" : null;

    // A type with cases is a union.
    private static bool IsUnion(YamlEntry entry) => Child(entry, "cases") is not null;

    private static HashSet<string> MemberNames(YamlEntry entry) =>
        new(
            entry.Value is YamlSequence list
                ? list.Items.OfType<YamlScalar>().Select(item => item.Value)
                : (Child(entry, "members") as YamlMapping)?.Entries.Select(e => e.Key.Value) ?? [],
            StringComparer.Ordinal);

    private static YamlNode? Child(YamlEntry entry, string key) => (entry.Value as YamlMapping)?.Find(key);

    private TypeReference ResolveElement(string name, YamlScalar scalar)
    {
        _used.Add(name);
        if (Scalars.TryGetValue(name, out var kind))
            return new ScalarReference(kind);
        if (_objects.Contains(name))
            return new ObjectReference(name);
        if (_unions.Contains(name))
            return new UnionReference(name);
        if (_enums.ContainsKey(name))
            return new EnumReference(name);
        ReportUnknown(scalar, name, Hint);
        return ErrorType;
    }

    // A name that is reported where it is declared is not reported again, nor one that a used file which was not read may declare.
    private void ReportUnknown(YamlScalar scalar, string name, Func<string, string> hint)
    {
        if (!_isIncomplete && !_refused.Contains(name))
            _diagnostics.Add(SchemaDiagnosticDescriptors.UnknownType, scalar.Range, name, hint(name));
    }

    // A type of the file can have the name of a scalar in another case, such as 'String'.
    private Dictionary<string, string> NamesInAnyCase()
    {
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in Known.Where(name => !names.ContainsKey(name)))
            names.Add(name, name);
        return names;
    }

    private IEnumerable<string> Known => _objects.Concat(_unions).Concat(_enums.Keys).Concat(Scalars.Keys);

    // A type of the file whose name differs only in case is meant rather than a word of another language.
    private string Hint(string name)
    {
        if (_inAnyCase.Value.TryGetValue(name, out var other))
            return $" Names are case-sensitive; write '{other}'.";
        if (ListWithoutBlank(name) is { } list)
            return $" Remove the space: '{list}'.";
        return TypeAdvice.For(name) is { } advice ? $" {advice}" : _diagnostics.Hint(name, Known);
    }
}

using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Generator.Model;

/// <summary>The generated types of a schema, for whoever follows the schema's names into C#.</summary>
internal sealed class GeneratedTypes(SchemaDocument document, IEnumerable<RecordModel> records, IEnumerable<UnionModel> unions, IEnumerable<EnumModel> enums)
{
    private static readonly string[] Booleans = ["true", "false"];

    private readonly Dictionary<string, RecordModel> _records = records.ToDictionary(r => r.Name);
    private readonly Dictionary<string, UnionModel> _unions = unions.ToDictionary(u => u.Name);
    private readonly Dictionary<string, EnumModel> _enums = enums.ToDictionary(e => e.Name);

    /// <summary>The schema that they come from.</summary>
    public SchemaDocument Document { get; } = document;

    public RecordModel? FindRecord(string name) => _records.TryGetValue(name, out var record) ? record : null;

    public UnionModel? FindUnion(string name) => _unions.TryGetValue(name, out var union) ? union : null;

    public EnumModel? FindEnum(string name) => _enums.TryGetValue(name, out var type) ? type : null;

    /// <summary>Finds the property for a member of a record.</summary>
    public MemberModel? FindMember(string record, string wireName)
    {
        var literal = CSharpText.Literal(wireName);
        return FindRecord(record)?.Members.FirstOrDefault(m => m.WireLiteral == literal);
    }

    /// <summary>The C# patterns for values of an enum or of true and false.</summary>
    public IReadOnlyList<string> Patterns(TypeModel type, IEnumerable<string> values) => type switch
    {
        EnumTypeModel e when FindEnum(e.Enum) is { } model =>
            [.. model.Members.Where(m => values.Any(v => CSharpText.Literal(v) == m.NameLiteral)).Select(m => $"{e.Enum}.{m.Name}")],
        PrimitiveTypeModel { Keyword: "bool" } => [.. Booleans.Where(word => values.Contains(word, StringComparer.OrdinalIgnoreCase))],
        _ => [],
    };
}

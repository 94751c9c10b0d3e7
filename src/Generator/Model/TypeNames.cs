using PageMessagesGen.Schema.Diagnostics;
using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Generator.Model;

/// <summary>The C# names of the types of a schema. Each type has one, even if the name that it should have is not available.</summary>
internal sealed class TypeNames
{
    private const string Advice = "choose another name";

    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TypeOwner> _owners = new(StringComparer.Ordinal);

    public TypeNames(SchemaDocument document, IEnumerable<string> reserved, DiagnosticBag diagnostics)
    {
        var scope = new NameScope(diagnostics).Reserve([.. reserved]);
        foreach (var type in document.Types)
            _names[type.Name] = scope.Take(type.Name, type.Name, type.Range, Advice, ("The type", name => name));
        foreach (var union in document.Unions)
        {
            (string, Func<string, string>)[] uses =
            [
                ("The union", name => name),
                .. union.IsOfEvents ? [] : new (string, Func<string, string>)[] { ("The open shape of the union", name => UnionModel.RawFor(name)) },
                ("The converter of the union", UnionModel.ConverterFor),
            ];
            _names[union.Name] = scope.Take(union.Name, union.Name, union.Range, Advice, uses);
        }

        foreach (var type in document.Enums)
            _names[type.Name] = scope.Take(type.Name, type.Name, type.Range, Advice, ("The enum", name => name), ("The converter of the enum", EnumModel.ConverterFor));
    }

    /// <summary>Adds the names of a used schema. Names that this schema defines as well are reported, and remain its own.</summary>
    public void Use(TypeNames used, TypeOwner owner)
    {
        foreach (var type in used._names.Where(type => !_names.ContainsKey(type.Key)))
        {
            _names.Add(type.Key, type.Value);
            _owners.Add(type.Key, owner);
        }
    }

    /// <summary>Gets the C# name of a type, a union or an enum.</summary>
    public string this[string type] => _names[type];

    /// <summary>Gets the C# type of an object or a union.</summary>
    public RecordTypeModel ResolveRecord(string type) => new(this[type], FindOwner(type));

    /// <summary>Gets the C# type of a value.</summary>
    public TypeModel Resolve(TypeReference type) => type switch
    {
        ListReference list => new ListTypeModel(Resolve(list.Element)),
        MapReference map => new MapTypeModel(Resolve(map.Value)),
        ObjectReference o => ResolveRecord(o.Name),
        UnionReference u => ResolveRecord(u.Name),
        EnumReference e => new EnumTypeModel(this[e.Name], FindOwner(e.Name)),
        ScalarReference scalar => scalar.Kind switch
        {
            ScalarKind.String => PrimitiveTypeModel.String,
            ScalarKind.StringOrInteger => PrimitiveTypeModel.StringOrInteger,
            ScalarKind.Integer => PrimitiveTypeModel.Integer,
            ScalarKind.Number => PrimitiveTypeModel.Number,
            ScalarKind.Boolean => PrimitiveTypeModel.Boolean,
            ScalarKind.Date => PrimitiveTypeModel.Date,
            ScalarKind.DateTime => PrimitiveTypeModel.DateTime,
            ScalarKind.IntegerOrString => PrimitiveTypeModel.IntegerOrString,
            ScalarKind.Timestamp => PrimitiveTypeModel.Timestamp,
            ScalarKind.File => new FileTypeModel(),
            _ => new JsonTypeModel(),
        },
        _ => throw new InvalidOperationException($"There is no C# type for {type}."),
    };

    // A type without an owner is one of this schema.
    private TypeOwner? FindOwner(string type) => _owners.TryGetValue(type, out var owner) ? owner : null;
}

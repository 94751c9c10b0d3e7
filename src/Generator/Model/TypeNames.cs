using PageMessagesGen.Schema.Diagnostics;
using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Generator.Model;

/// <summary>The C# names of the types of a schema. Each type has one, even if the name that it should have is not available.</summary>
internal sealed class TypeNames
{
    private const string Advice = "choose another name";

    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

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
                .. union.Discriminator is null
                    ? new (string, Func<string, string>)[] { ("The open shape of the union", UnionModel.RawFor), ("The converter of the union", UnionModel.ConverterFor) }
                    : [],
            ];
            _names[union.Name] = scope.Take(union.Name, union.Name, union.Range, Advice, uses);
        }

        foreach (var type in document.Enums)
            _names[type.Name] = scope.Take(type.Name, type.Name, type.Range, Advice, ("The enum", name => name), ("The converter of the enum", EnumModel.ConverterFor));
    }

    /// <summary>Gets the C# name of a type, a union or an enum.</summary>
    public string this[string type] => _names[type];

    /// <summary>Gets the C# type of a value.</summary>
    public TypeModel Resolve(TypeReference type) => type switch
    {
        ListReference list => new ListTypeModel(Resolve(list.Element)),
        MapReference map => new MapTypeModel(Resolve(map.Value)),
        ObjectReference o => new RecordTypeModel(this[o.Name]),
        UnionReference u => new RecordTypeModel(this[u.Name]),
        EnumReference e => new EnumTypeModel(this[e.Name]),
        ScalarReference scalar => scalar.Kind switch
        {
            ScalarKind.String => PrimitiveTypeModel.String,
            ScalarKind.StringOrInteger => PrimitiveTypeModel.StringOrInteger,
            ScalarKind.Integer => PrimitiveTypeModel.Integer,
            ScalarKind.Number => PrimitiveTypeModel.Number,
            ScalarKind.Boolean => PrimitiveTypeModel.Boolean,
            ScalarKind.Date => PrimitiveTypeModel.Date,
            ScalarKind.DateTime => PrimitiveTypeModel.DateTime,
            _ => new JsonTypeModel(),
        },
        _ => throw new InvalidOperationException($"There is no C# type for {type}."),
    };
}

using System.Globalization;
using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Schema.Validation;

/// <summary>A value on the wire, with its type in the schema.</summary>
/// <param name="Value">The value; null if it is not set.</param>
/// <param name="Type">Its type, of a list that of the elements; null if the schema does not know it.</param>
internal readonly record struct TypedWireValue(WireValue? Value, TypeReference? Type);

/// <summary>The values of JSON, in which nothing is unknown.</summary>
/// <param name="schema">The schema, which knows the values of enums.</param>
internal readonly struct WireDomain(SchemaDocument schema) : IValueDomain<TypedWireValue>
{
    private const int MostUnions = 2;

    public TypedWireValue Absent => default;

    /// <summary>Reads a whole number of 64 bits.</summary>
    public static bool IsInteger(WireValue value) =>
        value is WireNumber number && long.TryParse(number.Digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);

    public bool? IsPresent(TypedWireValue value) => value.Value is not (null or WireNull);

    public int CountAlternatives(TypedWireValue value) => 1;

    public TypedWireValue GetAlternative(TypedWireValue value, int index) => value;

    public bool IsList(TypedWireValue value, out int count, out bool isOpen)
    {
        isOpen = false;
        count = (value.Value as WireList)?.Items.Count ?? 0;
        return value.Value is WireList;
    }

    public bool MayBeList(TypedWireValue value) => false;

    public TypedWireValue GetElement(TypedWireValue list, int index) => list with { Value = ((WireList)list.Value!).Items[index] };

    public TypedWireValue GetMember(TypedWireValue value, string name)
    {
        var type = FindMemberType(value.Type, name);
        return new((value.Value as WireObject)?.Find(name), (type as ListReference)?.Element ?? type);
    }

    public bool? IsOneOf(TypedWireValue value, EquatableArray<string> values)
    {
        if (value is { Value: WireNumber number, Type: null or ScalarReference { Kind: ScalarKind.Integer or ScalarKind.Number or ScalarKind.Json } }
            && decimal.TryParse(number.Digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var digits))
            return NumberComparison.IsOneOf(digits, values);
        var text = value.Value switch
        {
            WireText t => t.Text,
            WireNumber n => n.Digits,
            WireBoolean b => b.Value ? "true" : "false",
            _ => null,
        };
        if (text is null)
            return false;
        var name = value.Type is EnumReference e ? schema.FindEnum(e.Name)?.FindWire(text)?.Name : null;
        return name is null ? values.Any(v => string.Equals(v, text, StringComparison.OrdinalIgnoreCase)) : values.Contains(name);
    }

    public bool? Exceeds(TypedWireValue value, Limit limit) => value.Value switch
    {
        WireText text => limit.IsExceededBy(text.Text),
        WireList list => limit.IsExceededByCount(list.Items.Count),
        WireNumber number when limit.IsOfString && value.Type is ScalarReference { Kind: ScalarKind.StringOrInteger } => limit.IsExceededBy(number.Digits),
        WireNumber number => limit.IsExceededBy(Parse(number)),
        _ => false,
    };

    // What is beyond the range of a decimal is beyond each limit.
    private static decimal Parse(WireNumber number) =>
        decimal.TryParse(number.Digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value
        : number.Digits[0] == '-' ? decimal.MinValue
        : decimal.MaxValue;

    // In a union, the first shape that has the member tells its type, as it does where the schema is read. A shape can be another
    // union, but the shapes of that one are objects; a schema that says otherwise must not lead to an endless recursion.
    private TypeReference? FindMemberType(TypeReference? type, string name, int depth = 0) => type switch
    {
        ObjectReference reference => schema.FindType(reference.Name)?.FindMember(name)?.Type,
        UnionReference reference when schema.FindUnion(reference.Name) is { } union =>
            name == union.Discriminator ? SchemaDocument.DiscriminatorOf(union)
            : union.Content is null ? FindInShapes(union, name, depth)
            : name == union.Content ? new ContentReference(union.Name)
            : null,
        ContentReference reference when schema.FindUnion(reference.Union) is { } union => FindInShapes(union, name, depth),
        _ => null,
    };

    private TypeReference? FindInShapes(UnionType union, string name, int depth)
    {
        foreach (var shape in depth == MostUnions ? default : union.Cases)
        {
            if (shape.Kind == UnionCaseKind.Type && FindMemberType(schema.ShapeOf(shape), name, depth + 1) is { } type)
                return type;
        }

        return null;
    }
}

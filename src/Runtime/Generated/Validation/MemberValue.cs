using System.ComponentModel;
using System.Text.Json;
using PageMessagesGen.Json;

namespace PageMessagesGen.Generated;

/// <summary>Gets an element of a list.</summary>
/// <param name="list">The list.</param>
/// <param name="index">The index of the element.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate MemberValue ElementGetter(object list, int index);

/// <summary>The value of a member of a generated record, in the form that rules are evaluated on.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct MemberValue
{
    private MemberValue(MemberValueKind kind, object? reference = null, object? type = null, long integer = 0)
    {
        Kind = kind;
        Reference = reference;
        Type = type;
        Integer = integer;
    }

    private MemberValue(decimal number)
    {
        Kind = MemberValueKind.Number;
        Number = number;
    }

    internal MemberValue(JsonElement json, RecordDescription[]? shapes, EnumDescription? values = null)
    {
        Kind = json.ValueKind switch
        {
            JsonValueKind.Null or JsonValueKind.Undefined => MemberValueKind.Absent,
            JsonValueKind.Array => MemberValueKind.JsonList,
            _ => MemberValueKind.Json,
        };
        Json = json;
        Type = shapes;
        Reference = values;
    }

    internal MemberValueKind Kind { get; }

    // A string, a record or a list; for JSON the enum that its value belongs to.
    internal object? Reference { get; }

    // The description of a record, the getter of a list, or the shapes that JSON can have.
    internal object? Type { get; }

    // A whole number, a count, the number of an enum's value, or 1 for true.
    internal long Integer { get; }

    internal decimal Number { get; }

    internal JsonElement Json { get; }

    /// <summary>Creates the value of a string.</summary>
    public static MemberValue Of(string? value) => value is null ? default : new(MemberValueKind.String, value);

    /// <summary>Creates the value of a whole number.</summary>
    public static MemberValue Of(long? value) => value is { } number ? new(MemberValueKind.Integer, integer: number) : default;

    /// <summary>Creates the value of a number.</summary>
    public static MemberValue Of(decimal? value) => value is { } number ? new(number) : default;

    /// <summary>Creates the value of a Boolean.</summary>
    public static MemberValue Of(bool? value) => value is { } flag ? new(MemberValueKind.Boolean, integer: flag ? 1 : 0) : default;

    /// <summary>Creates the value of a date.</summary>
    public static MemberValue Of(DateOnly? value) => Of(value is { } date ? GraphDates.Format(date) : null);

    /// <summary>Creates the value of a date and time.</summary>
    public static MemberValue Of(DateTimeOffset? value) => Of(value is { } moment ? GraphDates.Format(moment) : null);

    /// <summary>Creates the value of an integer that is a number or a string.</summary>
    public static MemberValue Of(IntegerOrString? value) => Of(value?.Value);

    /// <summary>Creates the value of a point in time.</summary>
    public static MemberValue Of(Timestamp? value) => Of(value?.Number);

    /// <summary>Creates the value of an object whose member names are not in the schema.</summary>
    public static MemberValue OfMap(object? value) => value is null ? default : new(MemberValueKind.Map, value);

    /// <summary>Creates the value of a file.</summary>
    public static MemberValue Of(GraphFile? value) => value is null ? default : new(MemberValueKind.File, value);

    /// <summary>Creates the value of JSON. The shapes that it can have are those of its member.</summary>
    public static MemberValue Of(JsonElement? value) => value is { } json ? new(json, shapes: null) : default;

    /// <summary>Creates the value of an enum.</summary>
    /// <param name="value">The number of the value.</param>
    /// <param name="description">The enum.</param>
    public static MemberValue Of(int? value, EnumDescription description) =>
        value is { } number ? new(MemberValueKind.Enum, description, integer: number) : default;

    /// <summary>Creates the value of a record.</summary>
    /// <param name="value">The record.</param>
    /// <param name="description">The description of its type.</param>
    public static MemberValue Of(object? value, RecordDescription description) =>
        value is null ? default : new(MemberValueKind.Record, value, description?.Outer);

    /// <summary>Creates the value of a record without the object around it.</summary>
    internal static MemberValue Inside(object value, RecordDescription description) =>
        description.GetJson is { } getJson ? new(getJson(value), shapes: null) : new(MemberValueKind.Record, value, description);

    /// <summary>Creates the value of a list.</summary>
    /// <param name="value">The list.</param>
    /// <param name="count">The number of its elements.</param>
    /// <param name="getElement">Gets an element.</param>
    public static MemberValue Of(object? value, int? count, ElementGetter getElement) =>
        value is null ? default : new(MemberValueKind.List, value, getElement, count.GetValueOrDefault());
}

/// <summary>The kinds of values.</summary>
internal enum MemberValueKind
{
    Absent,
    String,
    Integer,
    Number,
    Boolean,
    Enum,
    Record,
    List,
    Map,
    File,
    Json,
    JsonList,
}

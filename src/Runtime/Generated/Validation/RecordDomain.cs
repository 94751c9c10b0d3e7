using System.Text.Json;
#if NET9_0_OR_GREATER
using System.Runtime.InteropServices;
using System.Text;
#endif

namespace PageMessagesGen.Generated;

/// <summary>The values of generated records, in which nothing is unknown.</summary>
internal readonly struct RecordDomain : IValueDomain<MemberValue>
{
    private const int LongestOnStack = 1024;

    public MemberValue Absent => default;

    public bool? IsPresent(MemberValue value) => value.Kind != MemberValueKind.Absent;

    public int CountAlternatives(MemberValue value) => 1;

    public MemberValue GetAlternative(MemberValue value, int index) => value;

    public bool IsList(MemberValue value, out int count, out bool isOpen)
    {
        isOpen = false;
        count = value.Kind switch
        {
            MemberValueKind.List => (int)value.Integer,
            MemberValueKind.JsonList => value.Json.GetArrayLength(),
            _ => -1,
        };
        return count >= 0;
    }

    public bool MayBeList(MemberValue value) => false;

    public MemberValue GetElement(MemberValue list, int index) => list.Kind == MemberValueKind.List
        ? ((ElementGetter)list.Type!)(list.Reference!, index)
        : new MemberValue(list.Json[index], (RecordDescription[]?)list.Type, (EnumDescription?)list.Reference);

    public MemberValue GetMember(MemberValue value, string name) => value.Kind switch
    {
        MemberValueKind.Record => ((RecordDescription)value.Type!).Get(value.Reference!, name),
        MemberValueKind.Json when value.Json.ValueKind == JsonValueKind.Object => GetJsonMember(value, name),
        _ => default,
    };

    public bool? IsOneOf(MemberValue value, EquatableArray<string> values) => value.Kind switch
    {
        MemberValueKind.String => Contains(values, (string)value.Reference!),
        MemberValueKind.Enum => ((EnumDescription)value.Reference!).Find((int)value.Integer) is { } found && values.Contains(found.Name),
        MemberValueKind.Boolean => Contains(values, value.Integer == 1 ? "true" : "false"),
        MemberValueKind.Integer => NumberComparison.IsOneOf(value.Integer, values),
        MemberValueKind.Number => NumberComparison.IsOneOf(value.Number, values),
        MemberValueKind.Json => IsOneOf(value.Json, values, (EnumDescription?)value.Reference),
        _ => false,
    };

    public bool? Exceeds(MemberValue value, Limit limit) => value.Kind switch
    {
        MemberValueKind.String => limit.IsExceededBy((string)value.Reference!),
        MemberValueKind.Integer => limit.IsExceededBy(value.Integer),
        MemberValueKind.Number => limit.IsExceededBy(value.Number),
        MemberValueKind.List => limit.IsExceededByCount((int)value.Integer),
        MemberValueKind.JsonList => limit.IsExceededByCount(value.Json.GetArrayLength()),
        MemberValueKind.Json => Exceeds(value.Json, limit),
        _ => false,
    };

    // Of two members with one name the first counts. In a union, the first shape that has the member tells its type.
    private static MemberValue GetJsonMember(MemberValue value, string name)
    {
        foreach (var member in value.Json.EnumerateObject())
        {
            if (HasName(member, name))
                return Find((RecordDescription[]?)value.Type, name, member.Value);
        }

        return default;
    }

    private static bool HasName(JsonProperty member, string name)
    {
        try
        {
            return member.NameEquals(name);
        }
        catch (InvalidOperationException)
        {
            return false; // it contains half of a surrogate pair
        }
    }

    private static MemberValue Find(RecordDescription[]? shapes, string name, JsonElement value)
    {
        foreach (var shape in shapes ?? [])
        {
            if (shape.Discriminator is { } discriminator && discriminator.Name == name)
                return new(value, null, discriminator.Values);
            if (shape.Find(name) is { } member)
                return new(value, shape.IsEnvelope ? Contents(shapes!, name) : member.ShapeList, member.Values);
        }

        return new(value, null);
    }

    // Each envelope has the members of one shape.
    private static RecordDescription[] Contents(RecordDescription[] envelopes, string name) =>
        [.. envelopes.Where(envelope => envelope.IsEnvelope).SelectMany(envelope => envelope.Find(name)?.ShapeList ?? [])];

    private static bool IsOneOf(JsonElement json, EquatableArray<string> values, EnumDescription? type) => json.ValueKind switch
    {
        JsonValueKind.String => IsOneOfStrings(json, values, type),
        JsonValueKind.Number => json.TryGetDecimal(out var number) ? NumberComparison.IsOneOf(number, values) : Contains(values, json.GetRawText()),
        JsonValueKind.True => Contains(values, "true"),
        JsonValueKind.False => Contains(values, "false"),
        _ => false,
    };

    private static bool Exceeds(JsonElement json, Limit limit)
    {
        if (json.ValueKind == JsonValueKind.Number)
        {
            // What is beyond the range of a decimal is beyond each limit.
            return limit.IsExceededBy(json.TryGetDecimal(out var number) ? number : json.GetDouble() < 0 ? decimal.MinValue : decimal.MaxValue);
        }

        if (json.ValueKind != JsonValueKind.String)
            return false;
        Span<char> chars = stackalloc char[LongestOnStack];
        return limit.IsExceededBy(GetChars(json, chars));
    }

    private static bool IsOneOfStrings(JsonElement json, EquatableArray<string> values, EnumDescription? type)
    {
        Span<char> chars = stackalloc char[LongestOnStack];
        var text = GetChars(json, chars);
        return type?.FindWire(text) is { } found ? values.Contains(found.Name) : Contains(values, text);
    }

    // A string without escapes is read without allocating it.
    private static ReadOnlySpan<char> GetChars(JsonElement json, Span<char> chars)
    {
#if NET9_0_OR_GREATER
        var raw = JsonMarshal.GetRawUtf8Value(json);
        if (raw.Length <= LongestOnStack && !raw.Contains((byte)'\\'))
            return chars[..Encoding.UTF8.GetChars(raw[1..^1], chars)];
#endif
        try
        {
            return json.GetString();
        }
        catch (InvalidOperationException)
        {
            return "\uFFFD"; // it contains half of a surrogate pair, or bytes that are not UTF-8
        }
    }

    private static bool Contains(EquatableArray<string> values, ReadOnlySpan<char> text)
    {
        for (var i = 0; i < values.Count; i++)
        {
            if (text.Equals(values[i], StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}

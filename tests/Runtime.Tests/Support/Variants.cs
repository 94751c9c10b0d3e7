using System.Text.Json;
using System.Text.Json.Serialization;
using PageMessages;

namespace PageMessagesGen.Runtime.Tests.Support;

/// <summary>Makes records in which every member is set, as many of each type as it takes for every enum value and every shape of a union.</summary>
/// <param name="text">The value of each string.</param>
/// <param name="number">The value of each number.</param>
internal sealed class Variants(string text, long number)
{
    private readonly JsonElement _json = RawJson.Parse($$"""{ "{{JsonEncodedText.Encode(text)}}": "{{JsonEncodedText.Encode(text)}}" }""");

    public IReadOnlyList<object> Of(Type type)
    {
        var inner = Nullable.GetUnderlyingType(type) ?? type;
        if (inner == typeof(string))
            return [text];
        if (inner == typeof(long))
            return [number];
        if (inner == typeof(decimal))
            return [(decimal)number];
        if (inner == typeof(bool))
            return [true];
        if (inner == typeof(JsonElement))
            return [_json];
        if (inner.IsEnum)
            return [.. Enum.GetValues(inner).Cast<object>()];
        if (inner.IsGenericType)
            return [ListOf(inner.GenericTypeArguments[0])];
        return inner.IsAbstract ? [.. GeneratedTypes.Shapes.Where(shape => shape.IsSubclassOf(inner)).SelectMany(Of)] : OfRecord(inner);
    }

    private Array ListOf(Type element)
    {
        var items = Of(element);
        var list = Array.CreateInstance(element, items.Count);
        for (var i = 0; i < items.Count; i++)
            list.SetValue(items[i], i);
        return list;
    }

    private List<object> OfRecord(Type type)
    {
        // JSON in place of a whole shape is an object that says which one it is.
        if (type.GetProperty("Json") is { } json)
        {
            var record = Activator.CreateInstance(type)!;
            var discriminator = type.BaseType!.GetProperties().SelectMany(p => p.GetCustomAttributes(typeof(JsonPropertyNameAttribute), true)).Cast<JsonPropertyNameAttribute>().First().Name;
            json.SetValue(record, RawJson.Parse($$"""{ "{{discriminator}}": "unheard_of", "new": {{number}} }"""));
            return [record];
        }

        var members = GeneratedTypes.Members(type).Select(m => (Member: m, Values: Of(m.PropertyType))).ToList();
        var records = new List<object>();
        for (var i = 0; i < members.Select(m => m.Values.Count).Append(1).Max(); i++)
        {
            var record = Activator.CreateInstance(type)!;
            foreach (var (member, values) in members)
                member.SetValue(record, values[i % values.Count]);
            records.Add(record);
        }

        // JSON in place of members that are known is read as these.
        var typed = GeneratedTypes.Records.Where(shape => shape != type && shape.IsSubclassOf(type.BaseType!) && type.BaseType != typeof(object)).Select(Activator.CreateInstance).OfType<Attachment>().Select(a => a.Type).ToHashSet();
        return [.. records.Where(record => record is not RawAttachment raw || !typed.Contains(raw.Type))];
    }
}

using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using PageMessages;

namespace PageMessagesGen.JsonEquality.Tests.Support;

/// <summary>Makes requests of all shapes. Most of them make no sense; all of them are JSON.</summary>
internal sealed class RandomRequest(Random random)
{
    private static readonly ILookup<Type, Type> Shapes = typeof(SendMessageRequest).Assembly.GetTypes()
        .Where(type => type is { IsAbstract: false } && type.Namespace == typeof(SendMessageRequest).Namespace)
        .SelectMany(type => Bases(type).Select(union => (union, type)))
        .ToLookup(pair => pair.union, pair => pair.type);

    public SendMessageRequest Next() => (SendMessageRequest)Next(typeof(SendMessageRequest));

    private static IEnumerable<Type> Bases(Type type)
    {
        for (var union = type.BaseType; union is { IsAbstract: true }; union = union.BaseType)
            yield return union;
    }

    private object Next(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } value)
            return Next(value);
        if (type == typeof(string))
            return RandomText.Next(random);
        if (type == typeof(JsonElement))
            return RandomJson.Next(random);
        if (type == typeof(long))
            return random.NextInt64(long.MinValue, long.MaxValue);
        if (type == typeof(decimal))
            return new decimal(random.Next(), random.Next(), 0, random.Next(2) == 0, (byte)random.Next(6));
        if (type == typeof(bool))
            return random.Next(2) == 0;
        if (type.IsEnum)
            return Enum.GetValues(type).GetValue(random.Next(Enum.GetValues(type).Length))!;
        if (type == typeof(IDictionary<string, JsonElement>))
            return new Dictionary<string, JsonElement> { ["new_1"] = RandomJson.Next(random), ["new \"2\" 🍕"] = RandomJson.Next(random) };
        return type.IsGenericType ? NextList(type.GenericTypeArguments[0])
            : type.IsAbstract ? NextRecord(OneOf([.. Shapes[type]]))
            : NextRecord(type);
    }

    private object NextRecord(Type type)
    {
        var record = Activator.CreateInstance(type)!;

        // JSON in place of a whole shape must say which shape it is.
        if (type.GetProperty("Json") is { } json)
        {
            json.SetValue(record, RawJson.Parse($$"""{ "new": [{{random.Next(9)}}], "{{Discriminator(type)}}": "unheard_of" }"""));
            return record;
        }

        foreach (var property in type.GetProperties().Where(p => p.SetMethod is not null && p.PropertyType != typeof(GraphFile)))
        {
            var isRequired = property.IsDefined(typeof(System.Runtime.CompilerServices.RequiredMemberAttribute));
            if (isRequired || random.Next(3) == 0)
                property.SetValue(record, Next(property.PropertyType));
        }

        return record;
    }

    private static string Discriminator(Type type) =>
        type.BaseType!.GetProperties().Select(p => p.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name).First(name => name is not null)!;

    private object NextList(Type element)
    {
        var items = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(element))!;
        for (var left = random.Next(4); left > 0; left--)
            items.Add(Next(element));
        if (random.Next(2) == 0)
            return items;
        var array = Array.CreateInstance(element, items.Count);
        items.CopyTo(array, 0);
        return array;
    }

    private T OneOf<T>(IReadOnlyList<T> all) => all[random.Next(all.Count)];
}

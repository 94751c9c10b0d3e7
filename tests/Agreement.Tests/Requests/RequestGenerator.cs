using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using PageMessages;
using PageMessagesGen.Generated;

namespace PageMessagesGen.Agreement.Tests.Requests;

/// <summary>Makes random requests: each member present, absent, null, at and around each limit.</summary>
/// <param name="hasUnknowns">Whether parts of a request are known only when it is sent.</param>
internal sealed class RequestGenerator(bool hasUnknowns)
{
    private static readonly bool[] Truths = [true, false];

    private static readonly string[] Words =
    [
        "", " ", "a", "7", "4471239905512287", "12x", "Hello 🍕", "e\u0301", RequestJson.FirstHalf, RequestJson.SecondHalf + RequestJson.FirstHalf, "EUR", "eur", "https://cdn.example.com/a.png", "http://", "ftp://example.com",
        "https://x", "HTTPS://EXAMPLE.COM", "https:// x", "https://x/a b", "+358401234567", "love", "present",
    ];

    private static readonly string[] JsonNames = ["url", "attachment_id", "is_reusable", "id", "template_type", "message_id", "reaction", "other"];

    private static readonly string[] JsonValues =
    [
        "null", "true", "false", "12", "\"\"", "\"a\"", "\"https://cdn.example.com/a.png\"", "\"ftp://x\"", "\"customer_feedback\"", "\"CUSTOMER_FEEDBACK\"", "\"generic\"", "\"list\"", "\"airline_update\"",
        "\"love\"", "\"\\u2764\"", "{}", "[]", "[\"a\"]", "[{\"url\":\"a\"}]",
    ];

    private readonly Dictionary<Type, Gen<Expression>> _types = [];

    /// <summary>Requests.</summary>
    public Gen<Expression> Requests => Of(typeof(SendMessageRequest));

    private Gen<Expression> Of(Type type)
    {
        if (!_types.TryGetValue(type, out var made))
            _types.Add(type, made = type.IsAbstract ? Gen.OneOf(UnionShapes.Typed(type).Select(Of)) : Record(type));
        return made;
    }

    // Most requests have few members; those with many break so much that little is learnt from them.
    private Gen<Expression> Record(Type type)
    {
        var members = type.GetProperties().Where(p => p.SetMethod is not null && p.PropertyType != typeof(GraphFile) && p.GetCustomAttribute<JsonPropertyNameAttribute>() is not null).Select(p => (Property: p, Values: Member(p))).ToList();
        return from rarity in Gen.Choose(2, 8)
               from chosen in Sequence([.. members.Select(m => Maybe(m.Property, m.Values, rarity))])
               select (Expression)new Creation(type, [.. chosen.Where(c => c.Value is not null).Select(c => (c.Property, c.Value!))]);
    }

    private static Gen<(PropertyInfo Property, Expression? Value)> Maybe(PropertyInfo property, Gen<Expression> values, int rarity)
    {
        var isRequired = property.GetCustomAttributes().Any(attribute => attribute.GetType().Name == "RequiredMemberAttribute");
        var canBeNull = !property.PropertyType.IsValueType || Nullable.GetUnderlyingType(property.PropertyType) is not null;
        return Gen.Frequency(
            (isRequired ? 30 : 2, values.Select(value => (property, (Expression?)value))),
            (isRequired ? 0 : rarity, Gen.Constant((property, (Expression?)null))),
            (canBeNull ? 1 : 0, Gen.Constant((property, (Expression?)new Null(isRequired)))));
    }

    private Gen<Expression> Member(PropertyInfo property)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        var values = Values(type, property);
        if (!hasUnknowns)
            return values;
        var isNullable = Nullable.GetUnderlyingType(property.PropertyType) is not null || !type.IsValueType;
        var name = Keyword(type);
        var anything = from some in Gen.ArrayOf(values, 3) select (Expression)new Unknown($"Any<{name}{(isNullable ? "?" : "")}>()", isNullable ? [new Null(false), .. some] : some);
        var either = from one in values from other in values select (Expression)new Unknown(null, [one, other]);
        var orNull = from one in values select (Expression)new Unknown(null, [one, new Null(false)]);
        var longer = from tail in values where tail is Text select (Expression)new Interpolation(new Unknown("Any<string?>()", [new Null(false), new Text("ab"), new Text(new string('x', 3000))]), ((Text)tail).Value);
        return Gen.Frequency((6, values), (1, anything), (2, either), (isNullable && type != typeof(JsonElement) ? 1 : 0, orNull), (type == typeof(string) ? 1 : 0, longer));
    }

    private static string Keyword(Type type) => type.IsGenericType ? $"IReadOnlyList<{Keyword(type.GenericTypeArguments[0])}>"
        : type == typeof(string) ? "string"
        : type == typeof(long) ? "long"
        : type == typeof(decimal) ? "decimal"
        : type == typeof(bool) ? "bool"
        : type.Name;

    private Gen<Expression> Values(Type type, PropertyInfo property)
    {
        if (type == typeof(string))
            return Gen.Elements(Words.Concat(AroundLimits(property)).Select(word => (Expression)new Text(word)));
        if (type == typeof(long))
            return Gen.Elements(new long[] { 0, 1, -5, 100, long.MaxValue }.Select(number => (Expression)new Constant(number)));
        if (type == typeof(decimal))
            return Gen.Elements(new[] { 0m, 1m, -0.5m, 100.25m }.Select(number => (Expression)new Constant(number)));
        if (type == typeof(bool))
            return Gen.Elements(Truths.Select(value => (Expression)new Constant(value)));
        if (type.IsEnum)
            return Gen.Elements(Enum.GetValuesAsUnderlyingType(type).Cast<int>().Select(value => (Expression)new Constant(Enum.ToObject(type, value))));
        if (type == typeof(JsonElement))
            return Jsons;
        if (!type.IsGenericType)
            return Of(type);
        var element = type.GenericTypeArguments[0];
        var items = element == typeof(string) ? Gen.Elements(Words.Select(word => (Expression)new Text(word))) : Of(element);
        var counts = Bounds(property, "count").Where(bound => bound < 20).SelectMany(bound => new[] { bound, bound + 1 }).DefaultIfEmpty(3).ToArray();
        return from count in Gen.Frequency((2, Gen.Constant(0)), (6, Gen.Choose(1, 2)), (1, Gen.Elements(counts)))
               from list in Gen.ArrayOf(items, count)
               select (Expression)new Elements(element, list);
    }

    private static Gen<Expression> Jsons => Gen.Frequency(
        (1, Gen.Elements(JsonValues).Select(json => (Expression)new Json(json))),
        (6, from members in Sequence([.. JsonNames.Select(name => Gen.Frequency((2, Gen.Constant("")), (1, Gen.Elements(JsonValues).Select(value => $"\"{name}\":{value}"))))])
            select (Expression)new Json($"{{{string.Join(",", members.Where(member => member.Length > 0))}}}")));

    // One below, at and above each length that the member's own limits or a rule of its type name: in letters, emoji, two bytes each, and with combining marks.
    private static IEnumerable<string> AroundLimits(PropertyInfo property)
    {
        return Bounds(property, "characters|bytes").SelectMany(bound => new[] { bound - 1, bound, bound + 1, (bound / 2) + 1 }).Where(length => length > 0).SelectMany(length => new[]
        {
            new string('x', length),
            string.Concat(Enumerable.Repeat("🍕", length)),
            new string('ä', length),
            string.Concat(Enumerable.Repeat("e\u0301", length / 2)),
        });
    }

    private static IEnumerable<int> Bounds(PropertyInfo property, string unit)
    {
        var wire = property.GetCustomAttribute<JsonPropertyNameAttribute>()!.Name;
        var own = property.GetCustomAttribute<LimitsAttribute>()?.Text ?? "";
        var ruled = property.DeclaringType!.GetCustomAttributes<RuleAttribute>().Select(rule => rule.Text).Where(text => text.StartsWith($"limit {wire} ", StringComparison.Ordinal));
        return Regex.Matches(string.Join(" ", ruled.Prepend(own)), $"(?<=({unit}) )[0-9]+").Select(match => int.Parse(match.Value, CultureInfo.InvariantCulture)).Distinct();
    }

    private static Gen<T[]> Sequence<T>(IReadOnlyList<Gen<T>> parts) =>
        parts.Aggregate(Gen.Constant(Array.Empty<T>()), (all, part) => from first in all from next in part select (T[])[.. first, next]);
}

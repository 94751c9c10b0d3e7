using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using PageMessagesGen.Generated;
using PageMessagesGen.Rules;
using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Agreement.Tests.Requests;

/// <summary>Writes a request of the schema's examples as C#. What the types cannot express, such as a member that does not exist, gives null.</summary>
internal static class ExampleProgram
{
    /// <summary>The request as an expression.</summary>
    public static Expression? Write(WireValue value, Type type) => (value, Nullable.GetUnderlyingType(type) ?? type) switch
    {
        (WireNull, _) => new Null(false),
        (_, var json) when json == typeof(JsonElement) => new Json(Serialize(value)),
        (WireText text, var plain) when plain == typeof(string) => new Text(text.Text),
        (WireNumber number, var plain) when plain == typeof(string) => new Text(number.Digits),
        (WireNumber number, var whole) when whole == typeof(long) => long.TryParse(number.Digits, out var parsed) ? new Constant(parsed) : null,
        (WireNumber number, var fraction) when fraction == typeof(decimal) => new Constant(decimal.Parse(number.Digits, NumberStyles.Float, CultureInfo.InvariantCulture)),
        (WireBoolean boolean, var truth) when truth == typeof(bool) => new Constant(boolean.Value),
        (WireText text, { IsEnum: true } named) => Find(named, text.Text) is { } found ? new Constant(found) : null,
        (WireList list, { IsGenericType: true } many) => WriteAll(list, many.GenericTypeArguments[0]),
        (WireObject body, { IsAbstract: true } union) => WriteShape(body, union),
        (WireObject body, { IsClass: true } record) => WriteObject(body, record),
        _ => null,
    };

    private static Elements? WriteAll(WireList list, Type element)
    {
        var items = list.Items.Select(item => Write(item, element)).ToList();
        return items.Contains(null) ? null : new Elements(element, [.. items.OfType<Expression>()]);
    }

    // The shape whose attributes have the value that selects it, or else the one for JSON. Without such a value, the types cannot express it.
    private static Creation? WriteShape(WireObject body, Type union)
    {
        foreach (var shape in UnionShapes.Typed(union))
        {
            var envelope = shape.GetCustomAttribute<EnvelopeAttribute>();
            if (envelope is not null && !Has(body, envelope.Name, envelope.Value))
                continue;
            var content = envelope?.Content is { } name ? body.Find(name) as WireObject : new WireObject(body.Members.Where(m => m.Name != envelope?.Name).ToEquatableArray(), default);
            var discriminator = shape.GetCustomAttribute<DiscriminatorAttribute>();
            if (content is not null && (discriminator is null || Has(content, discriminator.Name, discriminator.Value)))
                return WriteObject(content, shape);
        }

        return UnionShapes.Raws(union).Select(raw => WriteRaw(body, raw)).FirstOrDefault(raw => raw is not null);
    }

    private static Creation? WriteRaw(WireObject body, Type raw)
    {
        if (raw.GetProperty("Json") is not { } json)
            return UnionShapes.HasContent(raw, body.Find("type")) ? null : WriteObject(body, raw);
        var envelope = raw.GetCustomAttribute<EnvelopeAttribute>();
        if (envelope is not null && !Has(body, envelope.Name, envelope.Value))
            return null;
        var content = envelope?.Content is { } name ? body.Find(name) as WireObject : body;
        var discriminator = raw.BaseType!.GetProperties().Select(p => p.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name).First(found => found is not null)!;
        return content?.Find(discriminator) is WireText ? new Creation(raw, [(json, new Json(Serialize(content)))]) : null;
    }

    private static bool Has(WireObject body, string name, string value) => body.Find(name) is WireText text && string.Equals(text.Text, value, StringComparison.OrdinalIgnoreCase);

    private static Creation? WriteObject(WireObject body, Type type)
    {
        var properties = type.GetProperties().Where(p => p.SetMethod is not null && p.GetCustomAttribute<JsonPropertyNameAttribute>() is not null).ToDictionary(p => p.GetCustomAttribute<JsonPropertyNameAttribute>()!.Name);
        var members = new List<(PropertyInfo, Expression)>();
        var discriminator = type.GetCustomAttribute<DiscriminatorAttribute>();
        foreach (var member in body.Members.Where(m => m.Name != discriminator?.Name))
        {
            if (!properties.TryGetValue(member.Name, out var property) || Write(member.Value, property.PropertyType) is not { } value)
                return null;
            members.Add((property, value));
        }

        return new Creation(type, members);
    }

    // The schema writes values as they are sent, so the enum's own converter knows them; here any casing of the schema's name will do.
    private static object? Find(Type type, string wire) => type.GetFields(BindingFlags.Public | BindingFlags.Static)
        .FirstOrDefault(field => string.Equals(field.GetCustomAttribute<SchemaNameAttribute>()!.Name, wire, StringComparison.OrdinalIgnoreCase))?.GetValue(null);

    private static string Serialize(WireValue value) => value switch
    {
        WireObject body => $"{{{string.Join(",", body.Members.Select(member => $"{Quote(member.Name)}:{Serialize(member.Value)}"))}}}",
        WireList list => $"[{string.Join(",", list.Items.Select(Serialize))}]",
        WireText text => Quote(text.Text),
        WireNumber number => number.Digits,
        WireBoolean boolean => boolean.Value ? "true" : "false",
        _ => "null",
    };

    private static string Quote(string text) => $"\"{JsonEncodedText.Encode(text)}\"";
}

using System.Text.Json;
using System.Text.RegularExpressions;

namespace PageMessagesGen.Language.Tests.Support;

/// <summary>What a JSON Schema has against a document.</summary>
/// <param name="Path">Where: the names on the way, each behind a slash.</param>
/// <param name="Keyword">The keyword that is not met.</param>
/// <param name="Name">The property of which it speaks, if it speaks of one.</param>
internal sealed record JsonFault(string Path, string Keyword, string Name = "");

/// <summary>
/// Judges JSON by a JSON Schema of draft-07, as editors do. It knows the keywords that <c>endpoint.schema.json</c> uses and
/// refuses a schema with any other, so that nothing in the file goes unjudged.
/// </summary>
internal sealed class JsonSchema
{
    private static readonly HashSet<string> Annotations = ["$schema", "title", "description", "definitions"];

    private static readonly HashSet<string> Keywords =
    [
        "$ref", "type", "const", "pattern", "minLength", "minimum", "maximum", "items", "minItems", "properties", "required",
        "additionalProperties", "propertyNames", "minProperties", "maxProperties", "anyOf", "oneOf", "if", "then", "else",
    ];

    private readonly JsonElement _root;

    /// <exception cref="NotSupportedException">The schema has a keyword that this class does not know.</exception>
    public JsonSchema(string text)
    {
        using var document = JsonDocument.Parse(text);
        _root = document.RootElement.Clone();
        foreach (var schema in All())
            RequireKnownKeywords(schema);
    }

    /// <summary>Every schema in the schema, itself included.</summary>
    public IEnumerable<JsonElement> All() => Within(_root);

    /// <summary>The schema that a reference means.</summary>
    public JsonElement Resolve(string reference) =>
        _root.GetProperty("definitions").GetProperty(reference["#/definitions/".Length..]);

    /// <summary>Judges a document.</summary>
    public IReadOnlyList<JsonFault> Judge(JsonElement document) => [.. Judge(_root, document, "")];

    private static IEnumerable<JsonElement> Within(JsonElement schema)
    {
        if (schema.ValueKind is JsonValueKind.True or JsonValueKind.False)
            return [];
        var inner = schema.EnumerateObject().SelectMany(property => property.Name switch
        {
            "definitions" or "properties" => property.Value.EnumerateObject().Select(p => p.Value),
            "anyOf" or "oneOf" => property.Value.EnumerateArray(),
            "items" or "additionalProperties" or "propertyNames" or "if" or "then" or "else" => [property.Value],
            _ => Enumerable.Empty<JsonElement>(),
        });
        return inner.SelectMany(Within).Prepend(schema);
    }

    // What stands beside a reference is ignored in draft-07; only a description may, for the editors that show it.
    private static void RequireKnownKeywords(JsonElement schema)
    {
        var isReference = schema.TryGetProperty("$ref", out _);
        foreach (var name in schema.EnumerateObject().Select(p => p.Name).Where(n => !Annotations.Contains(n) && n != "$ref"))
        {
            if (isReference || !Keywords.Contains(name))
                throw new NotSupportedException($"The keyword '{name}' is not judged{(isReference ? " beside a $ref" : "")}.");
        }
    }

    private IEnumerable<JsonFault> Judge(JsonElement schema, JsonElement value, string path)
    {
        if (schema.ValueKind == JsonValueKind.True)
            return [];
        return schema.ValueKind == JsonValueKind.False
            ? [new JsonFault(path, "false")]
            : schema.EnumerateObject().SelectMany(keyword => JudgeKeyword(schema, keyword.Name, keyword.Value, value, path));
    }

    private IEnumerable<JsonFault> JudgeKeyword(JsonElement schema, string keyword, JsonElement wanted, JsonElement value, string path)
    {
        return keyword switch
        {
            "$ref" => Judge(Resolve(wanted.GetString()!), value, path),
            "type" => Unless(wanted.ValueKind == JsonValueKind.Array ? wanted.EnumerateArray().Any(t => Is(value, t)) : Is(value, wanted)),
            "const" => Unless(JsonElement.DeepEquals(wanted, value)),
            "pattern" => Unless(value.ValueKind != JsonValueKind.String || Regex.IsMatch(value.GetString()!, wanted.GetString()!, RegexOptions.ECMAScript)),
            "minLength" => Unless(value.ValueKind != JsonValueKind.String || value.GetString()!.Length >= wanted.GetInt32()),
            "minimum" => Unless(value.ValueKind != JsonValueKind.Number || value.GetDecimal() >= wanted.GetDecimal()),
            "maximum" => Unless(value.ValueKind != JsonValueKind.Number || value.GetDecimal() <= wanted.GetDecimal()),
            "minItems" => Unless(value.ValueKind != JsonValueKind.Array || value.GetArrayLength() >= wanted.GetInt32()),
            "minProperties" => Unless(value.ValueKind != JsonValueKind.Object || value.EnumerateObject().Count() >= wanted.GetInt32()),
            "maxProperties" => Unless(value.ValueKind != JsonValueKind.Object || value.EnumerateObject().Count() <= wanted.GetInt32()),
            "items" => Items(value).SelectMany((item, index) => Judge(wanted, item, $"{path}/{index}")),
            "anyOf" => Unless(wanted.EnumerateArray().Any(s => Fits(s, value))),
            "oneOf" => Unless(wanted.EnumerateArray().Count(s => Fits(s, value)) == 1),
            "if" when schema.TryGetProperty(Fits(wanted, value) ? "then" : "else", out var branch) => Judge(branch, value, path),
            "required" => wanted.EnumerateArray().Select(n => n.GetString()!)
                .Where(n => value.ValueKind == JsonValueKind.Object && !value.TryGetProperty(n, out _))
                .Select(n => new JsonFault(path, "required", n)),
            "properties" => Properties(value).Where(p => wanted.TryGetProperty(p.Name, out _))
                .SelectMany(p => Judge(wanted.GetProperty(p.Name), p.Value, $"{path}/{p.Name}")),
            "propertyNames" => Properties(value).SelectMany(p => Judge(wanted, TextOf(p.Name), $"{path}/{p.Name}")),
            "additionalProperties" => JudgeAdditional(schema, wanted, value, path),
            _ => [],
        };

        IEnumerable<JsonFault> Unless(bool isMet) => isMet ? [] : [new JsonFault(path, keyword)];
    }

    private IEnumerable<JsonFault> JudgeAdditional(JsonElement schema, JsonElement wanted, JsonElement value, string path)
    {
        var isKnown = schema.TryGetProperty("properties", out var known) ? (Func<string, bool>)(n => known.TryGetProperty(n, out _)) : _ => false;
        var additional = Properties(value).Where(p => !isKnown(p.Name));
        return wanted.ValueKind == JsonValueKind.False
            ? additional.Select(p => new JsonFault(path, "additionalProperties", p.Name))
            : additional.SelectMany(p => Judge(wanted, p.Value, $"{path}/{p.Name}"));
    }

    private bool Fits(JsonElement schema, JsonElement value) => !Judge(schema, value, "").Any();

    private static IEnumerable<JsonElement> Items(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : Enumerable.Empty<JsonElement>();

    private static IEnumerable<JsonProperty> Properties(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object ? value.EnumerateObject() : Enumerable.Empty<JsonProperty>();

    private static bool Is(JsonElement value, JsonElement type) => type.GetString() switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "null" => value.ValueKind == JsonValueKind.Null,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && decimal.IsInteger(value.GetDecimal()),
        var other => throw new NotSupportedException($"The type '{other}' is not judged."),
    };

    private static JsonElement TextOf(string text)
    {
        using var document = JsonDocument.Parse($"\"{JsonEncodedText.Encode(text)}\"");
        return document.RootElement.Clone();
    }
}

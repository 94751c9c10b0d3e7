using System.Text.Json;

namespace PageMessagesGen.Language.Tests.Support;

/// <summary>The schema by which editors judge schemas: <c>schema/endpoint.schema.json</c>.</summary>
internal static class EditorSchema
{
    public static JsonSchema Instance { get; } = new(Repository.Read("schema/endpoint.schema.json"));

    /// <summary>All keys that it knows anywhere.</summary>
    public static IReadOnlyList<string> PropertyNames { get; } =
        [.. With("properties").SelectMany(s => s.GetProperty("properties").EnumerateObject()).Select(p => p.Name).Distinct(StringComparer.Ordinal)];

    /// <summary>All words that it offers anywhere.</summary>
    public static IReadOnlyList<string> Words { get; } =
        [.. With("const").Select(s => s.GetProperty("const").ToString()).Distinct(StringComparer.Ordinal)];

    /// <summary>Judges a schema as an editor does.</summary>
    public static IReadOnlyList<JsonFault> Judge(string yaml) => Instance.Judge(YamlAsJson.Read(yaml));

    /// <summary>What an editor shows of a part of it.</summary>
    public static string Description(JsonElement schema) =>
        schema.TryGetProperty("description", out var own) ? own.GetString()!
        : schema.TryGetProperty("$ref", out var reference) ? Description(Instance.Resolve(reference.GetString()!))
        : "";

    private static IEnumerable<JsonElement> With(string keyword) => Instance.All().Where(s => s.TryGetProperty(keyword, out _));
}

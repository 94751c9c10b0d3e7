using System.Text.Json;

namespace PageMessagesGen.Calls;

/// <summary>Reads the headers by which the server reports how much of its limits is used. What cannot be read is ignored.</summary>
internal static class Usage
{
    private const string PerUseCase = "X-Business-Use-Case-Usage";

    /// <summary>Gets the time after which calls are accepted again; null if it is not reported.</summary>
    public static TimeSpan? Regain(IReadOnlyDictionary<string, string> headers) =>
        headers.TryGetValue(PerUseCase, out var text)
        && Largest(Read(text).Select(usage => Number(usage, "estimated_time_to_regain_access"))) is > 0 and <= 60 * 24 * 7 and var minutes
            ? TimeSpan.FromMinutes(minutes)
            : null;

    // The object itself, or the objects in the lists of one that has ids as names.
    private static List<JsonElement> Read(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement.Clone();
            return root.ValueKind != JsonValueKind.Object
                ? []
                : [root, .. root.EnumerateObject().Where(id => id.Value.ValueKind == JsonValueKind.Array).SelectMany(id => id.Value.EnumerateArray())];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static double? Number(JsonElement usage, string name) =>
        usage.ValueKind == JsonValueKind.Object && usage.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number)
            ? number
            : null;

    private static double? Largest(IEnumerable<double?> values) => values.Max();
}

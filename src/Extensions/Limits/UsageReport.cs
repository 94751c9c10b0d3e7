using System.Text.Json;

namespace PageMessagesGen.Limits;

/// <summary>How much of the limits of a Page is used, as the server reports it in headers. What cannot be read is ignored.</summary>
/// <param name="Percent">The percentage of the limit that is closest to being reached; null if it is not reported.</param>
/// <param name="Regain">The time after which calls are accepted again; null if it is not reported.</param>
internal readonly record struct UsageReport(double? Percent, TimeSpan? Regain)
{
    private const int LongestRegain = 60 * 24 * 7;

    private static readonly string[] Percentages = ["call_count", "total_time", "total_cputime"];

    /// <summary>Reads the headers.</summary>
    public static UsageReport Of(IReadOnlyDictionary<string, string> headers)
    {
        double? percent = null, regain = null;
        foreach (var usage in headers.Values.SelectMany(Read))
        {
            percent = Largest(percent, Percentages.Select(name => Number(usage, name)).Max());
            regain = Largest(regain, Number(usage, "estimated_time_to_regain_access"));
        }

        return new UsageReport(percent, regain is > 0 and <= LongestRegain and var minutes ? TimeSpan.FromMinutes(minutes) : null);
    }

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

    private static double? Largest(double? one, double? other) => one is null || other > one ? other : one;
}

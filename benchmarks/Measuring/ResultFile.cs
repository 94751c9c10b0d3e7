using System.Text.Json;

namespace PageMessagesGen.Benchmarks.Measuring;

/// <summary>
/// The file of results: an array of objects with suite, case, contender, ns and bytes. A run replaces the suites that it
/// measured and keeps the others.
/// </summary>
public static class ResultFile
{
    private static readonly JsonWriterOptions Layout = new() { Indented = true, NewLine = "\n" };

    /// <summary>Reads the results of earlier runs; none if there is no file.</summary>
    public static IReadOnlyList<Measurement> Read(string path)
    {
        if (!File.Exists(path))
            return [];
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        return [.. document.RootElement.EnumerateArray().Select(row => new Measurement(
            row.GetProperty("suite").GetString()!,
            row.GetProperty("case").GetString()!,
            row.GetProperty("contender").GetString()!,
            row.GetProperty("ns").GetDouble(),
            row.GetProperty("bytes").GetDouble()))];
    }

    /// <summary>Puts results into the file, in place of what it held of the same suites.</summary>
    public static void Merge(string path, IReadOnlyList<Measurement> measured)
    {
        ArgumentNullException.ThrowIfNull(measured);
        var replaced = measured.Select(m => m.Suite).ToHashSet();
        var kept = Read(path).Where(m => !replaced.Contains(m.Suite));
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        using var file = File.Create(path);
        using var json = new Utf8JsonWriter(file, Layout);
        json.WriteStartArray();
        foreach (var row in kept.Concat(measured))
        {
            json.WriteStartObject();
            json.WriteString("suite", row.Suite);
            json.WriteString("case", row.Case);
            json.WriteString("contender", row.Contender);
            json.WriteNumber("ns", Math.Round(row.Nanoseconds, 1));
            json.WriteNumber("bytes", row.Bytes);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}

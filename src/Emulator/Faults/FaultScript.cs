using System.Text.Json;
using System.Text.Json.Serialization;

namespace PageMessagesGen.Emulator.Faults;

/// <summary>A file with the faults of an emulator.</summary>
internal sealed class FaultScript
{
    [JsonRequired]
    public IReadOnlyList<ScriptedFault> Faults { get; set; } = [];

    /// <summary>Reads a file.</summary>
    /// <exception cref="ArgumentException">The file cannot be read or is not valid. The message has the line.</exception>
    public static IReadOnlyList<Fault> Read(string path)
    {
        try
        {
            return Parse(File.ReadAllBytes(path), $"The script {Path.GetFileName(path)}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new ArgumentException($"The script cannot be read: {exception.Message}");
        }
    }

    /// <summary>Reads a script.</summary>
    /// <param name="json">The script.</param>
    /// <param name="name">What it is called in messages, such as <c>The script faults.json</c>.</param>
    /// <exception cref="ArgumentException">The script is not valid. The message has the line.</exception>
    public static IReadOnlyList<Fault> Parse(ReadOnlySpan<byte> json, string name)
    {
        try
        {
            var script = JsonSerializer.Deserialize(json, FaultScriptContext.Default.FaultScript);
            if (script?.Faults is { } faults && faults.All(f => f is not null))
                return [.. faults.Select(f => f.Value)];
            throw new JsonException("A script is an object with a list of faults, none of which is null.");
        }
        catch (JsonException exception)
        {
            throw new ArgumentException($"{name} is not valid{PlaceOf(exception)}: {MessageOf(exception)}");
        }
    }

    private static string PlaceOf(JsonException exception) =>
        exception.LineNumber is { } line ? $" at line {line + 1}{(exception.Path is { Length: > 0 } path ? $" ({path})" : "")}" : "";

    // The library appends the place, and names types of .NET, which say nothing to the author of a script.
    private static string MessageOf(JsonException exception)
    {
        var text = exception.Message.Split(" Path: ")[0].Split(" LineNumber: ")[0];
        return text.Contains("could not be converted to", StringComparison.Ordinal) ? "The value has the wrong type."
            : text.Contains("could not be mapped to", StringComparison.Ordinal) ? $"{text.Split(" could not be mapped to")[0]} is not known."
            : text.Contains("encountered during", StringComparison.Ordinal) ? $"{text.Split(" encountered during")[0]}."
            : text.Contains("missing required properties", StringComparison.Ordinal) ? "A script needs 'faults', a list."
            : text;
    }
}

/// <summary>Reads scripts without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false,
    AllowTrailingCommas = true,
    ReadCommentHandling = JsonCommentHandling.Skip)]
[JsonSerializable(typeof(FaultScript))]
internal sealed partial class FaultScriptContext : JsonSerializerContext;

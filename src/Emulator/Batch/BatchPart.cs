using PageMessagesGen.Emulator.Responses;
using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Emulator.Batch;

/// <summary>A request inside a batch.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="RelativeUrl">The path and the query. The version may be left out.</param>
/// <param name="Body">The body, as a URL-encoded form; null for no body.</param>
/// <param name="Name">The name by which other parts refer to its response; null if it has none.</param>
/// <param name="DependsOn">The name of the part that must have succeeded before; null for no such part.</param>
/// <param name="Files">The names of the files of the batch that belong to this part.</param>
/// <param name="IsAnswerOmitted">Whether the response is left out if it is a success; null for the default.</param>
internal sealed record BatchPart(
    string Method, string RelativeUrl, string? Body, string? Name, string? DependsOn, IReadOnlyList<string> Files, bool? IsAnswerOmitted)
{
    /// <summary>Reads a part, or returns null if it has no method or no URL.</summary>
    public static BatchPart? Read(WireValue part)
    {
        if (Wire.FindText(part, "method") is not { } method || Wire.FindText(part, "relative_url") is not { } url)
            return null;
        return new BatchPart(
            method.ToUpperInvariant(),
            url,
            Wire.FindText(part, "body"),
            Wire.FindText(part, "name"),
            Wire.FindText(part, "depends_on"),
            Wire.FindText(part, "attached_files")?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [],
            Wire.Find(part, "omit_response_on_success") switch
            {
                WireBoolean flag => flag.Value,
                WireText { Text: "true" or "1" } => true,
                WireText { Text: "false" or "0" } => false,
                _ => null,
            });
    }
}

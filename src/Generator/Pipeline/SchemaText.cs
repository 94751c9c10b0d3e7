using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace PageMessagesGen.Generator.Pipeline;

/// <summary>A schema file as the compiler hands it over.</summary>
internal sealed record SchemaText(string Path, string Content)
{
    // The package's targets mark the files that are schemas; a name alone would claim other people's files.
    private const string Mark = "build_metadata.AdditionalFiles.EndpointSchema";

    public static bool IsSchema(AdditionalText file, AnalyzerConfigOptionsProvider options) =>
        options.GetOptions(file).TryGetValue(Mark, out var value) && value.Equals("true", StringComparison.OrdinalIgnoreCase);

    public static SchemaText Read(AdditionalText file, CancellationToken cancellation) =>
        new(file.Path, file.GetText(cancellation)?.ToString() ?? "");
}

using Microsoft.CodeAnalysis;
using PageMessagesGen.Generator;
using PageMessagesGen.TestKit.Running;

namespace PageMessagesGen.Language.Tests.Support;

/// <summary>What a build says of schemas. Beside what the reader finds, the generator finds names that clash in C#.</summary>
internal static class Generation
{
    private const string FileName = "greetings.endpoint.yaml";

    /// <summary>Gives what a build reports for a schema, as the build writes it: <c>PMGnnnn: message</c>.</summary>
    public static IReadOnlyList<string> FindingsIn(string schema) => FindingsIn([(FileName, schema)]);

    /// <summary>Gives what a build reports for the schemas of a project.</summary>
    /// <param name="schemas">The files.</param>
    /// <param name="metadata">What the project file says of each of them.</param>
    public static IReadOnlyList<string> FindingsIn(IReadOnlyList<(string Name, string Text)> schemas, params (string Key, string Value)[] metadata) =>
        [.. Run(schemas, metadata).GeneratorDiagnostics.Select(Write)];

    /// <summary>Gives the C# that a build generates from a schema.</summary>
    public static string SourceOf(string schema) => string.Concat(Run([(FileName, schema)], []).Files.Values);

    private static GeneratorRun Run(IReadOnlyList<(string Name, string Text)> schemas, (string Key, string Value)[] metadata)
    {
        var input = new GeneratorInput();
        foreach (var (name, schema) in schemas)
            input = input.WithAdditionalFile(name, schema, [.. metadata, ("EndpointSchema", "true")]);
        return GeneratorRun.Of(new PageMessagesGenerator(), input);
    }

    private static string Write(Diagnostic diagnostic) => $"{diagnostic.Id}: {diagnostic.GetMessage(null)}";
}

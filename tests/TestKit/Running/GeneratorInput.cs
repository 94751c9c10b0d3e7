using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace PageMessagesGen.TestKit.Running;

/// <summary>A C# file of the project on which a generator runs.</summary>
/// <param name="Path">Its path, as it appears in diagnostics.</param>
/// <param name="Text">Its text, kept character by character.</param>
public sealed record SourceFile(string Path, string Text);

/// <summary>A file that is handed to the generator beside the C#, such as a schema.</summary>
/// <param name="Path">Its path, as it appears in diagnostics.</param>
/// <param name="Text">Its text, kept character by character; null for a file that does not exist.</param>
/// <param name="Metadata">What the project says of it: <c>EndpointSchema</c> becomes <c>build_metadata.AdditionalFiles.EndpointSchema</c>.</param>
public sealed record AdditionalFile(string Path, string? Text, ImmutableDictionary<string, string> Metadata);

/// <summary>
/// The project on which a generator runs, as a value: the <c>With…</c> methods give a changed copy. Without further ado it
/// is an empty library with nullable on, in the oldest C# that generated code must be good for, and without implicit usings.
/// </summary>
public sealed record GeneratorInput
{
    /// <summary>The C# files.</summary>
    public ImmutableArray<SourceFile> Sources { get; init; } = [];

    /// <summary>The other files.</summary>
    public ImmutableArray<AdditionalFile> AdditionalFiles { get; init; } = [];

    /// <summary>What an <c>.editorconfig</c> says of each C# file: key → value.</summary>
    public ImmutableDictionary<string, string> EditorConfig { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The version of C#; <see cref="LanguageVersion.Latest"/> is the newest that this compiler knows.</summary>
    public LanguageVersion LanguageVersion { get; init; } = LanguageVersion.CSharp12;

    /// <summary>What the project refers to besides <see cref="Running.References.Framework"/>.</summary>
    public ImmutableArray<MetadataReference> References { get; init; } = [];

    /// <summary>The name of the project's assembly.</summary>
    public string AssemblyName { get; init; } = "Consumer";

    /// <summary>How bad the project finds a diagnostic: id → what is reported.</summary>
    public ImmutableDictionary<string, ReportDiagnostic> Severities { get; init; } = ImmutableDictionary<string, ReportDiagnostic>.Empty;

    /// <summary>Whether the project's own files are checked for null.</summary>
    public NullableContextOptions Nullable { get; init; } = NullableContextOptions.Enable;

    /// <summary>Adds a C# file, or replaces the one of that path in its place.</summary>
    public GeneratorInput WithSource(string path, string text) =>
        this with { Sources = PutAt(Sources, f => f.Path == path, new SourceFile(path, text)) };

    /// <summary>Adds another file, or replaces the one of that path in its place.</summary>
    /// <param name="path">The file's path.</param>
    /// <param name="text">The file's text; null for a file that does not exist.</param>
    /// <param name="metadata">What the project says of it. Without any, a replaced file keeps what it had.</param>
    public GeneratorInput WithAdditionalFile(string path, string? text, params (string Key, string Value)[] metadata)
    {
        var kept = metadata.Length == 0 ? AdditionalFiles.FirstOrDefault(f => f.Path == path)?.Metadata : null;
        var file = new AdditionalFile(path, text, kept ?? metadata.ToImmutableDictionary(m => m.Key, m => m.Value, StringComparer.Ordinal));
        return this with { AdditionalFiles = PutAt(AdditionalFiles, f => f.Path == path, file) };
    }

    /// <summary>Says something of each C# file, as an <c>.editorconfig</c> does.</summary>
    public GeneratorInput WithEditorConfig(string key, string value) => this with { EditorConfig = EditorConfig.SetItem(key, value) };

    /// <summary>Adds references.</summary>
    public GeneratorInput WithReferences(params MetadataReference[] references) =>
        this with { References = References.AddRange(references) };

    private static ImmutableArray<T> PutAt<T>(ImmutableArray<T> files, Predicate<T> isOld, T file)
    {
        for (var i = 0; i < files.Length; i++)
        {
            if (isOld(files[i]))
                return files.SetItem(i, file);
        }

        return files.Add(file);
    }
}

using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace PageMessagesGen.TestKit.Running;

/// <summary>What the project file tells a generator: options of C# files, and metadata of each additional file.</summary>
internal sealed class InMemoryOptionsProvider(GeneratorInput input) : AnalyzerConfigOptionsProvider
{
    private readonly ImmutableDictionary<string, AnalyzerConfigOptions> _byPath = input.AdditionalFiles.ToImmutableDictionary(
        f => f.Path,
        f => (AnalyzerConfigOptions)new InMemoryOptions("build_metadata.AdditionalFiles.", f.Metadata),
        StringComparer.Ordinal);

    private readonly InMemoryOptions _ofSources = new("", input.EditorConfig);

    public override AnalyzerConfigOptions GlobalOptions { get; } = InMemoryOptions.None;

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => _ofSources;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => _byPath.GetValueOrDefault(textFile.Path, InMemoryOptions.None);
}

/// <summary>Options by key. As in the compiler, the casing of a key does not matter.</summary>
internal sealed class InMemoryOptions(string prefix, IEnumerable<KeyValuePair<string, string>> values) : AnalyzerConfigOptions
{
    private readonly ImmutableDictionary<string, string> _values = values.ToImmutableDictionary(v => prefix + v.Key, v => v.Value, KeyComparer);

    public static InMemoryOptions None { get; } = new("", []);

    public override IEnumerable<string> Keys => _values.Keys;

    public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => _values.TryGetValue(key, out value);
}

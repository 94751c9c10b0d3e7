using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace PageMessagesGen.Benchmarks.Compiler;

/// <summary>A schema, as the compiler hands it to the generator.</summary>
internal sealed class SchemaFile(string path, string text) : AdditionalText
{
    private readonly SourceText _text = SourceText.From(text, Encoding.UTF8);

    public override string Path => path;

    /// <summary>The schema of the Page Messages endpoint.</summary>
    public static SchemaFile PageMessages()
    {
        const string Name = "page-messages.endpoint.yaml";
        using var reader = new StreamReader(typeof(SchemaFile).Assembly.GetManifestResourceStream(Name)!);
        return new SchemaFile($"/app/{Name}", reader.ReadToEnd());
    }

    public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
}

/// <summary>Says of each file that it is a schema.</summary>
internal sealed class SchemaOptions : AnalyzerConfigOptionsProvider
{
    public override AnalyzerConfigOptions GlobalOptions { get; } = new Values();

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

    private sealed class Values : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, out string value)
        {
            value = "true";
            return key == "build_metadata.AdditionalFiles.EndpointSchema";
        }
    }
}

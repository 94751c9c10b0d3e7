using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace PageMessagesGen.TestKit.Running;

/// <summary>The compiler's objects for a <see cref="GeneratorInput"/>.</summary>
internal sealed record CompilerInput(
    GeneratorInput Input,
    CSharpParseOptions ParseOptions,
    CSharpCompilation Compilation,
    ImmutableArray<AdditionalText> Texts,
    InMemoryOptionsProvider Options)
{
    // With Diagnose the compiler also checks documentation comments, and reports public members that lack one.
    public static CSharpParseOptions ParseOptionsOf(GeneratorInput input) => new(input.LanguageVersion, DocumentationMode.Diagnose);

    public static CSharpCompilationOptions CompilationOptionsOf(GeneratorInput input) =>
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: input.Nullable, deterministic: true)
            .WithWarningLevel(9999)
            // The SDK leaves these two out of every build as well: an assembly built for an older .NET meets the running one.
            .WithSpecificDiagnosticOptions([new("CS1701", ReportDiagnostic.Suppress), new("CS1702", ReportDiagnostic.Suppress), .. input.Severities]);

    /// <summary>Makes all objects anew.</summary>
    public static CompilerInput From(GeneratorInput input)
    {
        var parseOptions = ParseOptionsOf(input);
        var compilation = CSharpCompilation.Create(
            input.AssemblyName,
            input.Sources.Select(f => Parse(f, parseOptions)),
            [.. References.Framework, .. input.References],
            CompilationOptionsOf(input));
        return new CompilerInput(
            input, parseOptions, compilation, [.. input.AdditionalFiles.Select(f => new InMemoryText(f))], new InMemoryOptionsProvider(input));
    }

    /// <summary>Makes the objects for a changed input. As in an editor, what has not changed stays the same object.</summary>
    public CompilerInput Update(GeneratorInput next)
    {
        if (next.LanguageVersion != Input.LanguageVersion || next.AssemblyName != Input.AssemblyName)
            return From(next);

        var compilation = Compilation;
        if (!next.Sources.SequenceEqual(Input.Sources))
            compilation = compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(next.Sources.Select(TreeOf));
        if (!next.References.SequenceEqual(Input.References))
            compilation = compilation.WithReferences([.. References.Framework, .. next.References]);
        if (next.Nullable != Input.Nullable || !ReferenceEquals(next.Severities, Input.Severities))
            compilation = compilation.WithOptions(CompilationOptionsOf(next));

        var sameOptions = ReferenceEquals(next.EditorConfig, Input.EditorConfig)
            && next.AdditionalFiles.Select(f => (f.Path, f.Metadata)).SequenceEqual(Input.AdditionalFiles.Select(f => (f.Path, f.Metadata)));
        return new CompilerInput(
            next,
            ParseOptions,
            compilation,
            [.. next.AdditionalFiles.Select(TextOf)],
            sameOptions ? Options : new InMemoryOptionsProvider(next));
    }

    private static SyntaxTree Parse(SourceFile file, CSharpParseOptions options) =>
        CSharpSyntaxTree.ParseText(SourceText.From(file.Text, Encoding.UTF8), options, file.Path);

    private SyntaxTree TreeOf(SourceFile file)
    {
        var old = Input.Sources.IndexOf(file);
        return old < 0 ? Parse(file, ParseOptions) : Compilation.SyntaxTrees[old];
    }

    private AdditionalText TextOf(AdditionalFile file) =>
        Texts.Cast<InMemoryText>().FirstOrDefault(t => t.File == file) ?? new InMemoryText(file);
}

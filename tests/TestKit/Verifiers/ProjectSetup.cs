using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;
using PageMessagesGen.TestKit.Markup;
using PageMessagesGen.TestKit.Running;

namespace PageMessagesGen.TestKit.Verifiers;

/// <summary>Prepares a test of Microsoft.CodeAnalysis.Testing for a project.</summary>
internal static class ProjectSetup
{
    private const string Root = "/0/";

    // Without a package, nothing is downloaded: tests refer to the installed .NET.
    private static readonly ReferenceAssemblies Installed = new($"net{Environment.Version.Major}.0");

    /// <summary>Sets the files, references and settings of a project.</summary>
    /// <param name="test">The test.</param>
    /// <param name="project">The project. Its C# files can have marks.</param>
    /// <param name="generator">The generator that runs on the project.</param>
    /// <param name="severityOf">Returns the severity of a marked id, or null if it is not compared. Without it, the default one of the id.</param>
    public static void Use(AnalyzerTest<DefaultVerifier> test, GeneratorInput project, IIncrementalGenerator? generator, Func<string, DiagnosticSeverity?>? severityOf)
    {
        test.ReferenceAssemblies = Installed;
        test.MarkupOptions = MarkupOptions.TreatPositionIndicatorsAsCode;
        test.TestBehaviors = TestBehaviors.SkipGeneratedCodeCheck | TestBehaviors.SkipSuppressionCheck;
        test.SolutionTransforms.Add((solution, id) => solution
            .WithProjectParseOptions(id, CompilerInput.ParseOptionsOf(project))
            .WithProjectCompilationOptions(id, CompilerInput.CompilationOptionsOf(project)));
        if (generator is not null)
            test.SolutionTransforms.Add((solution, id) => solution.AddAnalyzerReference(id, new GeneratorReference(generator)));

        test.TestState.AdditionalReferences.AddRange([.. References.Framework, .. project.References]);
        AddSources(test.TestState, project, severityOf);
        // The library refuses a project without a file of C#.
        if (project.Sources.IsEmpty)
            test.TestState.Sources.Add((Root + "Empty.cs", ""));
        foreach (var file in project.AdditionalFiles.Where(f => f.Text is not null))
            test.TestState.AdditionalFiles.Add((Root + file.Path, file.Text!));
        if (project.EditorConfig.Count > 0)
            test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", EditorConfig(project)));
        if (!project.AdditionalFiles.IsEmpty)
            test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", GlobalConfig(project)));
    }

    /// <summary>Adds the C# files of a project, and expects the diagnostics that are marked in them.</summary>
    public static void AddSources(SolutionState state, GeneratorInput project, Func<string, DiagnosticSeverity?>? severityOf)
    {
        foreach (var (path, text) in project.Sources)
        {
            if (severityOf is null)
                state.Sources.Add((Root + path, text));
            else
                AddMarked(state, Root + path, text, severityOf);
        }
    }

    // The library gives a mark the default severity of its id, but the severity of a diagnostic is that of its rule.
    private static void AddMarked(SolutionState state, string path, string marked, Func<string, DiagnosticSeverity?> severityOf)
    {
        var (code, spans) = MarkedText.Parse(marked);
        var lines = SourceText.From(code).Lines;
        foreach (var span in spans)
        {
            var severity = severityOf(span.Id);
            state.ExpectedDiagnostics.Add(new DiagnosticResult(span.Id, severity ?? DiagnosticSeverity.Error)
                .WithSpan(new FileLinePositionSpan(path, lines.GetLinePositionSpan(new TextSpan(span.Start, span.Length))))
                .WithOptions(severity is null ? DiagnosticOptions.IgnoreSeverity : DiagnosticOptions.None));
        }

        state.Sources.Add((path, code));
    }

    private static string EditorConfig(GeneratorInput project) => Section("root = true\n[*]\n", "", project.EditorConfig);

    private static string GlobalConfig(GeneratorInput project) => "is_global = true\n"
        + string.Concat(project.AdditionalFiles.Select(file => Section($"[{Root}{file.Path}]\n", "build_metadata.AdditionalFiles.", file.Metadata)));

    private static string Section(string head, string prefix, IEnumerable<KeyValuePair<string, string>> settings) =>
        head + string.Concat(settings.Select(s => $"{prefix}{s.Key} = {s.Value}\n"));

    // The library would run a generator for the diagnostics only: a fix would not see its files.
    private sealed class GeneratorReference(IIncrementalGenerator generator) : AnalyzerReference
    {
        // The same object each time: a workspace keeps what it generated.
        private readonly ImmutableArray<ISourceGenerator> _generators = [generator.AsSourceGenerator()];

        public override string? FullPath => null;

        public override object Id => generator.GetType();

        public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzers(string language) => [];

        public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzersForAllLanguages() => [];

        public override ImmutableArray<ISourceGenerator> GetGenerators(string language) => _generators;

        public override ImmutableArray<ISourceGenerator> GetGeneratorsForAllLanguages() => _generators;
    }
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using PageMessagesGen.TestKit.Graphs;

namespace PageMessagesGen.TestKit.Running;

/// <summary>
/// A generator after it has run on a project: what it wrote, what it reported, whether the project compiles with that, and
/// how much work each of its steps had. <see cref="Edit"/> runs the same driver once more on a changed project.
/// </summary>
public sealed class GeneratorRun
{
    private readonly CompilerInput _compiler;
    private readonly GeneratorDriver _driver;
    private readonly GeneratorRunResult _result;
    private readonly Lazy<ImmutableArray<Diagnostic>> _compileDiagnostics;

    private GeneratorRun(CompilerInput compiler, GeneratorDriver driver)
    {
        _compiler = compiler;
        _driver = driver.RunGeneratorsAndUpdateCompilation(compiler.Compilation, out var output, out _);
        _result = _driver.GetRunResult().Results.Single();
        FailOnCrash();
        Output = (CSharpCompilation)output;
        Files = _result.GeneratedSources.ToImmutableSortedDictionary(s => s.HintName, s => s.SourceText.ToString(), StringComparer.Ordinal);
        _compileDiagnostics = new(() => Output.GetDiagnostics());
    }

    /// <summary>What the generator ran on.</summary>
    public GeneratorInput Input => _compiler.Input;

    /// <summary>The project's other files, as the compiler has them.</summary>
    public ImmutableArray<AdditionalText> AdditionalTexts => _compiler.Texts;

    /// <summary>What the project says of itself and its files, as the compiler has it.</summary>
    public AnalyzerConfigOptionsProvider Options => _compiler.Options;

    /// <summary>The generated files: hint name → text.</summary>
    public ImmutableSortedDictionary<string, string> Files { get; }

    /// <summary>What the generator reported.</summary>
    public ImmutableArray<Diagnostic> GeneratorDiagnostics => _result.Diagnostics;

    /// <summary>The project with the generated files.</summary>
    public CSharpCompilation Output { get; }

    /// <summary>
    /// What the compiler says of the project with the generated files: at the highest warning level, documentation comments
    /// included. What the generator reported is not among it.
    /// </summary>
    public ImmutableArray<Diagnostic> CompileDiagnostics => _compileDiagnostics.Value;

    /// <summary>Why each output of the generator (each call of a registered output action) was made or kept.</summary>
    public ImmutableArray<IncrementalStepRunReason> OutputReasons => ReasonsOf(_result.TrackedOutputSteps.Values.SelectMany(s => s));

    /// <summary>Runs a generator on a project. Fails the test if the generator throws.</summary>
    public static GeneratorRun Of(IIncrementalGenerator generator, GeneratorInput input)
    {
        ArgumentNullException.ThrowIfNull(generator);
        ArgumentNullException.ThrowIfNull(input);
        var compiler = CompilerInput.From(input);
        var driver = CSharpGeneratorDriver.Create(
            [generator.AsSourceGenerator()],
            compiler.Texts,
            compiler.ParseOptions,
            compiler.Options,
            new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        return new GeneratorRun(compiler, driver);
    }

    /// <summary>Runs the same driver on a changed project, as an editor does after a keystroke. This run stays as it is.</summary>
    /// <param name="change">Gives the changed project.</param>
    /// <param name="newHostObjects">
    /// Whether the compiler's objects for what has not changed are made anew, as when a host loads a project again: a
    /// generator that compares by content then still keeps its outputs.
    /// </param>
    public GeneratorRun Edit(Func<GeneratorInput, GeneratorInput> change, bool newHostObjects = false)
    {
        ArgumentNullException.ThrowIfNull(change);
        var next = newHostObjects ? CompilerInput.From(change(Input)) : _compiler.Update(change(Input));
        var driver = _driver
            .ReplaceAdditionalTexts(next.Texts)
            .WithUpdatedAnalyzerConfigOptions(next.Options)
            .WithUpdatedParseOptions(next.ParseOptions);
        return new GeneratorRun(next, driver);
    }

    /// <summary>The text of a generated file.</summary>
    /// <exception cref="ArgumentException">There is no such file; the message lists those that there are.</exception>
    public string File(string hintName) =>
        Files.TryGetValue(hintName, out var text)
            ? text
            : throw new ArgumentException($"No file '{hintName}' was generated. There are: {string.Join(", ", Files.Keys)}", nameof(hintName));

    /// <summary>Fails unless the project with the generated files compiles without an error or a warning.</summary>
    public void AssertCompilesClean()
    {
        var faults = CompileDiagnostics.Where(d => d.Severity >= DiagnosticSeverity.Warning).ToList();
        Assert.True(faults.Count == 0, $"The project does not compile clean:\n{string.Join('\n', faults)}");
    }

    /// <summary>Compiles the project with the generated files and loads it. Fails the test on an error; warnings pass.</summary>
    public LoadedAssembly EmitAndLoad()
    {
        using var image = new MemoryStream();
        var emitted = Output.Emit(image);
        Assert.True(emitted.Success, $"The project does not compile:\n{string.Join('\n', emitted.Diagnostics)}");
        image.Position = 0;
        return new LoadedAssembly(Input.AssemblyName, image, Input.References.OfType<PortableExecutableReference>().Select(r => r.FilePath).OfType<string>());
    }

    /// <summary>Why each output of a step was made or kept.</summary>
    /// <exception cref="ArgumentException">No step of that name ran; the message lists those that did.</exception>
    public ImmutableArray<IncrementalStepRunReason> StepReasons(string trackingName) => ReasonsOf(Steps(trackingName));

    /// <summary>Fails unless the outputs of a step were made or kept as a pattern says.</summary>
    public void AssertStep(string trackingName, StepPattern expected) =>
        AssertReasons($"The step '{trackingName}'", StepReasons(trackingName), expected);

    /// <summary>Fails unless the outputs of the generator were made or kept as a pattern says.</summary>
    public void AssertOutputs(StepPattern expected) => AssertReasons("The generator's output", OutputReasons, expected);

    /// <summary>
    /// Fails if what a step hands on holds an object of the compiler: it would keep a whole compilation alive, and would
    /// never be equal to that of the next keystroke.
    /// </summary>
    public void AssertHoldsNoCompilerObjects(string trackingName)
    {
        foreach (var (value, index) in Steps(trackingName).SelectMany(s => s.Outputs).Select((output, index) => (output.Value, index)))
            ObjectGraph.AssertHoldsNoCompilerObjects(value, $"{trackingName}[{index}]");
    }

    private static ImmutableArray<IncrementalStepRunReason> ReasonsOf(IEnumerable<IncrementalGeneratorRunStep> steps) =>
        [.. steps.SelectMany(s => s.Outputs).Select(o => o.Reason)];

    private static void AssertReasons(string subject, ImmutableArray<IncrementalStepRunReason> actual, StepPattern expected)
    {
        ArgumentNullException.ThrowIfNull(expected);
        if (!expected.Holds(actual))
            Assert.Fail($"{subject} should be {expected.Description}, but is [{string.Join(", ", actual)}].");
    }

    private ImmutableArray<IncrementalGeneratorRunStep> Steps(string trackingName) =>
        _result.TrackedSteps.TryGetValue(trackingName, out var steps)
            ? steps
            : throw new ArgumentException($"No step '{trackingName}' ran. There are: {string.Join(", ", _result.TrackedSteps.Keys)}", nameof(trackingName));

    // The compiler makes a warning of a crash (CS8784, CS8785) and goes on without the generator's files.
    private void FailOnCrash()
    {
        if (_result.Exception is { } exception)
            Assert.Fail($"The generator threw: {exception}");
        var crash = _driver.GetRunResult().Diagnostics.FirstOrDefault(d => d.Id is "CS8784" or "CS8785");
        if (crash is not null)
            Assert.Fail($"The generator failed: {crash}");
    }
}

using System.Diagnostics;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PageMessagesGen.Benchmarks.Measuring;

namespace PageMessagesGen.Benchmarks.Compiler;

/// <summary>
/// What a generator costs when the compiler meets it first, when somebody types C#, and when somebody edits what it reads.
/// Both generators are in one driver, which times each by itself; the memory is that of a driver with one of them.
/// </summary>
internal static class GeneratorSuite
{
    public const string Name = "generator";
    private static readonly string[] Contenders = ["ours", "stj-sourcegen"];

    /// <summary>Measures all cases.</summary>
    /// <param name="operations">The sizes of the project.</param>
    /// <param name="processes">How many fresh processes each cold run is measured in.</param>
    /// <param name="keystrokes">How many edits are measured.</param>
    public static IReadOnlyList<Measurement> Measure(int[] operations, int processes, int keystrokes) =>
    [
        .. operations.SelectMany(o => Cold(o, processes)),
        .. operations.SelectMany(o => Keystrokes(o, keystrokes)),
    ];

    /// <summary>A first run, in a process that has done nothing before; prints the times in nanoseconds.</summary>
    public static void PrintCold(int operations)
    {
        var project = Project.With(operations);
        var driver = project.Driver(Project.Ours(), Project.JsonGenerator()).RunGenerators(project.Compilation);
        RequireOutput(driver);
        Console.WriteLine(string.Join(' ', Times(driver).Select(t => t.ToString("0", CultureInfo.InvariantCulture))));
    }

    private static IEnumerable<Measurement> Cold(int operations, int processes)
    {
        var times = Enumerable.Range(0, processes).Select(_ => RunFresh(operations)).ToList();
        var bytes = AllocatedAlone(operations, (project, driver, _) => driver.RunGenerators(project.Compilation));
        return Contenders.Select((name, i) => new Measurement(Name, $"cold-{operations}", name, Rounds.Median([.. times.Select(t => t[i])]), bytes[i]));
    }

    private static double[] RunFresh(int operations)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Environment.GetCommandLineArgs()[0], "cold", operations.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardOutput = true,
        })!;
        var line = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return [.. line.Split(' ').Select(t => double.Parse(t, CultureInfo.InvariantCulture))];
    }

    private static IEnumerable<Measurement> Keystrokes(int operations, int keystrokes)
    {
        var project = Project.With(operations);
        var driver = project.Driver(Project.Ours(), Project.JsonGenerator()).RunGenerators(project.Compilation);
        RequireOutput(driver);
        var compilation = project.Compilation;
        var schema = project.Schemas[^1];
        var typing = new List<double[]>();
        var editing = new List<double[]>();

        // The first ones are for the just-in-time compiler.
        var warmUp = keystrokes / 2;
        for (var keystroke = 1; keystroke <= warmUp + keystrokes; keystroke++)
        {
            compilation = project.AfterTyping(compilation, keystroke);
            driver = driver.RunGenerators(compilation);
            if (keystroke > warmUp)
                typing.Add(Times(driver));

            var edited = project.EditedSchema(keystroke);
            compilation = project.AfterEditingShapes(compilation, keystroke);
            driver = driver.ReplaceAdditionalText(schema, edited).RunGenerators(compilation);
            schema = edited;
            if (keystroke > warmUp)
                editing.Add(Times(driver));
        }

        return
        [
            .. Rows($"keystroke-csharp-{operations}", typing, AllocatedAlone(operations, Type)),
            .. Rows($"keystroke-schema-{operations}", editing, AllocatedAlone(operations, Edit)),
        ];
    }

    private static GeneratorDriver Type(Project project, GeneratorDriver driver, CSharpCompilation compilation) =>
        driver.RunGenerators(project.AfterTyping(compilation, 1_000));

    private static GeneratorDriver Edit(Project project, GeneratorDriver driver, CSharpCompilation compilation) =>
        driver.ReplaceAdditionalText(project.Schemas[^1], project.EditedSchema(1_000)).RunGenerators(project.AfterEditingShapes(compilation, 1_000));

    private static IEnumerable<Measurement> Rows(string name, List<double[]> times, double[] bytes) =>
        Contenders.Select((contender, i) => new Measurement(Name, name, contender, Rounds.Median([.. times.Select(t => t[i])]), bytes[i]));

    // What making the new texts and trees takes is measured by a driver without generators, and taken off.
    private static double[] AllocatedAlone(int operations, Func<Project, GeneratorDriver, CSharpCompilation, GeneratorDriver> act)
    {
        double Allocated(params ISourceGenerator[] generators)
        {
            var project = Project.With(operations);
            var driver = project.Driver(generators);
            if (act.Method.Name is nameof(Type) or nameof(Edit))
                driver = driver.RunGenerators(project.Compilation);
            var before = GC.GetTotalAllocatedBytes(precise: true);
            act(project, driver, project.Compilation);
            return GC.GetTotalAllocatedBytes(precise: true) - before;
        }

        Allocated(Project.Ours(), Project.JsonGenerator());
        var none = Allocated();
        return [Math.Max(0, Allocated(Project.Ours()) - none), Math.Max(0, Allocated(Project.JsonGenerator()) - none)];
    }

    private static double[] Times(GeneratorDriver driver) =>
        [.. driver.GetTimingInfo().GeneratorTimes.Select(t => t.ElapsedTime.TotalNanoseconds)];

    private static void RequireOutput(GeneratorDriver driver)
    {
        foreach (var result in driver.GetRunResult().Results)
        {
            if (result.Exception is not null || result.GeneratedSources.IsEmpty || result.Diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error))
                throw new InvalidOperationException($"{result.Generator} made nothing of use: {result.Exception} {string.Join("; ", result.Diagnostics)}");
        }
    }
}

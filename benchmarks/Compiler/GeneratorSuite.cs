using System.Diagnostics;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PageMessagesGen.Benchmarks.Measuring;

namespace PageMessagesGen.Benchmarks.Compiler;

/// <summary>
/// What a generator costs when the compiler meets it first, when somebody types C#, and when somebody edits what it reads.
/// In cold runs both generators are in one driver, which measures the time of each. At keystrokes each has its own driver.
/// </summary>
internal static class GeneratorSuite
{
    public const string Name = "generator";

    // The just-in-time compiler optimizes a method after 30 calls.
    private const int WarmUp = 40;
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
        var driver = project.Driver(Generators()).RunGenerators(project.Compilation);
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
        var times = Generators().Select(generator => Keystrokes(operations, keystrokes, generator)).ToList();
        return
        [
            .. Rows($"keystroke-csharp-{operations}", [.. times.Select(t => t.Typing)], AllocatedAlone(operations, Type)),
            .. Rows($"keystroke-csharp-after-schema-{operations}", [.. times.Select(t => t.TypingAfterEditing)], AllocatedAlone(operations, Type)),
            .. Rows($"keystroke-schema-{operations}", [.. times.Select(t => t.Editing)], AllocatedAlone(operations, Edit)),
        ];
    }

    // A driver for each generator, and keystrokes in a row: what another generator does between two of them would empty the
    // processor's caches, which is the larger part of what a keystroke in C# then takes.
    private static (double Typing, double TypingAfterEditing, double Editing) Keystrokes(int operations, int keystrokes, ISourceGenerator generator)
    {
        var project = Project.With(operations);
        var driver = project.Driver(generator).RunGenerators(project.Compilation);
        RequireOutput(driver);
        var compilation = project.Compilation;
        var schema = project.Schemas[^1];
        var (typing, typingAfterEditing, editing) = (new List<double>(), new List<double>(), new List<double>());
        for (var keystroke = 1; keystroke <= WarmUp + keystrokes; keystroke++)
        {
            var edited = project.EditedSchema(keystroke);
            compilation = project.AfterEditingShapes(compilation, keystroke);
            driver = driver.ReplaceAdditionalText(schema, edited).RunGenerators(compilation);
            schema = edited;
            var edit = Time(driver);

            driver = driver.RunGenerators(compilation = project.AfterTyping(compilation, 2 * keystroke));
            var first = Time(driver);
            driver = driver.RunGenerators(compilation = project.AfterTyping(compilation, (2 * keystroke) + 1));
            if (keystroke <= WarmUp)
                continue;
            editing.Add(edit);
            typingAfterEditing.Add(first);
            typing.Add(Time(driver));
        }

        return (Rounds.Median([.. typing]), Rounds.Median([.. typingAfterEditing]), Rounds.Median([.. editing]));
    }

    private static GeneratorDriver Type(Project project, GeneratorDriver driver, CSharpCompilation compilation) =>
        driver.RunGenerators(project.AfterTyping(compilation, 1_000));

    private static GeneratorDriver Edit(Project project, GeneratorDriver driver, CSharpCompilation compilation) =>
        driver.ReplaceAdditionalText(project.Schemas[^1], project.EditedSchema(1_000)).RunGenerators(project.AfterEditingShapes(compilation, 1_000));

    private static ISourceGenerator[] Generators() => [Project.Ours(), Project.JsonGenerator()];

    private static IEnumerable<Measurement> Rows(string name, double[] times, double[] bytes) =>
        Contenders.Select((contender, i) => new Measurement(Name, name, contender, times[i], bytes[i]));

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

        Allocated(Generators());
        var none = Allocated();
        return [.. Generators().Select(generator => Math.Max(0, Allocated(generator) - none))];
    }

    private static double Time(GeneratorDriver driver) => Times(driver)[0];

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

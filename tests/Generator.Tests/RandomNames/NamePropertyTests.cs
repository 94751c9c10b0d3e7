using System.Globalization;
using Microsoft.CodeAnalysis;

namespace PageMessagesGen.Generator.Tests.RandomNames;

/// <summary>Whatever names a schema has: what is generated compiles, and what is refused is reported as a mistake of the schema.</summary>
public class NamePropertyTests
{
    // Many schemas share a compilation, because its references take longer than a small schema.
    private const int Batch = 200;

    [Fact]
    public void Schemas_with_names_that_could_collide_compile_or_are_reported()
    {
        var count = LongTests.Inputs(40, 2_000);
        var sound = 0;
        for (var first = 0; first < count; first += Batch)
            sound += CountSound(first, Math.Min(Batch, count - first));

        // A schema in which nothing is wrong must not be rare.
        Assert.InRange(sound, count / 4, count);
    }

    private static int CountSound(int first, int count)
    {
        var schemas = Enumerable.Range(first, count).Select(i => ($"{i}.endpoint.yaml", RandomSchema.Draw(i))).ToArray();
        var run = Schemas.Run(Schemas.Project(schemas));

        var defects = run.GeneratorDiagnostics.Where(d => !d.Id.StartsWith("PMG1", StringComparison.Ordinal) && !d.Id.StartsWith("PMG2", StringComparison.Ordinal))
            .Concat(run.CompileDiagnostics.Where(d => d.Severity >= DiagnosticSeverity.Warning)).ToList();
        if (defects.Count > 0)
            Assert.Fail($"{Describe(defects[0])}\nAll {defects.Count}:\n{string.Join("\n", defects)}");
        Assert.Equal(schemas.Length, run.Files.Keys.Select(NumberOf).Concat(run.GeneratorDiagnostics.Select(NumberOf)).Distinct().Count());
        return schemas.Length - run.GeneratorDiagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Select(NumberOf).Distinct().Count();
    }

    private static string Describe(Diagnostic diagnostic)
    {
        var line = diagnostic.Location.SourceTree?.GetText().Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line].ToString().Trim();
        return $"{diagnostic}\n{line}\n{RandomSchema.Draw(int.Parse(NumberOf(diagnostic), CultureInfo.InvariantCulture))}";
    }

    private static string NumberOf(Diagnostic diagnostic) => NumberOf(diagnostic.Location.GetLineSpan().Path);

    private static string NumberOf(string path) => Path.GetFileName(path).Split('.')[0];
}

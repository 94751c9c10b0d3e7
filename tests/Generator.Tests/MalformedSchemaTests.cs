using System.Diagnostics;
using System.Globalization;
using Microsoft.CodeAnalysis;
using PageMessagesGen.Schema;
using PageMessagesGen.Schema.Diagnostics;
using PageMessagesGen.Schema.Tests.Malformed;
using PageMessagesGen.TestKit;
using PageMessagesGen.TestKit.Running;

namespace PageMessagesGen.Generator.Tests;

/// <summary>What the reader finds in a broken schema, the generator and the analyzer report as it is, and neither of them fails.</summary>
public class MalformedSchemaTests
{
    // Drawn from the same inputs as those on which the reader is tried.
    private static readonly int Inputs = LongTests.Inputs(30, 300);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task Each_malformed_schema_is_reported_as_the_reader_reports_it()
    {
        var faults = new List<string>();
        foreach (var malformed in LongTests.Cases(MalformedCases.All, 30))
            faults.AddRange(await FaultsOfAsync(malformed.Read().Text, malformed.Name));

        Assert.True(faults.Count == 0, string.Join("\n", faults));
    }

    [Fact]
    public async Task Mutated_schemas_are_reported_as_the_reader_reports_them()
    {
        var mutations = new Mutations(SourcePlaces.RepositoryOf(typeof(MalformedSchemaTests).Assembly));
        var faults = new List<string>();
        for (var seed = 0; seed < Inputs; seed++)
            faults.AddRange(await FaultsOfAsync(mutations.Draw(seed), $"input {seed}"));

        Assert.True(faults.Count == 0, string.Join("\n", faults));
    }

    // Names that are not possible in C# are found by the generator, so the reader knows nothing of them.
    private static async Task<List<string>> FaultsOfAsync(string text, string what)
    {
        var project = Schemas.Project((Schemas.SmallPath, text));
        var faults = new List<string>();
        var watch = Stopwatch.StartNew();
        var run = Schemas.Run(project);
        if (watch.Elapsed > Patience && !IsSoonOnceMore(project))
            faults.Add($"{what} takes {watch.Elapsed}.");

        var expected = SchemaReader.Read(text).Diagnostics
            .Select(d => $"{d.Range.Start}-{d.Range.End} {d.Rule.Id} {d.Message}").Order(StringComparer.Ordinal).ToList();
        Compare("generator", run.GeneratorDiagnostics);
        Compare("analyzer", await AnalyzerRun.ReportAsync(run, new SchemaAnalyzer()));
        return faults;

        void Compare(string who, IEnumerable<Diagnostic> reported)
        {
            var actual = reported.Where(d => d.Id != SchemaDiagnosticDescriptors.ReservedName.Id).Select(Line).Order(StringComparer.Ordinal).ToList();
            if (!actual.SequenceEqual(expected, StringComparer.Ordinal))
                faults.Add($"{what}: the {who} reports\n  {string.Join("\n  ", actual)}\nand the reader\n  {string.Join("\n  ", expected)}");
        }
    }

    // A machine that is busy with something else slows one run or two.
    private static bool IsSoonOnceMore(GeneratorInput project)
    {
        var watch = Stopwatch.StartNew();
        _ = Schemas.Run(project);
        return watch.Elapsed <= Patience;
    }

    private static string Line(Diagnostic diagnostic)
    {
        var span = diagnostic.Location.GetLineSpan().Span;
        var range = $"({span.Start.Line + 1},{span.Start.Character + 1})-({span.End.Line + 1},{span.End.Character + 1})";
        return $"{range} {diagnostic.Id} {diagnostic.GetMessage(CultureInfo.InvariantCulture)}";
    }
}

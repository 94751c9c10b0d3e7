using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using PageMessagesGen.Generator.Pipeline;
using PageMessagesGen.Schema.Diagnostics;
using PageMessagesGen.TestKit.Markup;
using PageMessagesGen.TestKit.Running;

namespace PageMessagesGen.Generator.Tests;

/// <summary>What is wrong with a schema is reported at its place, and what is sound is generated.</summary>
public class DiagnosticTests
{
    // The compiler says CS2001 of it.
    [Fact]
    public async Task A_schema_that_does_not_exist_is_left_to_the_compiler()
    {
        var project = Schemas.Project((Schemas.SmallPath, Schemas.Small)).WithAdditionalFile("gone.endpoint.yaml", null, ("EndpointSchema", "true"));

        var run = Schemas.Run(project);

        Assert.Empty(run.GeneratorDiagnostics);
        Assert.Empty(await AnalyzerRun.ReportAsync(run, new SchemaAnalyzer()));
        run.AssertCompilesClean();
    }

    [Fact]
    public async Task The_analyzer_reports_what_the_generator_reports()
    {
        var broken = Schemas.Small.Replace("type: Part,", "type: Prat,", StringComparison.Ordinal).Replace("list<Part>", "list<Prat>", StringComparison.Ordinal) + "\nmisspelt: 1\n";
        var project = Schemas.Project((Schemas.SmallPath, broken), ("readme.yaml", "not: [a schema"));
        var run = Schemas.Run(project with { AdditionalFiles = project.AdditionalFiles.SetItem(1, project.AdditionalFiles[1] with { Metadata = ImmutableDictionary<string, string>.Empty }) });

        var reported = await AnalyzerRun.ReportAsync(run, new SchemaAnalyzer());

        Assert.NotEmpty(reported);
        Assert.Equal(run.GeneratorDiagnostics.Select(d => d.ToString()).Order(), reported.Select(d => d.ToString()).Order());
        Assert.Equal(run.GeneratorDiagnostics.Select(d => d.Descriptor).Distinct().Count(), reported.Select(d => d.Descriptor).Concat(run.GeneratorDiagnostics.Select(d => d.Descriptor)).Distinct().Count());
    }

    [Fact]
    public void A_file_that_the_project_does_not_call_a_schema_is_left_alone()
    {
        var run = Schemas.Run(new GeneratorInput().WithAdditionalFile("x.endpoint.yaml", Schemas.Small));

        Assert.Empty(run.Files);
        Assert.Empty(run.GeneratorDiagnostics);
    }

    [Fact]
    public void Every_rule_of_the_catalogue_has_an_id_of_its_own_and_a_help_page()
    {
        var descriptors = Descriptors.OfSchemas;

        Assert.Equal(SchemaDiagnosticDescriptors.All.Count, descriptors.Select(d => d.Id).Distinct().Count());
        Assert.All(descriptors, d => Assert.Equal("", d.HelpLinkUri));
        Assert.All(descriptors, d => Assert.Equal($"See docs/rules/{d.Id}.md in the package PageMessagesGen.", d.Description.ToString(CultureInfo.InvariantCulture)));
    }

    // The others are found by the reader, and have their classes in its tests.
    [Fact]
    public void Each_id_that_the_generator_finds_has_a_class_of_tests()
    {
        SchemaDiagnosticDescriptor[] own =
        [
            SchemaDiagnosticDescriptors.ReservedName, SchemaDiagnosticDescriptors.SchemaClash, SchemaDiagnosticDescriptors.InvalidSetting,
            SchemaDiagnosticDescriptors.InternalError, SchemaDiagnosticDescriptors.CopyInOutputFolder,
        ];

        Assert.All(own, rule => Assert.NotNull(GetType().Assembly.GetType($"{GetType().Namespace}.Diagnostics.{rule.Id}Tests")));
    }

    // Editors take the place in an external file by its offset, the build by its line.
    [Fact]
    public void The_offset_of_a_place_is_that_of_its_line()
    {
        var text = MarkedText.Parse(Schemas.Small.Replace("extra: { type: json", "extra: { type: {|PMG2004:Jason|}", StringComparison.Ordinal));

        var reported = Assert.Single(Schemas.Run(text.Text).GeneratorDiagnostics);

        Assert.Equal(new TextSpan(text.Spans[0].Start, text.Spans[0].Length), reported.Location.SourceSpan);
        Assert.Equal(SourceText.From(text.Text).Lines.GetLinePositionSpan(reported.Location.SourceSpan), reported.Location.GetLineSpan().Span);
    }
}

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
    [Theory]
    [InlineData("schema: 1\nnamespace: N\ntypes: {|PMG1001:[|}a\nb: c\n")]
    [InlineData("{|PMG1005:|}")]
    public void A_file_that_is_no_schema_is_an_error_at_its_place(string marked) => AssertReported(MarkedText.Parse(marked));

    [Fact]
    public void A_misspelt_key_is_an_error_at_its_place_and_the_rest_is_generated()
    {
        var text = MarkedText.Parse(Schemas.Small.Replace("price: { type: number, summary", "price: { type: number, {|PMG2001:sumary|}", StringComparison.Ordinal));

        var run = AssertReported(text);

        Assert.Contains("Did you mean 'summary'?", run.GeneratorDiagnostics.First(d => d.Id == "PMG2001").GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Contains("public decimal? Price", Schemas.Declaration(run, "shop.Types.g.cs", "Thing"), StringComparison.Ordinal);
    }

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
    public void A_member_of_an_unknown_type_leaves_one_error_and_no_others()
    {
        var run = Schemas.Run(Schemas.Small.Replace("extra: { type: json", "extra: { type: Jason", StringComparison.Ordinal));

        Assert.Equal("PMG2004", Assert.Single(run.GeneratorDiagnostics).Id);
        run.AssertCompilesClean();
    }

    [Fact]
    public void Two_schemas_that_generate_one_name_are_reported_and_the_first_is_generated()
    {
        var run = Schemas.Run(Schemas.Project(("a.endpoint.yaml", Schemas.Small), ("b.endpoint.yaml", Schemas.Small)));

        var clash = Assert.Single(run.GeneratorDiagnostics);
        Assert.Equal("PMG2023", clash.Id);
        Assert.Equal("b.endpoint.yaml", clash.Location.GetLineSpan().Path);
        run.AssertCompilesClean();
    }

    [Theory]
    [InlineData("/shop/a.endpoint.yaml", "/shop/b.endpoint.yaml", "a.endpoint.yaml")]
    [InlineData("/packages/shop/1.0/schema/shop.endpoint.yaml", "/src/shop.endpoint.yaml", "shop.endpoint.yaml in /packages/shop/1.0/schema")]
    [InlineData("/a/b/shop.endpoint.yaml", "/a/shop.endpoint.yaml", "shop.endpoint.yaml in /a/b")]
    [InlineData("/shop.endpoint.yaml", "/src/shop.endpoint.yaml", "shop.endpoint.yaml in /")]
    [InlineData(@"C:\packages\schema\shop.endpoint.yaml", @"C:\work\shop.endpoint.yaml", @"shop.endpoint.yaml in C:\packages\schema")]
    public void Of_two_schemas_that_generate_one_name_the_other_one_can_be_found(string first, string second, string other)
    {
        var run = Schemas.Run(Schemas.Project((first, Schemas.Small), (second, Schemas.Small)));

        Assert.StartsWith(
            $"'Acme.Shop.Thing' is already generated from {other}, so",
            Assert.Single(run.GeneratorDiagnostics).GetMessage(System.Globalization.CultureInfo.InvariantCulture),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copy_in_an_output_folder_is_a_warning_and_the_original_is_generated()
    {
        var run = Schemas.Run(Schemas.Project(("/app/publish/shop.endpoint.yaml", Schemas.Small), ("/app/shop.endpoint.yaml", Schemas.Small.Replace("A film.", "A movie.", StringComparison.Ordinal))));

        var copy = Assert.Single(run.GeneratorDiagnostics);
        Assert.Equal(("PMG9007", DiagnosticSeverity.Warning, "/app/publish/shop.endpoint.yaml"), (copy.Id, copy.Severity, copy.Location.GetLineSpan().Path));
        Assert.Contains("A movie.", run.File("shop.Enums.g.cs"), StringComparison.Ordinal);
        Assert.Equal(copy.ToString(), Assert.Single(await AnalyzerRun.ReportAsync(run, new SchemaAnalyzer())).ToString());
        run.AssertCompilesClean();
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

    // The place in an external file is given by offset and by line.
    private static GeneratorRun AssertReported(MarkedText schema)
    {
        var run = Schemas.Run(schema.Text);
        var expected = Assert.Single(schema.Spans);
        var reported = Assert.Single(run.GeneratorDiagnostics);
        var span = new TextSpan(expected.Start, expected.Length);
        Assert.Equal((expected.Id, DiagnosticSeverity.Error, span), (reported.Id, reported.Severity, reported.Location.SourceSpan));
        Assert.Equal(new FileLinePositionSpan(Schemas.SmallPath, SourceText.From(schema.Text).Lines.GetLinePositionSpan(span)), reported.Location.GetLineSpan());
        return run;
    }
}

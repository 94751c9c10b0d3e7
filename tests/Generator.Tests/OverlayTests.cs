using System.Globalization;
using Microsoft.CodeAnalysis;
using PageMessagesGen.Generator.Pipeline;
using PageMessagesGen.TestKit.Markup;
using PageMessagesGen.TestKit.Running;

namespace PageMessagesGen.Generator.Tests;

/// <summary>A file that extends another one is generated as a part of it, and costs no more than that.</summary>
public class OverlayTests
{
    private const string Overlay = """
        extends: shop.endpoint.yaml
        enums:
          Kind:
            members: { MAP: { summary: A map. }, VIDEO: { refused-since: 2026-11-01, because: Films go. } }
        types: { Payload: { cases: { MAP: none } } }
        """;

    private static readonly GeneratorRun Extended = Schemas.Run(Schemas.Project((Schemas.SmallPath, Schemas.Small), ("more.endpoint.yaml", Overlay)));

    [Fact]
    public void Five_lines_add_a_value_and_retire_another()
    {
        Assert.Empty(Extended.GeneratorDiagnostics);
        Extended.AssertCompilesClean();
        Assert.All(Extended.Files.Keys, file => Assert.StartsWith("shop.", file, StringComparison.Ordinal));
        Assert.Contains("Map = 6", Schemas.Declaration(Extended, "shop.Enums.g.cs", "Kind"), StringComparison.Ordinal);
        Assert.Contains("Films go.", Schemas.Declaration(Extended, "shop.Enums.g.cs", "Kind"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_schema_that_no_file_extends_generates_what_it_did()
    {
        var alone = Schemas.Run(Schemas.Small);
        var beside = Schemas.Run(Schemas.Project((Schemas.SmallPath, Schemas.Small), ("more.endpoint.yaml", "extends: shop.endpoint.yaml")));

        Assert.Empty(beside.GeneratorDiagnostics);
        Assert.Equal(alone.Files, beside.Files);
    }

    [Fact]
    public void An_edit_of_an_overlay_changes_the_schema_that_it_extends()
    {
        var second = Extended.Edit(p => p.WithAdditionalFile("more.endpoint.yaml", Overlay.Replace("A map.", "A chart.", StringComparison.Ordinal)));

        second.AssertStep(TrackingNames.Text, StepPattern.OneModified);
        second.AssertStep(TrackingNames.Group, StepPattern.OneModified);
        second.AssertStep(TrackingNames.Schema, StepPattern.OneModified);
        Assert.Contains("A chart.", second.File("shop.Enums.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void An_edit_of_a_group_leaves_other_groups_alone()
    {
        var other = Schemas.Small.Replace("Acme.Shop", "Acme.Other", StringComparison.Ordinal);
        var first = Schemas.Run(Extended.Input.WithAdditionalFile("other.endpoint.yaml", other, ("EndpointSchema", "true")));

        var second = first.Edit(p => p.WithAdditionalFile("more.endpoint.yaml", Overlay.Replace("A map.", "A chart.", StringComparison.Ordinal)));

        second.AssertStep(TrackingNames.Group, StepPattern.OneModified);
        Assert.Equal(
            [IncrementalStepRunReason.Cached, IncrementalStepRunReason.Cached, IncrementalStepRunReason.Modified],
            second.StepReasons(TrackingNames.Schema).Order().Reverse());
        Assert.Equal(first.File("other.Enums.g.cs"), second.File("other.Enums.g.cs"));
    }

    [Fact]
    public void An_edit_of_CSharp_leaves_every_step_cached()
    {
        var first = Schemas.Run(Extended.Input.WithSource("Program.cs", "internal class Program { }"));

        var second = first.Edit(p => p.WithSource("Program.cs", "internal class Program { int edited; }"));

        Assert.All(TrackingNames.All, step => second.AssertStep(step, StepPattern.AllCached));
        second.AssertOutputs(StepPattern.AllCached);
    }

    [Fact]
    public void An_edit_without_meaning_keeps_the_model_and_the_output()
    {
        var second = Extended.Edit(p => p.WithAdditionalFile("more.endpoint.yaml", "# A comment.\n" + Overlay));

        second.AssertStep(TrackingNames.Service, StepPattern.AllKept);
        second.AssertOutputs(StepPattern.AllCached);
    }

    [Fact]
    public void A_file_that_begins_to_extend_another_one_leaves_the_output_of_others_alone()
    {
        var project = Schemas.Project(("a.endpoint.yaml", "schema: 1\n"), (Schemas.SmallPath, Schemas.Small), ("z.endpoint.yaml", Schemas.Small.Replace("Acme.Shop", "Acme.Z", StringComparison.Ordinal)));
        var first = Schemas.Run(project);

        var second = first.Edit(p => p.WithAdditionalFile("a.endpoint.yaml", "extends: z.endpoint.yaml\nas-of: 2026-12-01\n"));

        Assert.Empty(second.GeneratorDiagnostics);
        Assert.Equal(first.File("shop.Types.g.cs"), second.File("shop.Types.g.cs"));
        Assert.Equal(
            [IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.Modified],
            second.StepReasons(TrackingNames.Schema).Order().Reverse());
    }

    [Fact]
    public void No_step_holds_an_object_of_the_compiler() => Assert.All(TrackingNames.All, Extended.AssertHoldsNoCompilerObjects);

    [Fact]
    public async Task A_mistake_is_told_in_the_file_that_makes_it_by_the_generator_and_the_analyzer()
    {
        var overlay = MarkedText.Parse("""
            extends: shop.endpoint.yaml
            types:
              Thing:
                members:
                  label: { {|PMG2001:max-lenght|}: 5 characters }
                  is_new:
            enums:
              Kind:
                members:
                  IMAGE:
            """);
        var shop = MarkedText.Parse(Schemas.Small
            .Replace("IMAGE: Media", "{|PMG2012:IMAGE|}: Media", StringComparison.Ordinal)
            .Replace("when: { kind: IMAGE, note", "when: { kind: {|PMG2012:IMAGE|}, note", StringComparison.Ordinal)
            .Replace("require: [is_new, count]", "require: [{|PMG2011:is_new|}, count]", StringComparison.Ordinal)
            .Replace("kinds: [IMAGE, VIDEO]", "kinds: [{|PMG2012:IMAGE|}, VIDEO]", StringComparison.Ordinal));
        var run = Schemas.Run(Schemas.Project(("schemas/shop.endpoint.yaml", shop.Text), ("more.endpoint.yaml", overlay.Text)));

        Assert.Equal(
            Marked("schemas/shop.endpoint.yaml", shop).Concat(Marked("more.endpoint.yaml", overlay)).Order(),
            run.GeneratorDiagnostics.Select(d => (d.Location.GetLineSpan().Path, d.Location.SourceSpan.Start, d.Location.SourceSpan.Length, d.Id)).Order());
        Assert.Equal(Lines(run.GeneratorDiagnostics), Lines(await AnalyzerRun.ReportAsync(run, new SchemaAnalyzer())));
    }

    [Theory]
    [InlineData("extends: shp.endpoint.yaml", "PMG2024", "There is no other schema file 'shp.endpoint.yaml'. Did you mean 'shop.endpoint.yaml'?")]
    [InlineData("extends: ../schemas/shop.endpoint.yaml", "PMG2024", "There is no other schema file '../schemas/shop.endpoint.yaml'. Write its name without the folder: 'shop.endpoint.yaml'.")]
    [InlineData("extends: more.endpoint.yaml", "PMG2024", "There is no other schema file 'more.endpoint.yaml'.")]
    [InlineData("extends: [shop.endpoint.yaml]", "PMG2003", "'extends' must be a string, but it is a list")]
    [InlineData("extends:", "PMG2002", "The schema needs the key 'extends'")]
    public async Task A_file_that_extends_no_schema_is_reported_and_the_others_are_generated(string overlay, string id, string message)
    {
        var run = Schemas.Run(Schemas.Project((Schemas.SmallPath, Schemas.Small), ("more.endpoint.yaml", overlay + "\nenums: { X: 1 }\n")));

        var reported = Assert.Single(run.GeneratorDiagnostics);
        Assert.Equal((id, message), (reported.Id, reported.GetMessage(CultureInfo.InvariantCulture)));
        Assert.Equal("more.endpoint.yaml", reported.Location.GetLineSpan().Path);
        Assert.Equal(Lines(run.GeneratorDiagnostics), Lines(await AnalyzerRun.ReportAsync(run, new SchemaAnalyzer())));
        Assert.Equal(Schemas.Run(Schemas.Small).Files, run.Files);
    }

    private static IEnumerable<string> Lines(IEnumerable<Diagnostic> diagnostics) => diagnostics.Select(d => d.ToString()).Order(StringComparer.Ordinal);

    private static IEnumerable<(string Path, int Start, int Length, string Id)> Marked(string path, MarkedText text) =>
        text.Spans.Select(span => (path, span.Start, span.Length, span.Id));
}

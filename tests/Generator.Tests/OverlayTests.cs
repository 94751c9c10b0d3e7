using Microsoft.CodeAnalysis;
using PageMessagesGen.Generator.Pipeline;
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
    public Task A_mistake_is_told_in_the_file_that_makes_it_by_the_generator_and_the_analyzer()
    {
        const string Mistaken = """
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
            """;
        var shop = Schemas.Small
            .Replace("IMAGE: Media", "{|PMG2012:IMAGE|}: Media", StringComparison.Ordinal)
            .Replace("when: { kind: IMAGE, note", "when: { kind: {|PMG2012:IMAGE|}, note", StringComparison.Ordinal)
            .Replace("require: [is_new, count]", "require: [{|PMG2011:is_new|}, count]", StringComparison.Ordinal)
            .Replace("kinds: [IMAGE, VIDEO]", "kinds: [{|PMG2012:IMAGE|}, VIDEO]", StringComparison.Ordinal);
        return Schemas.ExpectAsync(Schemas.Project(("schemas/shop.endpoint.yaml", shop), ("more.endpoint.yaml", Mistaken)));
    }
}

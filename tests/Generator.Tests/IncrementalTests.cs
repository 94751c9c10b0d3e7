using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using PageMessagesGen.Generator.Model;
using PageMessagesGen.Generator.Pipeline;
using PageMessagesGen.Schema.Files;
using PageMessagesGen.TestKit.Running;

namespace PageMessagesGen.Generator.Tests;

/// <summary>An edit costs what follows from it: nothing for C#, one file's reading for a comment, its output for a change.</summary>
public class IncrementalTests
{
    private static readonly GeneratorRun Small = Schemas.Run(Schemas.Small);

    [Fact]
    public void An_edit_of_CSharp_leaves_every_step_cached_for_all_schemas_of_the_repository()
    {
        var second = Schemas.Repository.Edit(p => p.WithSource(Schemas.SourcePath, Schemas.Source + "internal class Edited;"));

        foreach (var step in TrackingNames.All)
            second.AssertStep(step, StepPattern.AllCached);
        second.AssertOutputs(StepPattern.AllCached);
    }

    // Above 40,000 characters, the compiler's text of a file makes a new string whenever it is asked for one.
    [Theory]
    [InlineData(0)]
    [InlineData(50_000)]
    public void The_generator_and_the_analyzer_parse_a_schema_once(int padding)
    {
        var content = Schemas.Small + new string('\n', padding);
        var file = new FileOnDisk(Schemas.SmallPath, SourceText.From(new MemoryStream(Encoding.UTF8.GetBytes(content)), Encoding.UTF8));
        var first = ParsedSchema.Parse(Alone(SchemaText.Read(file, Small.Options, CancellationToken.None)!));

        Assert.NotNull(first.Service);
        Assert.Same(first, ParsedSchema.Parse(Alone(SchemaText.Read(file, Small.Options, CancellationToken.None)!)));
    }

    [Fact]
    public void A_text_that_two_projects_want_in_two_ways_is_parsed_for_each()
    {
        var text = Alone(SchemaText.Read(Small.AdditionalTexts[0], Small.Options, CancellationToken.None)!);
        var other = text with { Settings = text.Settings with { IsInternal = true } };

        Assert.NotEqual(ParsedSchema.Parse(text), ParsedSchema.Parse(other));
        Assert.Same(ParsedSchema.Parse(text), ParsedSchema.Parse(text));
        Assert.Same(ParsedSchema.Parse(other), ParsedSchema.Parse(other));
    }

    [Fact]
    public void A_project_that_is_loaded_again_keeps_its_output()
    {
        var second = Small.Edit(p => p, newHostObjects: true);

        second.AssertStep(TrackingNames.Service, StepPattern.AllKept);
        second.AssertOutputs(StepPattern.AllKept);
    }

    [Theory]
    [InlineData("A comment", "service: Shop", "service: Shop # the shop")]
    [InlineData("An empty line", "service: Shop\n", "service: Shop\n\n\n")]
    [InlineData("Quotes", "service: Shop", "service: 'Shop'")]
    [InlineData("A block instead of a flow", "{ summary: A film. }", "\n        summary: A film.")]
    [InlineData("A fact that no code shows", "max-length: 20 characters,", "max-length: 20 characters, emoji: false,")]
    public void An_edit_without_meaning_keeps_the_model_and_the_output(string edit, string before, string after)
    {
        Assert.NotEmpty(edit);
        Assert.Contains(before, Schemas.Small, StringComparison.Ordinal);

        var second = Small.Edit(p => p.WithAdditionalFile(Schemas.SmallPath, Schemas.Small.Replace(before, after, StringComparison.Ordinal)));

        second.AssertStep(TrackingNames.Text, StepPattern.OneModified);
        second.AssertStep(TrackingNames.Service, StepPattern.AllKept);
        second.AssertOutputs(StepPattern.AllCached);
        Assert.Equal(Small.Files, second.Files);
    }

    [Theory]
    [InlineData("summary: A film.", "summary: A moving picture.")]
    [InlineData("max-length: 20 characters", "max-length: 21 characters")]
    [InlineData("kind: { type: Kind, required: true", "kind: { type: Kind, required: false")]
    [InlineData("version: v26.0", "version: v25.0")]
    public void An_edit_with_meaning_changes_the_output(string before, string after)
    {
        var second = Small.Edit(p => p.WithAdditionalFile(Schemas.SmallPath, Schemas.Small.Replace(before, after, StringComparison.Ordinal)));

        second.AssertStep(TrackingNames.Service, StepPattern.OneModified);
        Assert.Contains(IncrementalStepRunReason.Modified, second.OutputReasons);
        Assert.NotEqual(Small.Files, second.Files);
    }

    [Fact]
    public void An_edit_of_one_schema_leaves_the_others_alone()
    {
        var first = Schemas.Run(Schemas.Project((Schemas.SmallPath, Schemas.Small), ("other.endpoint.yaml", Schemas.Small.Replace("Acme.Shop", "Acme.Other", StringComparison.Ordinal))));

        var second = first.Edit(p => p.WithAdditionalFile(Schemas.SmallPath, Schemas.Small.Replace("A film.", "A movie.", StringComparison.Ordinal)));

        Assert.Equal([IncrementalStepRunReason.Cached, IncrementalStepRunReason.Modified], second.StepReasons(TrackingNames.Schema).Order().Reverse());
        Assert.Equal(first.File("other.Enums.g.cs"), second.File("other.Enums.g.cs"));
    }

    [Theory]
    [InlineData("broken", "schema: 1\nnamespace: [")]
    [InlineData("with the names of another one", Schemas.Small)]
    public void A_schema_that_falls_out_leaves_the_output_of_those_after_it_alone(string edit, string text)
    {
        Assert.NotEmpty(edit);
        var first = Schemas.Run(Schemas.Project(("a.endpoint.yaml", Schemas.Small), ("b.endpoint.yaml", In("Acme.B")), ("c.endpoint.yaml", In("Acme.C"))));

        var second = first.Edit(p => p.WithAdditionalFile("b.endpoint.yaml", text));

        second.AssertStep(TrackingNames.Service, StepPattern.OneModified);
        Assert.Equal("b.endpoint.yaml", Assert.Single(second.GeneratorDiagnostics).Location.GetLineSpan().Path);
        Assert.Equal(first.Files.Where(f => !f.Key.StartsWith("b.", StringComparison.Ordinal)), second.Files);
    }

    [Fact]
    public void A_schema_that_is_added_leaves_the_output_of_the_others_alone()
    {
        var first = Schemas.Run(Schemas.Project(("b.endpoint.yaml", Schemas.Small), ("c.endpoint.yaml", In("Acme.C"))));

        var second = first.Edit(p => p.WithAdditionalFile("a.endpoint.yaml", In("Acme.A"), ("EndpointSchema", "true")));

        var reasons = second.StepReasons(TrackingNames.Service);
        Assert.Equal(3, reasons.Length);
        Assert.Equal(IncrementalStepRunReason.New, Assert.Single(reasons, r => r is not (IncrementalStepRunReason.Unchanged or IncrementalStepRunReason.Cached)));
        Assert.Equal(first.Files, second.Files.Where(f => !f.Key.StartsWith("a.", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_new_mistake_is_reported_without_touching_the_output()
    {
        var second = Small.Edit(p => p.WithAdditionalFile(Schemas.SmallPath, Schemas.Small + "\nmisspelt: 1\n"));

        Assert.Equal("PMG2001", Assert.Single(second.GeneratorDiagnostics).Id);
        second.AssertStep(TrackingNames.Service, StepPattern.AllKept);
        Assert.Equal(Small.Files, second.Files);
    }

    [Fact]
    public void Equal_schemas_give_equal_models_with_equal_hashes_and_different_ones_do_not()
    {
        var one = Model(Schemas.Small);
        var same = Model("# a comment\n" + Schemas.Small);
        var other = Model(Schemas.Small.Replace("A film.", "A movie.", StringComparison.Ordinal));

        Assert.Equal(one, same);
        Assert.Equal(one!.GetHashCode(), same!.GetHashCode());
        Assert.NotEqual(one, other);
    }

    [Fact]
    public void No_step_holds_an_object_of_the_compiler()
    {
        foreach (var step in TrackingNames.All)
            Schemas.Repository.AssertHoldsNoCompilerObjects(step);
    }

    public static TheoryData<int> NumbersOfTypes => [.. LongTests.Cases([1, 30, 300], 2)];

    [Theory]
    [MemberData(nameof(NumbersOfTypes))]
    public void The_names_of_the_files_do_not_depend_on_the_number_of_types(int count)
    {
        var types = string.Concat(Enumerable.Range(0, count).Select(i => $$"""
              T{{i}}:
                summary: T.
                members:
                  next: { type: T{{(i + 1) % count}}, summary: N. }
                  kind: { type: E{{i}}, summary: K. }

            """));
        var enums = string.Concat(Enumerable.Range(0, count).Select(i => $"  E{i}: {{ summary: E., members: {{ A: {{ summary: A. }} }} }}\n"));
        var run = Schemas.Run($$"""
            schema: 1
            namespace: N
            service: Many
            version: v26.0
            as-of: 2026-11-22
            operations:
              send: { summary: S., request: POST /x, body: T0, returns: T0 }
            types:
            {{types}}
            enums:
            {{enums}}
            """);

        Assert.Empty(run.GeneratorDiagnostics);
        Assert.Equal(
            ["shop.Client.g.cs", "shop.Enums.g.cs", "shop.Json.g.cs", "shop.Types.g.cs", "shop.Validation.g.cs"],
            run.Files.Keys.Order(StringComparer.Ordinal));
        run.AssertCompilesClean();
    }

    private static string In(string @namespace) => Schemas.Small.Replace("Acme.Shop", @namespace, StringComparison.Ordinal);

    private static ServiceModel? Model(string schema) =>
        ParsedSchema.Parse(Alone(new SchemaText(new SchemaFile(Schemas.SmallPath, schema), GenerationSettings.Default, null))).Service;

    private static ProjectSchema Alone(SchemaText text) => Assert.Single(ProjectSchema.GroupAll([text]));

    private sealed class FileOnDisk(string path, SourceText text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText? GetText(CancellationToken cancellationToken = default) => text;
    }
}

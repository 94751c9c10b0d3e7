using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.CodeAnalysis;
using PageMessagesGen.Generator.Pipeline;
using PageMessagesGen.TestKit.Running;

namespace PageMessagesGen.Generator.Tests;

/// <summary>Types of a used schema are generated once, in its namespace, and the code for them is called from others.</summary>
public class UsesTests
{
    private const string Media = """
        schema: 1
        namespace: Acme.Media
        service: Media
        version: v26.0
        as-of: 2026-11-22
        types:
          Image:
            summary: An image.
            members:
              url: { type: string, required: true, format: url, summary: Where it is. }
              size: { type: ImageSize, summary: Its size. }
              frame: { type: Frame, summary: Its frame. }
              effect: { type: Effect, by: size, summary: Its effect. }
            rules:
              large-images-are-secure: { when: { size: LARGE }, limit: { url: { format: https-url } }, severity: error, because: They are refused. }
          Frame:
            summary: A frame.
            discriminator: kind
            cases: { wood: Wood }
          Wood: { summary: Wood., members: { tree: { type: string, summary: The tree. } } }
          Effect: { summary: An effect., cases: { SMALL: Frame, LARGE: json } }
          Done: { summary: It is done., members: { success: { type: boolean, required: true, summary: Whether. }, image: { type: Image, summary: The image. } } }
        enums:
          ImageSize: { summary: Sizes., wire-case: lower, members: { SMALL: { summary: Small. }, LARGE: { summary: Large. } } }
        """;

    private const string Album = """
        schema: 1
        namespace: Acme.Album
        service: Album
        version: v26.0
        as-of: 2026-11-22
        uses: [media.endpoint.yaml]
        operations:
          add:
            summary: Adds a page.
            request: POST /{page_id}/pages
            body: Page
            returns: Done
            confirmed-by: { cover: image }
          show:
            summary: Shows an image.
            request: POST /{page_id}/{size}
            parameters: { size: { type: ImageSize, summary: The size. }, sizes: { type: list<ImageSize>, summary: Others. } }
            body: Image
            returns: Page
        types:
          Page:
            summary: A page.
            members:
              cover: { type: Image, required: true, summary: Its cover. }
              images: { type: list<Image>, summary: Its images. }
              size: { type: ImageSize, summary: The size of its images. }
              sizes: { type: list<ImageSize>, summary: Other sizes. }
              named: { type: map<Image>, summary: Images by name. }
              grid: { type: list<list<ImageSize>>, summary: A grid. }
              frame: { type: Frame, summary: Its frame. }
              effect: { type: Effect, by: size, summary: Its effect. }
            rules:
              small-covers: { forbid: cover.frame, when: { cover.size: SMALL }, severity: error, because: It does not fit. }
        """;

    private const string User = """
        using System.Buffers;
        using System.Linq;
        using System.Text;
        using PageMessagesGen;
        namespace Acme.Album;
        internal static class User
        {
            public static Page Page => new()
            {
                Cover = new() { Url = "http://a.example", Size = Media.ImageSize.Large, Frame = new Media.Wood { Tree = "oak" } },
                Images = [new() { Url = "https://b.example" }], Size = Media.ImageSize.Large, Sizes = [Media.ImageSize.Small],
                Named = new System.Collections.Generic.Dictionary<string, Media.Image> { ["a"] = new() { Url = "https://c.example" } }, Grid = [[Media.ImageSize.Large]],
                Frame = new Media.Wood(), Effect = new Media.RawEffect { Json = RawJson.Parse("1") },
            };
            public static string Written() { var output = new ArrayBufferWriter<byte>(); AlbumJsonWriter.Write(Page, output); return Encoding.UTF8.GetString(output.WrittenSpan); }
            public static string Violations() => string.Join(",", Page.Validate().Select(v => v.Rule + " " + v.Path));
            public static string Small() => string.Join(",", (Page with { Cover = Page.Cover with { Size = Media.ImageSize.Small } }).Validate().Select(v => v.Rule + " " + v.Path));
        }
        """;

    private static readonly GeneratorRun Run = Schemas.Run(Schemas.Project(("album.endpoint.yaml", Album), ("media.endpoint.yaml", Media)).WithSource("User.cs", User));

    [Fact]
    public void Types_are_generated_once_in_the_namespace_of_their_file()
    {
        Assert.Empty(Run.GeneratorDiagnostics);
        Run.AssertCompilesClean();
        Assert.DoesNotContain("record Image", Run.File("album.Types.g.cs"), StringComparison.Ordinal);
        Assert.Contains("public required global::Acme.Media.Image Cover", Run.File("album.Types.g.cs"), StringComparison.Ordinal);
        Assert.Equal(
            ["media.Enums.g.cs", "media.Json.g.cs", "media.Types.g.cs", "media.Validation.g.cs"],
            Run.Files.Keys.Where(f => f.StartsWith("media.", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void They_are_written_and_validated_with_the_types_of_the_user()
    {
        var user = Run.EmitAndLoad().Assembly.GetType("Acme.Album.User")!;

        Assert.Equal(
            """{"cover":{"url":"http://a.example","size":"large","frame":{"kind":"wood","tree":"oak"}},"images":[{"url":"https://b.example"}],"size":"large","sizes":["small"],"named":{"a":{"url":"https://c.example"}},"grid":[["large"]],"frame":{"kind":"wood"},"effect":1}""",
            user.GetMethod("Written")!.Invoke(null, null));
        Assert.Equal("large-images-are-secure cover.url", user.GetMethod("Violations")!.Invoke(null, null));
        Assert.Equal("small-covers cover.frame", user.GetMethod("Small")!.Invoke(null, null));
    }

    [Fact]
    public void The_JSON_context_of_the_user_describes_them()
    {
        var assembly = Run.EmitAndLoad().Assembly;
        var page = assembly.GetType("Acme.Album.User")!.GetProperty("Page")!.GetValue(null)!;
        var context = (JsonSerializerContext)assembly.GetType("Acme.Album.AlbumJsonContext")!.GetProperty("Default")!.GetValue(null)!;

        var written = JsonSerializer.Serialize(page, page.GetType(), context);

        Assert.Equal(assembly.GetType("Acme.Album.User")!.GetMethod("Written")!.Invoke(null, null), written);
        Assert.Equal(written, JsonSerializer.Serialize(JsonSerializer.Deserialize(Encoding.UTF8.GetBytes(written), page.GetType(), context), page.GetType(), context));
    }

    [Fact]
    public void An_edit_of_the_user_leaves_the_used_schema_alone()
    {
        var second = Run.Edit(p => p.WithAdditionalFile("album.endpoint.yaml", Album.Replace("A page.", "One page.", StringComparison.Ordinal)));

        second.AssertStep(TrackingNames.Group, StepPattern.OneModified);
        second.AssertStep(TrackingNames.Schema, StepPattern.OneModified);
        second.AssertStep(TrackingNames.Service, StepPattern.OneModified);
    }

    [Fact]
    public void An_edit_of_the_used_schema_without_consequences_leaves_the_output_of_the_user_alone()
    {
        var second = Run.Edit(p => p.WithAdditionalFile("media.endpoint.yaml", Media.Replace("An image.", "One image.", StringComparison.Ordinal)));

        second.AssertStep(TrackingNames.Service, StepPattern.OneModified);
        Assert.Equal(Run.File("album.Json.g.cs"), second.File("album.Json.g.cs"));
        Assert.Contains("One image.", second.File("media.Types.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void No_step_holds_an_object_of_the_compiler() => Assert.All(TrackingNames.All, Run.AssertHoldsNoCompilerObjects);

    [Theory]
    [InlineData("EndpointVisibility", "internal", "'public' is not a valid value of the metadata Visibility of this schema; it must be internal, as for media.endpoint.yaml, whose types this schema uses")]
    [InlineData("EndpointJsonContext", "false", "'true' is not a valid value of the metadata JsonContext of this schema; it must be false, as for media.endpoint.yaml, whose types this schema uses")]
    public void Settings_that_do_not_go_with_those_of_the_used_schema_are_reported(string metadata, string value, string message)
    {
        var run = Schemas.Run(Run.Input.WithAdditionalFile("media.endpoint.yaml", Media, ("EndpointSchema", "true"), (metadata, value)));

        var fault = Assert.Single(run.GeneratorDiagnostics);
        Assert.Equal(("PMG9003", message), (fault.Id, fault.GetMessage(null)));
        Assert.Equal("album.endpoint.yaml", fault.Location.GetLineSpan().Path);
    }

    [Fact]
    public void The_namespace_of_the_settings_counts()
    {
        var run = Schemas.Run(Schemas.Project(("album.endpoint.yaml", Album)).WithAdditionalFile("media.endpoint.yaml", Media, ("EndpointSchema", "true"), ("EndpointNamespace", "Acme.Pictures")));

        run.AssertCompilesClean();
        Assert.Contains("global::Acme.Pictures.Image Cover", run.File("album.Types.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void Unions_of_a_used_schema_that_contain_each_other_are_reported_there()
    {
        var media = Media.Replace("SMALL: Frame", "SMALL: Effort", StringComparison.Ordinal)
            .Replace("  Wood:", "  Effort: { summary: E., cases: { SMALL: Effect, LARGE: json } }\n  Wood:", StringComparison.Ordinal);

        var run = Schemas.Run(Schemas.Project(("album.endpoint.yaml", Album), ("media.endpoint.yaml", media)));

        Assert.NotEmpty(run.GeneratorDiagnostics);
        Assert.All(run.GeneratorDiagnostics, d => Assert.Equal("media.endpoint.yaml", d.Location.GetLineSpan().Path));
    }

    [Fact]
    public async Task The_analyzer_reports_what_the_generator_reports()
    {
        var run = Schemas.Run(Schemas.Project(("album.endpoint.yaml", Album.Replace("cover.size: SMALL", "cover.size: TINY", StringComparison.Ordinal)), ("media.endpoint.yaml", Media + "uses: album.endpoint.yaml\n")));

        Assert.NotEmpty(run.GeneratorDiagnostics);
        Assert.Equal(Lines(run.GeneratorDiagnostics), Lines(await AnalyzerRun.ReportAsync(run, new SchemaAnalyzer())));
    }

    private static IEnumerable<string> Lines(IEnumerable<Diagnostic> diagnostics) => diagnostics.Select(d => d.ToString()).Order(StringComparer.Ordinal);
}

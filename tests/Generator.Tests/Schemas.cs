using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Testing;
using PageMessagesGen.TestKit;
using PageMessagesGen.TestKit.Running;
using PageMessagesGen.TestKit.Verifiers;

namespace PageMessagesGen.Generator.Tests;

/// <summary>Schemas for tests, and projects that have them.</summary>
internal static class Schemas
{
    public const string SmallPath = "shop.endpoint.yaml";

    /// <summary>A schema with everything that makes a difference in the generated code, and little of each.</summary>
    public const string Small = """
        schema: 1
        namespace: Acme.Shop
        service: Shop
        version: v26.0
        as-of: 2026-11-22
        platforms: [messenger, instagram]

        operations:
          send:
            summary: Sends a thing.
            request: POST /{page_id}/things
            body: Thing
            returns: Receipt
          list:
            summary: Lists things.
            request: GET /{page_id}/things
            parameters:
              fields: { type: list<string>, required: true, summary: The members to give. }
              limit: { type: integer, summary: How many. }
              kinds: { type: list<Kind>, summary: Of which kinds. }
            returns: Receipt
          remove:
            summary: Removes a thing.
            request: DELETE /{page_id}/things/{thing_id}
            parameters:
              thing_id: { type: string, summary: Which. }
            returns: Receipt

        types:
          Thing:
            summary: A thing.
            members:
              kind: { type: Kind, required: true, summary: Its kind. }
              label: { type: string, default: none, max-length: 20 characters, severity: warning, summary: Its label. }
              count: { type: integer, default: 1, min: -5, max: 9000000000, summary: How many. }
              price: { type: number, summary: What it costs. }
              cost: { type: number, summary: What it cost us. }
              is_new: { type: boolean, default: false, summary: Whether it is new. }
              sticker_id: { type: string-or-integer, platforms: [messenger], summary: A sticker. }
              tags: { type: list<string>, summary: Its tags. }
              kinds: { type: list<Kind>, summary: Other kinds. }
              numbers: { type: list<integer>, summary: Some numbers. }
              parts: { type: list<Part>, max-count: 3, deprecated-since: 2026-01-01, because: Parts are old., summary: Its parts. }
              payload: { type: Payload, by: kind, summary: What it carries. }
              extra: { type: json, summary: Whatever else. }
              note: { type: string, summary: A note. }
            rules:
              image-needs-label:
                when: { kind: IMAGE, note: absent }
                require: [is_new, count]
                severity: error
                because: A picture without a name is refused.
              short-names-on-instagram:
                platforms: [instagram]
                limit: { note: { min-length: 2 characters, max-length: 15 bytes }, parts: { min-count: 1 } }
                severity: warning
                because: Instagram has little room.
              one-way-only:
                at-most-one-of: [tags, numbers, parts]
                severity: info
                because: Only the first is shown.
              parts-have-names:
                when: { parts: present }
                require: { parts.name: [door, "no and"] }
                severity: warning
                because: Parts have known names.
              secure-media:
                limit: { payload.url: { format: https-url } }
                severity: error
                because: Plain http is refused.
              buttons-cost-nothing:
                when: { payload.template_type: button }
                forbid: [cost, extra.price]
                severity: warning
                because: Buttons are free.
              known-colours:
                allow: { extra.colours: [red, blue], tags: [new, old], numbers: ["1", "2"], kinds: [IMAGE, VIDEO] }
                severity: warning
                because: Nobody has seen any other.
          Part:
            summary: A part of a thing.
            members:
              name: { type: string, required: true, summary: Its name. }
          Payload:
            summary: What a thing carries.
            cases:
              IMAGE: Media
              VIDEO: Media
              TEMPLATE: Template
              HEART: none
              PLACE: json
          Media:
            summary: A medium.
            members:
              url: { type: string, format: url, summary: Its address. }
          Template:
            summary: A template.
            discriminator: template_type
            cases:
              generic: GenericTemplate
              button: ButtonTemplate
          GenericTemplate:
            summary: A card.
            members:
              title: { type: string, required: true, summary: Its title. }
          ButtonTemplate:
            summary: A text with buttons.
            members:
              text: { type: string, required: true, summary: Its text. }
          Receipt:
            summary: What became of it.
            members:
              id: { type: string, summary: Its id. }
              success: { type: boolean, summary: Whether it worked. }
              things: { type: list<Part>, summary: What there is. }
              numbers: { type: list<integer>, summary: Some numbers. }
              kind: { type: Kind, summary: A kind. }
              template: { type: Template, summary: A template. }

        enums:
          Kind:
            summary: Kinds of things.
            wire-case: lower
            members:
              IMAGE:    { summary: A picture. }
              VIDEO:    { summary: A film. }
              TEMPLATE: { summary: A structured message. }
              HEART:    { platforms: [instagram], refused-since: 2026-12-24, because: Hearts go., summary: A heart. }
              PLACE:    { wire: PLACE, summary: A place. }

        errors:
          100:      { name: Invalid, recovery: request, summary: Something is wrong. }
          "100/33": { name: NotThere, recovery: request, summary: It is not there. }
        """;

    private static readonly MetadataReference Runtime = MetadataReference.CreateFromFile(typeof(GraphApiOptions).Assembly.Location);

    /// <summary>The schema files of the repository: file name → text.</summary>
    public static IReadOnlyDictionary<string, string> OfRepository { get; } = Directory
        .EnumerateFiles(Path.Combine(SourcePlaces.RepositoryOf(typeof(Schemas).Assembly), "schema"), "*.endpoint.yaml")
        .ToDictionary(path => Path.GetFileName(path), File.ReadAllText, StringComparer.Ordinal);

    /// <summary>Gets the schemas of the repository whose types one of them uses.</summary>
    public static IEnumerable<(string Path, string Text)> UsedBy(string path) =>
        OfRepository.Where(s => OfRepository[path].Contains($"uses: {s.Key}", StringComparison.Ordinal)).Select(s => (s.Key, s.Value));

    /// <summary>A project that has the runtime library and the given schemas.</summary>
    public static GeneratorInput Project(params (string Path, string Text)[] schemas) => schemas.Aggregate(
        new GeneratorInput().WithReferences(Runtime),
        (project, schema) => project.WithAdditionalFile(schema.Path, schema.Text, ("EndpointSchema", "true")));

    /// <summary>A project with all schemas of the repository.</summary>
    public static GeneratorInput WholeRepository { get; } = Project([.. OfRepository.Select(s => (s.Key, s.Value))]);

    private static readonly Lazy<GeneratorRun> LazyRepository = new(static () => Run(WholeRepository.WithSource(SourcePath, Source)));

    /// <summary>The path of a C# file that lets the compiler judge compliance with the common language specification.</summary>
    public const string SourcePath = "Assembly.cs";

    /// <summary>Its text.</summary>
    public const string Source = "[assembly: System.CLSCompliant(true)]\n";

    /// <summary>Gets the generator after it has run on all schemas of the repository, beside that file.</summary>
    public static GeneratorRun Repository => LazyRepository.Value;

    /// <summary>Runs the generator on a project.</summary>
    public static GeneratorRun Run(GeneratorInput project) => GeneratorRun.Of(new PageMessagesGenerator(), project);

    /// <summary>Runs the generator on a project with one schema.</summary>
    public static GeneratorRun Run(string schema) => Run(Project((SmallPath, schema)));

    /// <summary>Fails unless the generator and the analyzer report what is marked in a schema.</summary>
    public static Task ExpectAsync(string schema, params (string Id, string Message)[] messages) => ExpectAsync(Project((SmallPath, schema)), messages);

    /// <summary>Fails unless the generator and the analyzer report what is marked in schemas, and the generated code compiles without a warning.</summary>
    /// <param name="project">The project.</param>
    /// <param name="messages">What is said at <c>{|#0:…|}</c>, <c>{|#1:…|}</c> and so on.</param>
    public static async Task ExpectAsync(GeneratorInput project, params (string Id, string Message)[] messages)
    {
        var expected = messages.Select((m, i) => DiagnosticResult.CompilerError(m.Id).WithLocation(i).WithMessage(m.Message)).ToList();
        var generator = new ProjectGeneratorTest<PageMessagesGenerator>(project);
        generator.TestState.ExpectedDiagnostics.AddRange(expected);
        await generator.RunAsync();

        var analyzer = new ProjectAnalyzerTest<SchemaAnalyzer>(project);
        analyzer.TestState.ExpectedDiagnostics.AddRange(expected);
        await analyzer.RunAsync();
    }

    /// <summary>Gets the declaration of one type in a generated file, with its attributes but without its documentation.</summary>
    public static string Declaration(GeneratorRun run, string file, string type) => CSharpSyntaxTree.ParseText(run.File(file)).GetRoot()
        .DescendantNodes()
        .OfType<BaseTypeDeclarationSyntax>()
        .Single(declaration => declaration.Identifier.Text == type)
        .ToString();
}

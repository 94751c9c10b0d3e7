using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using PageMessagesGen.Generator;

namespace PageMessagesGen.Benchmarks.Compiler;

/// <summary>
/// A project with a number of operations, described twice: by schemas for our generator, and as records with a
/// JsonSerializerContext for System.Text.Json's. Beside them is ordinary code, in which somebody types.
/// </summary>
internal sealed class Project
{
    private const int OrdinaryFiles = 100;
    private const int OperationsPerFile = 50;

    private readonly CSharpParseOptions _parsing = new(LanguageVersion.Latest);
    private readonly int _operations;

    private Project(int operations) => _operations = operations;

    public required CSharpCompilation Compilation { get; init; }

    public required ImmutableArray<AdditionalText> Schemas { get; init; }

    public int Files => Schemas.Length;

    /// <summary>Makes a project.</summary>
    public static Project With(int operations)
    {
        var parsing = new CSharpParseOptions(LanguageVersion.Latest);
        var sources = Enumerable.Range(0, OrdinaryFiles).Select(i => CSharpSyntaxTree.ParseText(SourceText.From(Ordinary(i, 0), Encoding.UTF8), parsing, $"/app/Ordinary{i}.cs"));
        var files = Chunks(operations).Select((range, file) => (range, file)).ToList();
        var shapes = files.Select(f => CSharpSyntaxTree.ParseText(SourceText.From(Shapes(f.file, f.range, 0), Encoding.UTF8), parsing, $"/app/Shapes{f.file}.cs"));
        var references = SdkCompiler.References.Append(typeof(GraphApiOptions).Assembly.Location).Select(r => MetadataReference.CreateFromFile(r));
        return new Project(operations)
        {
            Compilation = CSharpCompilation.Create("app", [.. sources, .. shapes], references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)),
            Schemas = [.. files.Select(f => SchemaOf(f.file, f.range, 0))],
        };
    }

    /// <summary>A driver with one or both generators.</summary>
    public GeneratorDriver Driver(params ISourceGenerator[] generators) => CSharpGeneratorDriver.Create(
        generators, Schemas, _parsing, new SchemaOptions(), new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: false));

    public static ISourceGenerator Ours() => new PageMessagesGenerator().AsSourceGenerator();

    public static ISourceGenerator JsonGenerator()
    {
        var type = Assembly.LoadFrom(SdkCompiler.JsonGenerator).GetTypes().First(t => typeof(IIncrementalGenerator).IsAssignableFrom(t) && !t.IsAbstract);
        return ((IIncrementalGenerator)Activator.CreateInstance(type)!).AsSourceGenerator();
    }

    /// <summary>Types in an ordinary file.</summary>
    public CSharpCompilation AfterTyping(CSharpCompilation before, int keystroke) =>
        Replace(before, "/app/Ordinary7.cs", Ordinary(7, keystroke));

    /// <summary>Changes a member's documentation in the last file of shapes.</summary>
    public CSharpCompilation AfterEditingShapes(CSharpCompilation before, int keystroke) =>
        Replace(before, $"/app/Shapes{Files - 1}.cs", Shapes(Files - 1, Chunks(_operations).Last(), keystroke));

    /// <summary>Changes a summary in the last schema.</summary>
    public AdditionalText EditedSchema(int keystroke) => SchemaOf(Files - 1, Chunks(_operations).Last(), keystroke);

    private static SchemaFile SchemaOf(int file, Range range, int keystroke) =>
        new SchemaFile($"/app/service{file}.endpoint.yaml", Schema(file, range, keystroke));

    private CSharpCompilation Replace(CSharpCompilation before, string path, string text)
    {
        var old = before.SyntaxTrees.First(t => t.FilePath == path);
        return before.ReplaceSyntaxTree(old, CSharpSyntaxTree.ParseText(SourceText.From(text, Encoding.UTF8), _parsing, path));
    }

    private static IEnumerable<Range> Chunks(int operations)
    {
        for (var start = 0; start < operations; start += OperationsPerFile)
            yield return start..Math.Min(operations, start + OperationsPerFile);
    }

    private static string Ordinary(int file, int keystroke)
    {
        var text = new StringBuilder($"using System;\nnamespace App.Ordinary;\npublic sealed class Ordinary{file}\n{{\n");
        for (var i = 0; i < 40; i++)
            text.Append(CultureInfo.InvariantCulture, $"    public int Sum{i}(int a, int b)\n    {{\n        var sum = a + b * {i} + {keystroke};\n        return sum > 10 ? Sum{(i + 1) % 40}(sum / 2, 0) : sum;\n    }}\n\n");
        return text.Append("}\n").ToString();
    }

    private static string Schema(int file, Range range, int keystroke)
    {
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"schema: 1\nnamespace: App.Service{file}\nservice: Service{file}\nversion: v26.0\nas-of: 2026-11-22\n\noperations:\n"));
        for (var i = range.Start.Value; i < range.End.Value; i++)
            text.Append(CultureInfo.InvariantCulture, $"  call_{i}:\n    summary: Makes call {i}.\n    request: POST /{{page_id}}/{Letters(i)}\n    body: Request{i}\n    returns: Answer{i}\n");
        text.Append("\ntypes:\n");
        for (var i = range.Start.Value; i < range.End.Value; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"  Request{i}:\n    summary: What call {i} sends, edited {keystroke} times.\n    members:\n");
            text.Append("      id: { type: string, required: true, summary: Who receives it. }\n      reason: { type: Reason, summary: Why it is sent. }\n");
            text.Append("      text: { type: string, emoji: true, summary: What it says. }\n      count: { type: integer, summary: How many. }\n");
            text.Append(CultureInfo.InvariantCulture, $"      notes: {{ type: list<string>, summary: Notes. }}\n      answer: {{ type: Answer{i}, summary: What was answered before. }}\n");
            text.Append(CultureInfo.InvariantCulture, $"  Answer{i}:\n    summary: What call {i} is answered.\n    members:\n      id: {{ type: string, summary: The id. }}\n      done: {{ type: boolean, summary: Whether it is done. }}\n");
        }

        return text.Append("\nenums:\n  Reason:\n    summary: A reason.\n    members:\n      FIRST: { summary: The first one. }\n      SECOND: { summary: The second one. }\n").ToString();
    }

    // A path has no digits.
    private static string Letters(int number) =>
        string.Concat(number.ToString(CultureInfo.InvariantCulture).Select(digit => (char)('a' + digit - '0')));

    private static string Shapes(int file, Range range, int keystroke)
    {
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"using System.Collections.Generic;\nusing System.Text.Json.Serialization;\nnamespace App.Shapes{file};\npublic enum Reason {{ First, Second }}\n"));
        for (var i = range.Start.Value; i < range.End.Value; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"/// <summary>What call {i} sends, edited {keystroke} times.</summary>\npublic sealed record Request{i}\n{{\n    public required string Id {{ get; init; }}\n    public Reason? Reason {{ get; init; }}\n");
            text.Append(CultureInfo.InvariantCulture, $"    public string? Text {{ get; init; }}\n    public long? Count {{ get; init; }}\n    public IReadOnlyList<string>? Notes {{ get; init; }}\n    public Answer{i}? Answer {{ get; init; }}\n}}\n");
            text.Append(CultureInfo.InvariantCulture, $"public sealed record Answer{i}\n{{\n    public string? Id {{ get; init; }}\n    public bool? Done {{ get; init; }}\n}}\n");
        }

        text.Append("[JsonSourceGenerationOptions(UseStringEnumConverter = true)]\n");
        for (var i = range.Start.Value; i < range.End.Value; i++)
            text.Append(CultureInfo.InvariantCulture, $"[JsonSerializable(typeof(Request{i}))]\n");
        return text.Append(CultureInfo.InvariantCulture, $"public sealed partial class Shapes{file}Context : JsonSerializerContext {{ }}\n").ToString();
    }
}

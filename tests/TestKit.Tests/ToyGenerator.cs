using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using PageMessagesGen.TestKit.Running;

namespace PageMessagesGen.TestKit.Tests;

/// <summary>The model of a toy.</summary>
internal sealed record ToyModel(string Path, string Class, object? Held = null);

/// <summary>
/// Generates a class for each additional file with <c>Toy=true</c>: the file's first line is its name, and what follows a <c>#</c> is
/// comment. The constructor's arguments give it the faults that the kit has to find.
/// </summary>
/// <param name="render">Writes a model's code; without it, a documented class.</param>
/// <param name="hold">Gets what the model holds on to.</param>
/// <param name="watchesCompilation">Whether each keystroke in C# makes the generator write its output again.</param>
internal sealed class ToyGenerator(
    Func<ToyModel, string>? render = null, Func<AdditionalText, object?>? hold = null, bool watchesCompilation = false) : IIncrementalGenerator
{
    public const string UserPath = "Program.cs";

    /// <summary>Gets a project with two toys.</summary>
    public static GeneratorInput Project { get; } = new GeneratorInput()
        .WithSource(UserPath, "internal static class Program { public static string Name => Toys.Bear.Name; }")
        .WithAdditionalFile("bear.toy", "Bear # brown", ("Toy", "true"))
        .WithAdditionalFile("horse.toy", "Horse", ("Toy", "true"))
        .WithAdditionalFile("readme.txt", "No toy.");

    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var texts = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Where(static pair => pair.Right.GetOptions(pair.Left).TryGetValue("build_metadata.additionalfiles.toy", out var toy) && toy == "true")
            .Select(static (pair, _) => pair.Left)
            .WithTrackingName("Texts");
        var models = texts
            .Select((text, cancellation) => new ToyModel(text.Path, text.GetText(cancellation)!.ToString().Split('\n', '#')[0].Trim(), hold?.Invoke(text)))
            .WithTrackingName("Models");

        if (watchesCompilation)
            context.RegisterSourceOutput(models.Combine(context.CompilationProvider), (production, pair) => Write(production, pair.Left));
        else
            context.RegisterSourceOutput(models, Write);
    }

    private static string Documented(ToyModel model) =>
        $"namespace Toys;\n\n/// <summary>A toy.</summary>\npublic sealed class {model.Class}\n{{\n    /// <summary>Its name.</summary>\n    public static string Name => \"{model.Class}\";\n}}\n";

    private void Write(SourceProductionContext production, ToyModel model) =>
        production.AddSource($"{Path.GetFileNameWithoutExtension(model.Path)}.g.cs", SourceText.From((render ?? Documented)(model), Encoding.UTF8));
}

using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace PageMessagesGen.TestKit.Tests;

/// <summary>What the toy generator makes of a file.</summary>
internal sealed record ToyModel(string Path, string Class, string RootNamespace, object? Held = null);

/// <summary>
/// Makes a class of each additional file with <c>Toy=true</c>: the file's first line is its name, and what follows a
/// <c>#</c> is comment. The constructor's arguments give it the faults that the verifier has to find.
/// </summary>
/// <param name="render">Writes a model's code; without it, a documented class.</param>
/// <param name="hold">Gives what the model holds on to.</param>
/// <param name="watchesCompilation">Whether each keystroke in C# makes the generator write its output again.</param>
internal sealed class ToyGenerator(
    Func<ToyModel, string>? render = null, Func<AdditionalText, object?>? hold = null, bool watchesCompilation = false) : IIncrementalGenerator
{
#pragma warning disable RS2008 // A toy has no releases to track its rules in.
    private static readonly DiagnosticDescriptor LowerCase = new(
        "TOY001", "Lower case", "'{0}' begins with a small letter", "Toy", DiagnosticSeverity.Warning, isEnabledByDefault: true);
#pragma warning restore RS2008

    public static string Documented(ToyModel model) =>
        $"namespace {model.RootNamespace};\n\n/// <summary>A toy.</summary>\npublic sealed class {model.Class}\n{{\n    /// <summary>Its name.</summary>\n    public static string Name => \"{model.Class}\";\n}}\n";

    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var rootNamespace = context.AnalyzerConfigOptionsProvider.Select(static (options, _) =>
            options.GlobalOptions.TryGetValue("BUILD_PROPERTY.RootNamespace", out var value) ? value : "Toys");
        var texts = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Where(static pair => pair.Right.GetOptions(pair.Left).TryGetValue("build_metadata.additionalfiles.toy", out var toy) && toy == "true")
            .Select(static (pair, _) => pair.Left)
            .WithTrackingName("Texts");
        var models = texts.Combine(rootNamespace)
            .Select((pair, cancellation) => new ToyModel(pair.Left.Path, FirstWord(pair.Left.GetText(cancellation)!.ToString()), pair.Right, hold?.Invoke(pair.Left)))
            .WithTrackingName("Models");

        if (watchesCompilation)
            context.RegisterSourceOutput(models.Combine(context.CompilationProvider), (production, pair) => Write(production, pair.Left));
        else
            context.RegisterSourceOutput(models, Write);
    }

    private static string FirstWord(string text) => text.Split('\n', '#')[0].Trim();

    private void Write(SourceProductionContext production, ToyModel model)
    {
        if (model.Class.Length > 0 && char.IsLower(model.Class[0]))
        {
            var lines = new LinePositionSpan(new LinePosition(0, 0), new LinePosition(0, model.Class.Length));
            production.ReportDiagnostic(Diagnostic.Create(LowerCase, Location.Create(model.Path, new TextSpan(0, model.Class.Length), lines), model.Class));
        }

        production.AddSource($"{Path.GetFileNameWithoutExtension(model.Path)}.g.cs", SourceText.From((render ?? Documented)(model), Encoding.UTF8));
    }
}

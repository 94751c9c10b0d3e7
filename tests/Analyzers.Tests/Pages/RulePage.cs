using PageMessagesGen.Analyzers.Tests.Support;
using PageMessagesGen.Analyzers.Usage;
using PageMessagesGen.Language.Tests.Support;
using PageMessagesGen.TestKit;
using PageMessagesGen.TestKit.Running;

namespace PageMessagesGen.Analyzers.Tests.Pages;

/// <summary>The page of something that an analyzer reports, with its code as a reader would use it.</summary>
internal sealed class RulePage
{
    // What the examples speak of without showing it.
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Text.Json;
        using System.Text.Json.Serialization;
        using System.Threading.Tasks;
        using PageMessagesGen;

        """;

    private readonly IReadOnlyList<Fence> _fences;

    private RulePage(string id)
    {
        Id = id;
        Text = File.ReadAllText(PathOf(id)).ReplaceLineEndings("\n");
        _fences = Fence.Of(Text);
    }

    public string Id { get; }

    public string Text { get; }

    /// <summary>The code that is reported.</summary>
    public Fence Broken => Assert.Single(_fences, f => f.Language == "csharp" && f.Info.EndsWith($" broken {Id}", StringComparison.Ordinal));

    /// <summary>The code that is not.</summary>
    public IReadOnlyList<Fence> Good => [.. _fences.Where(f => f.Language == "csharp" && f.Info.EndsWith(" part", StringComparison.Ordinal))];

    /// <summary>What a build says.</summary>
    public IReadOnlyList<string> Messages => Assert.Single(_fences, f => f.Info == "text").Text.TrimEnd().Split('\n');

    /// <summary>What the page writes into an <c>.editorconfig</c>.</summary>
    public (string Key, string Value) Setting
    {
        get
        {
            return Read(Assert.Single(_fences, f => f.Info == "ini").Text.TrimEnd().Split('\n')[^1]);
        }
    }

    /// <summary>The settings that are reported.</summary>
    public (string Key, string Value)[] BrokenSettings =>
        [.. Assert.Single(_fences, f => f.Info == $"ini broken {Id}").Text.TrimEnd().Split('\n').Where(line => line.Contains('=', StringComparison.Ordinal)).Select(Read)];

    public static RulePage Of(string id) => new(id);

    /// <summary>Gives what a build reports for the code of a page: <c>PMGnnnn: message</c>. The code must compile.</summary>
    public async Task<IReadOnlyList<string>> ReportedForAsync(Fence code, params (string Key, string Value)[] settings)
    {
        var run = PageMessagesProject.Run(Tune(ProjectOf(code), settings));
        Assert.Empty(run.CompileDiagnostics.Where(d => d.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error && !IsOfAnotherGenerator(d.Id)).Select(d => d.ToString()));
        var reported = await AnalyzerRun.ReportAsync(run, new RequestAnalyzer(), new LiteralTokenAnalyzer(), new JsonContextAnalyzer(), new RawJsonAnalyzer());
        return [.. reported.Select(Describe)];
    }

    /// <summary>Gives what a build reports for settings.</summary>
    public static async Task<IReadOnlyList<string>> ReportedForAsync((string Key, string Value)[] settings)
    {
        var run = PageMessagesProject.Run(Tune(PageMessagesProject.Referring("class Example { }"), settings));
        return [.. (await AnalyzerRun.ReportAsync(run, new RuleSettingsAnalyzer())).Select(Describe)];
    }

    private static GeneratorInput Tune(GeneratorInput project, (string Key, string Value)[] settings) => settings.Aggregate(project, (p, s) => p.WithEditorConfig(s.Key, s.Value));

    private static (string Key, string Value) Read(string line) => line.Split(" = ") is [var key, var value] ? (key, value) : default;

    private static string Describe(Microsoft.CodeAnalysis.Diagnostic diagnostic) => $"{diagnostic.Id}: {diagnostic.GetMessage(null)}";

    private static string PathOf(string id) =>
        Path.Combine(SourcePlaces.RepositoryOf(typeof(RulePage).Assembly), "docs", "rules", $"{id}.md");

    // The members of a context are written by the generator of System.Text.Json, which does not run here.
    private static bool IsOfAnotherGenerator(string id) => id == "CS0534";

    private GeneratorInput ProjectOf(Fence code)
    {
        if (code.Info.StartsWith("csharp types", StringComparison.Ordinal))
            return PageMessagesProject.Generating(Usings + code.Text);
        return _fences.FirstOrDefault(f => f.Info == "yaml schema") is { } schema
            ? PageMessagesProject.Generating(Method(code, "Greetings"), schema.Text)
            : PageMessagesProject.Referring(Method(code, "PageMessages"));
    }

    private static string Method(Fence code, string schemaNamespace)
    {
        var parameters = schemaNamespace == "PageMessages" && !code.Text.Contains("var customer", StringComparison.Ordinal) ? "Recipient customer, PageMessagesClient client" : "";
        return $$"""
            {{Usings}}
            using {{schemaNamespace}};

            static class Example
            {
                static async Task Show({{parameters}})
                {
            {{code.Text}}
                    await Task.CompletedTask;
                }
            }
            """;
    }
}

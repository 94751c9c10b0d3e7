using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace PageMessagesGen.Analyzers.Diagnostics;

/// <summary>
/// What the project's <c>.editorconfig</c> says of single rules: <c>page_messages.rule.message-tag-needs-tag.severity = warning</c>.
/// It wins over what is said of the id.
/// </summary>
internal static class RuleTuning
{
    /// <summary>Gives the severity of a rule in a file: null if it is switched off there.</summary>
    /// <param name="provider">The project's settings.</param>
    /// <param name="tree">The file.</param>
    /// <param name="id">The diagnostic.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="severity">What the schema says.</param>
    /// <param name="compilation">The project.</param>
    /// <param name="isTuned">Whether the settings of the id must not change the severity again.</param>
    public static DiagnosticSeverity? Find(
        AnalyzerConfigOptionsProvider provider, SyntaxTree tree, string id, string rule, DiagnosticSeverity severity, Compilation compilation, out bool isTuned)
    {
        isTuned = false;
        var options = provider.GetOptions(tree);
        if (!options.TryGetValue($"page_messages.rule.{rule}.severity", out var word))
            return severity;
        DiagnosticSeverity? tuned = word.Trim().ToLowerInvariant() switch
        {
            "error" => DiagnosticSeverity.Error,
            "warning" => DiagnosticSeverity.Warning,
            "suggestion" => DiagnosticSeverity.Info,
            "silent" => DiagnosticSeverity.Hidden,
            "none" => null,
            _ => severity,
        };
        isTuned = tuned is not null && IsTuned(id, tree, compilation.Options);
        return tuned;
    }

    private static bool IsTuned(string id, SyntaxTree tree, CompilationOptions options) =>
        options.SpecificDiagnosticOptions.ContainsKey(id)
        || (options.SyntaxTreeOptionsProvider is { } files
            && (files.TryGetDiagnosticValue(tree, id, default, out _) || files.TryGetGlobalDiagnosticValue(id, default, out _)));
}

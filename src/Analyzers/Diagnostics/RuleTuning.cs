using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace PageMessagesGen.Analyzers.Diagnostics;

/// <summary>
/// What the project's <c>.editorconfig</c> says of single rules: <c>page_messages.rule.message-tag-needs-tag.severity = warning</c>.
/// It wins over what is said of the id.
/// </summary>
internal static class RuleTuning
{
    /// <summary>What stands before the name of a rule.</summary>
    public const string Prefix = "page_messages.rule.";

    /// <summary>What stands behind it.</summary>
    public const string Suffix = ".severity";

    /// <summary>The words for how bad something is.</summary>
    public const string Words = "error, warning, suggestion, silent or none";

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
        if (!options.TryGetValue($"{Prefix}{rule}{Suffix}", out var word) || !TryRead(word, out var tuned))
            return severity;
        isTuned = tuned is not null && IsTuned(id, tree, compilation.Options);
        return tuned;
    }

    /// <summary>Reads a word for how bad something is.</summary>
    /// <param name="word">The word.</param>
    /// <param name="severity">What it says: null for nothing at all.</param>
    /// <returns>False if there is no such word.</returns>
    public static bool TryRead(string word, out DiagnosticSeverity? severity)
    {
        (var isKnown, severity) = word.Trim().ToLowerInvariant() switch
        {
            "error" => (true, DiagnosticSeverity.Error),
            "warning" => (true, DiagnosticSeverity.Warning),
            "suggestion" => (true, DiagnosticSeverity.Info),
            "silent" => (true, DiagnosticSeverity.Hidden),
            "none" => (true, null),
            _ => (false, (DiagnosticSeverity?)null),
        };
        return isKnown;
    }

    private static bool IsTuned(string id, SyntaxTree tree, CompilationOptions options) =>
        options.SpecificDiagnosticOptions.ContainsKey(id)
        || (options.SyntaxTreeOptionsProvider is { } files
            && (files.TryGetDiagnosticValue(tree, id, default, out _) || files.TryGetGlobalDiagnosticValue(id, default, out _)));
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace PageMessagesGen.Analyzers.Diagnostics;

/// <summary>
/// Reads the settings of single rules in the <c>.editorconfig</c>: <c>page_messages.rule.message-tag-needs-tag.severity = warning</c>.
/// They take precedence over those of the id.
/// </summary>
internal static class RuleTuning
{
    /// <summary>The prefix before the name of a rule.</summary>
    public const string Prefix = "page_messages.rule.";

    /// <summary>The suffix after the name of a rule.</summary>
    public const string Suffix = ".severity";

    /// <summary>The valid severities.</summary>
    public const string Words = "error, warning, suggestion, silent or none";

    /// <summary>Gets the severity of a rule in a file; null if it is disabled there.</summary>
    /// <param name="provider">The settings of the project.</param>
    /// <param name="tree">The file.</param>
    /// <param name="id">The id of the diagnostic.</param>
    /// <param name="rule">The name of the rule.</param>
    /// <param name="severity">The severity in the schema.</param>
    /// <param name="compilation">The compilation of the project.</param>
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

    /// <summary>Parses a severity.</summary>
    /// <param name="word">The word.</param>
    /// <param name="severity">The severity; null for <c>none</c>.</param>
    /// <returns><see langword="false"/> if the word is not a valid severity.</returns>
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

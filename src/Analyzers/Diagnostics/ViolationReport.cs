using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PageMessagesGen.Analyzers.Validation;
using PageMessagesGen.Analyzers.Values;

namespace PageMessagesGen.Analyzers.Diagnostics;

/// <summary>Creates the diagnostics of violations.</summary>
internal static class ViolationReport
{
    /// <summary>Creates the diagnostics of an object, without those that the project has switched off.</summary>
    /// <param name="violations">The violations.</param>
    /// <param name="value">The object.</param>
    /// <param name="validated">The operation that was validated: a creation, a <c>with</c> expression or an argument.</param>
    /// <param name="options">The settings of the project.</param>
    /// <param name="compilation">The project.</param>
    public static IEnumerable<Diagnostic> Create(IEnumerable<RequestViolation> violations, ObjectValue value, IOperation validated, AnalyzerOptions options, Compilation compilation)
    {
        foreach (var violation in violations)
        {
            var location = DiagnosticLocations.Of(value, violation.Trigger, validated);
            var severity = RuleTuning.Find(
                options.AnalyzerConfigOptionsProvider, location.SourceTree!, violation.Id, violation.Rule, SeverityOf(violation.Severity), compilation, out var isTuned);
            if (severity is not { } effective || (isTuned && PragmaWarnings.IsDisabled(location, violation.Id)))
                continue;
            var properties = ImmutableDictionary<string, string?>.Empty.Add("rule", violation.Rule).Add("member", violation.Member);
            if (violation.Values.Length > 0)
                properties = properties.Add("values", violation.Values);
            yield return Diagnostic.Create(RuleDescriptors.For(violation.Id, isTuned), location, effective, null, properties, violation.Message, violation.Rule);
        }
    }

    private static DiagnosticSeverity SeverityOf(RuleSeverity severity) => severity switch
    {
        RuleSeverity.Error => DiagnosticSeverity.Error,
        RuleSeverity.Warning => DiagnosticSeverity.Warning,
        _ => DiagnosticSeverity.Info,
    };
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PageMessagesGen.Analyzers.Judging;
using PageMessagesGen.Analyzers.Values;

namespace PageMessagesGen.Analyzers.Diagnostics;

/// <summary>Makes diagnostics of what was found.</summary>
internal static class FindingReport
{
    /// <summary>Gives the diagnostics of an object, less those that the project has switched off.</summary>
    /// <param name="findings">What was found.</param>
    /// <param name="value">The object.</param>
    /// <param name="judged">What was judged: a creation, a copy with changes, an argument.</param>
    /// <param name="options">The project's settings.</param>
    /// <param name="compilation">The project.</param>
    public static IEnumerable<Diagnostic> Of(IEnumerable<Finding> findings, ObjectValue value, IOperation judged, AnalyzerOptions options, Compilation compilation)
    {
        foreach (var finding in findings)
        {
            var location = Places.Of(value, finding.Trigger, judged);
            var severity = RuleTuning.Find(
                options.AnalyzerConfigOptionsProvider, location.SourceTree!, finding.Id, finding.Rule, finding.Severity, compilation, out var isTuned);
            if (severity is not { } effective || (isTuned && PragmaWarnings.IsDisabled(location, finding.Id)))
                continue;
            var properties = ImmutableDictionary<string, string?>.Empty.Add("rule", finding.Rule).Add("member", finding.Member);
            if (finding.Values.Length > 0)
                properties = properties.Add("values", finding.Values);
            yield return Diagnostic.Create(RuleDescriptors.For(finding.Id, isTuned), location, effective, null, properties, Sentences(finding), finding.Rule);
        }
    }

    private static string Sentences(Finding finding) => finding.Because.Length == 0 ? $"{finding.Demand}." : $"{finding.Demand}. {finding.Because}";
}

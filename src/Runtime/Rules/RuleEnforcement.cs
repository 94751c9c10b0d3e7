using System.Collections.Frozen;
using System.Diagnostics;

namespace PageMessagesGen.Rules;

/// <summary>What one client does about rules, as its options were when it was made.</summary>
internal sealed class RuleEnforcement(GraphApiOptions options)
{
    private readonly ValidationMode _mode = options.Validation;
    private readonly Action<IReadOnlyList<RuleViolation>>? _report = options.OnViolations;
    private readonly FrozenSet<string>? _leftOut = options.IgnoredRules.Count == 0 ? null : options.IgnoredRules.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Judges a request before it is sent.</summary>
    /// <param name="body">The request.</param>
    /// <param name="judge">Judges it.</param>
    /// <param name="platform">Where it is sent; null if that is not known.</param>
    /// <exception cref="GraphApiException">It may not be sent.</exception>
    public void Apply<TBody>(TBody body, RuleJudge<TBody> judge, string? platform)
    {
        if (_mode == ValidationMode.Off)
            return;
        var check = new RuleCheck(platform, _leftOut);
        judge(ref check, body);
        if (check.HasViolations)
            Act(check.Violations);
    }

    private void Act(IReadOnlyList<RuleViolation> found)
    {
        if (_mode == ValidationMode.Warn)
        {
            if (_report is not null)
                _report(found);
            else
                found.ToList().ForEach(Write);
            return;
        }

        var errors = found.Where(v => v.Severity == RuleSeverity.Error).ToList();
        if (errors.Count < found.Count)
            _report?.Invoke([.. found.Where(v => v.Severity != RuleSeverity.Error)]);
        if (errors.Count > 0)
            throw new GraphApiException(errors);
    }

    private static void Write(RuleViolation violation) =>
        Trace.TraceWarning("A request breaks the rule {0} ({1}) at {2}: {3}", violation.Rule, violation.Severity, violation.Path, violation.Message);
}

using System.Collections.Frozen;
using System.Diagnostics;
using PageMessagesGen.Generated;

namespace PageMessagesGen.Rules;

/// <summary>What a client does about violations, as its options were when it was created.</summary>
internal sealed class ValidationPolicy(GraphApiOptions options)
{
    private readonly ValidationMode _mode = options.Validation;
    private readonly Action<IReadOnlyList<RuleViolation>>? _report = options.OnViolations;
    private readonly FrozenSet<string>? _ignored = options.IgnoredRules.Count == 0 ? null : options.IgnoredRules.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Validates a request before it is sent.</summary>
    /// <param name="request">The request.</param>
    /// <param name="description">The description of its type.</param>
    /// <param name="platform">The platform that it is sent to; null if it is not known.</param>
    /// <exception cref="GraphApiException">It must not be sent.</exception>
    public void Apply(object request, RecordDescription description, string? platform)
    {
        if (_mode == ValidationMode.Off)
            return;
        var violations = ValidationContext.Validate(request, description, platform, _ignored);
        if (violations.Count > 0 && Act(violations, _mode) is { } failure)
            throw failure;
    }

    /// <summary>Acts on violations that were found after the request itself was validated.</summary>
    /// <param name="violations">The violations.</param>
    /// <param name="mode">What is done about them.</param>
    /// <exception cref="GraphApiException">The request must not be sent.</exception>
    public void Apply(IReadOnlyList<RuleViolation> violations, ValidationMode mode)
    {
        if (mode == ValidationMode.Off)
            return;
        var enforced = _ignored is null ? violations : [.. violations.Where(v => !_ignored.Contains(v.Rule))];
        if (enforced.Count > 0 && Act(enforced, mode) is { } failure)
            throw failure;
    }

    /// <summary>Begins to validate the parameters of a call.</summary>
    public ValidationContext Begin(string? platform) => new(platform, _ignored);

    /// <summary>Acts on the violations of parameters.</summary>
    /// <returns>The exception with which the call ends before it is made; null if it can be made.</returns>
    public GraphApiException? End(ValidationContext context) =>
        _mode != ValidationMode.Off && context.Violations.Count > 0 ? Act(context.Violations, _mode) : null;

    private GraphApiException? Act(IReadOnlyList<RuleViolation> violations, ValidationMode mode)
    {
        if (mode == ValidationMode.Warn)
        {
            Report(violations);
            return null;
        }

        var errors = violations.Where(v => v.Severity == RuleSeverity.Error).ToList();
        if (errors.Count < violations.Count)
            Report([.. violations.Where(v => v.Severity != RuleSeverity.Error)]);
        return errors.Count > 0 ? new GraphApiException(errors) : null;
    }

    private void Report(IReadOnlyList<RuleViolation> violations)
    {
        if (_report is not null)
            _report(violations);
        else
            violations.ToList().ForEach(Write);
    }

    private static void Write(RuleViolation violation) =>
        Trace.TraceWarning("A request violates the rule {0} ({1}) at {2}: {3}", violation.Rule, violation.Severity, violation.Path, violation.Message);
}

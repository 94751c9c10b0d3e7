using System.ComponentModel;

namespace PageMessagesGen.Generated;

/// <summary>The time after a customer's last action in which messages of a kind can be sent. Generated clients use it.</summary>
/// <param name="name">The name of the window.</param>
/// <param name="hours">Its length.</param>
/// <param name="when">The conditions under which a message is of the kind, as in <see cref="RuleAttribute"/>.</param>
/// <param name="severity">How bad it is to send one later.</param>
/// <param name="reason">Why it is bad.</param>
/// <exception cref="ArgumentException">The text is no condition.</exception>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class WindowDescription(string name, int hours, string when, RuleSeverity severity, string reason)
{
    private static readonly RuleEvaluator<RecordDomain, MemberValue> Evaluator = new(default);

    private readonly EquatableArray<RuleCondition> _when = RuleParser.ParseConditions(when) is { Count: > 0 } conditions ? conditions : throw new ArgumentException($"'{when}' is no condition.", nameof(when));

    /// <summary>Gets the window.</summary>
    internal MessagingWindow Window { get; } = new(name, hours);

    /// <summary>Determines whether a message is of the kind.</summary>
    /// <param name="body">The body of the call.</param>
    /// <param name="description">The description of the body.</param>
    internal bool Includes(object body, RecordDescription description) => Evaluator.Hold(MemberValue.Inside(body, description), _when);

    /// <summary>Creates the violation of a message that is sent later.</summary>
    /// <param name="state">When the window has closed, and what is open.</param>
    internal RuleViolation Violation(string state) => new(name, severity, _when[0].Path.Text, $"{state} {reason}");
}

using System.ComponentModel;

namespace PageMessagesGen.Generated;

/// <summary>How often the calls of an operation may be made for a Page. Generated clients use it.</summary>
/// <param name="name">The name of the rate.</param>
/// <param name="calls">The number of calls.</param>
/// <param name="seconds">The time in which they may be made.</param>
/// <param name="when">The conditions under which a call counts, as in <see cref="RuleAttribute"/>; empty if each one does.</param>
/// <exception cref="ArgumentException">The text is no condition.</exception>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RateDescription(string name, int calls, int seconds, string when = "")
{
    private static readonly RuleEvaluator<RecordDomain, MemberValue> Evaluator = new(default);

    /// <summary>Gets the rate.</summary>
    internal CallRate Rate { get; } = new(name, calls, TimeSpan.FromSeconds(seconds));

    /// <summary>Gets the conditions under which a call counts.</summary>
    internal EquatableArray<RuleCondition> When { get; } = RuleParser.ParseConditions(when) ?? throw new ArgumentException($"'{when}' is no condition.", nameof(when));

    /// <summary>Determines whether a call counts.</summary>
    /// <param name="body">The body of the call.</param>
    /// <param name="description">The description of the body.</param>
    internal bool Includes(object body, RecordDescription description) => When.Count == 0 || Evaluator.Hold(MemberValue.Inside(body, description), When);
}

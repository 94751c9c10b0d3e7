using System.Globalization;

namespace PageMessagesGen.Rules;

/// <summary>
/// Writes rules in the text that generated code carries: <c>require tag when messaging_type: MESSAGE_TAG</c>.
/// <see cref="RuleParser"/> reads it.
/// </summary>
internal static class RuleWriter
{
    /// <summary>Writes what a rule demands, when and where. Name, severity, reason and fix are not part of it.</summary>
    public static string Write(Rule rule)
    {
        var when = rule.When.Count == 0 ? "" : $" when {Write(rule.When)}";
        var platforms = rule.Platforms.Count == 0 ? "" : $" on {Join(rule.Platforms.Select(Token))}";
        return $"{RuleWords.Of(rule.Kind)} {Join(rule.Targets.Select(Write))}{when}{platforms}";
    }

    /// <summary>Writes conditions: <c>content_type: TEXT and image_url: absent</c>.</summary>
    public static string Write(EquatableArray<RuleCondition> conditions) => string.Join(" and ", conditions.Select(Write));

    /// <summary>Writes limits: <c>min-characters 1, max-characters 20</c>.</summary>
    public static string Write(EquatableArray<Limit> limits) => Join(limits.Select(Write));

    private static string Write(Limit limit) =>
        $"{RuleWords.Of(limit.Kind)} {limit.Format?.Name ?? limit.Number.ToString(CultureInfo.InvariantCulture)}";

    private static string Write(RuleTarget target) =>
        $"{Token(target.Path.Text)}{(target.Values.Count == 0 ? "" : $": {Write(target.Values)}")}{(target.Limits.Count == 0 ? "" : $" {{{Write(target.Limits)}}}")}";

    private static string Write(RuleCondition condition) => $"{Token(condition.Path.Text)}: " + condition.Test switch
    {
        ConditionTest.Present => RuleWords.Present,
        ConditionTest.Absent => RuleWords.Absent,
        _ => Write(condition.Values),
    };

    private static string Write(EquatableArray<string> values) => values.Count == 1 ? Token(values[0]) : $"[{Join(values.Select(Token))}]";

    private static string Token(string text) => text.Length > 0 && text.All(RuleWords.IsPlain) && !RuleWords.Reserved.Contains(text)
        ? text
        : $"\"{text.Replace("\\", "\\\\").Replace("\"", "\\\"")}\"";

    private static string Join(IEnumerable<string> parts) => string.Join(", ", parts);
}

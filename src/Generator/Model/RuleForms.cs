using System.Text.RegularExpressions;
using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Generator.Model;

/// <summary>Writes conditions and targets of rules in the form that attributes have them in: <c>content_type: TEXT and image_url: absent</c>.</summary>
internal static class RuleForms
{
    private static readonly Regex Plain = new(@"^[A-Za-z0-9_.\-/]+\z", RegexOptions.CultureInvariant);

    public static string Describe(IEnumerable<RuleCondition> conditions) => string.Join(" and ", conditions.Select(Describe));

    public static string Describe(RuleTarget target) => target.Values.Count == 0 ? target.Path.ToString() : $"{target.Path}: {Values(target.Values)}";

    private static string Describe(RuleCondition condition) => condition.Test switch
    {
        ConditionTest.Present => $"{condition.Path}: present",
        ConditionTest.Absent => $"{condition.Path}: absent",
        _ => $"{condition.Path}: {Values(condition.Values)}",
    };

    private static string Values(EquatableArray<string> values) =>
        values.Count == 1 ? Value(values[0]) : $"[{string.Join(", ", values.Select(Value))}]";

    // What could be taken for a part of the form stands in quotes.
    private static string Value(string value) => Plain.IsMatch(value) && value is not ("and" or "present" or "absent")
        ? value
        : $"\"{value.Replace("\\", "\\\\").Replace("\"", "\\\"")}\"";
}

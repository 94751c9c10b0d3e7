using System.Text;

namespace PageMessagesGen.Generated;

/// <content>The violations, and where they are.</content>
public ref partial struct ValidationContext
{
    private bool Require(MemberDescription member)
    {
        if (member.IsRequired)
            Report(BuiltInRules.Required, RuleSeverity.Error, member.Name, $"'{member.Name}' {Messages.Required}");
        return false;
    }

    // Whatever the severity of the member's own limits is, the string would not arrive as it is.
    private bool Unicode(string name, string value)
    {
        if (!Limit.Unicode.IsExceededBy(value))
            return true;
        Report(Limit.Unicode.Rule, RuleSeverity.Error, name, $"'{(name.Length > 0 ? name : Here.ToString())}' {Messages.Describe(Limit.Unicode)}.");
        return false;
    }

    private void Exceed(MemberDescription member, Limit limit) =>
        Report(limit.Rule, member.LimitSeverity, member.Name, $"'{member.Name}' {Messages.Describe(limit)}.");

    private void ExceedElement(MemberDescription member, Limit limit) =>
        Report(limit.Rule, member.LimitSeverity, "", $"'{Here.ToString()}' {Messages.Describe(limit)}.");

    private void Enum(string name, EnumDescription type, int index)
    {
        if (index < 0)
            Report(BuiltInRules.UnknownValue, RuleSeverity.Error, name, $"'{(name.Length > 0 ? name : Here.ToString())}' {Messages.UndefinedValue}");
        else if (type[index] is { Availability: { } availability } found)
            Report(availability, name, found.Name);
    }

    private void ReportNull() => Report(BuiltInRules.Null, RuleSeverity.Error, "", $"'{Here.ToString()}' {Messages.Null}");

    private void Report(Availability availability, string name, string? value)
    {
        if (availability.IsMissingOn(_platform))
            Report(BuiltInRules.Platform, RuleSeverity.Warning, name, $"{value ?? $"'{name}'"} {Messages.Unavailable(availability, _platform!)}");
        if (availability.Retirement is { } retirement)
            Report(retirement.Rule, retirement.Severity, name, $"{value ?? $"'{name}'"} {Messages.Retired(retirement)}");
    }

    private void Report(string rule, RuleSeverity severity, string path, string message)
    {
        if (_ignored?.Contains(rule) != true)
            (_violations ??= []).Add(new RuleViolation(rule, severity, Place(path), message));
    }

    private string Place(string name)
    {
        var path = new StringBuilder();
        for (var level = 0; level < _depth; level++)
        {
            // An inner list adds only its index.
            var step = LevelAt(level).ToString();
            path.Append(level > 0 && step.Length > 0 && step[0] != '[' ? "." : "").Append(step);
        }

        if (name.Length > 0)
            path.Append(path.Length > 0 ? "." : "").Append(name);
        return path.ToString();
    }
}

using PageMessagesGen.Analyzers.Diagnostics;
using PageMessagesGen.Analyzers.Rules;
using PageMessagesGen.Analyzers.Values;

namespace PageMessagesGen.Analyzers.Validation;

/// <summary>Validates each member of an object: its limits, its values and its availability.</summary>
internal static class MemberValidator
{
    /// <summary>Adds the violations on every platform.</summary>
    public static void Validate(ObjectValue value, TypeRules type, ref List<RequestViolation>? violations)
    {
        foreach (var set in value.Members)
        {
            if (type.Members.TryGetValue(set.Key, out var member) && !IsSound(set.Value.Value, member))
                (violations ??= []).AddRange(Validate(set.Value.Value, member));
        }
    }

    /// <summary>Finds the members and values that a platform does not have.</summary>
    public static IEnumerable<RequestViolation> ValidatePlatform(ObjectValue value, TypeRules type, string platform)
    {
        foreach (var set in value.Members)
        {
            if (!type.Members.TryGetValue(set.Key, out var member))
                continue;
            if (member.Availability.IsMissingOn(platform) && set.Value.Value.IsPresent == true)
                yield return Unavailable(member, $"'{member.Name}'", member.Availability, platform);
            else if (AnyElement(set.Value.Value, v => v is UnknownValue ? null : AvailabilityOf(v)?.IsMissingOn(platform) == true) == true)
                yield return Unavailable(member, $"The value of '{member.Name}'", RestrictedAvailabilityOf(set.Value.Value), platform);
        }
    }

    // Most members demand nothing that such a value could violate.
    private static bool IsSound(Value value, MemberRules member)
    {
        if (member.Availability.Retirement is not null
            || value is not (TextValue or BooleanValue or NumberValue or ObjectValue or UnknownValue or EnumValue { SchemaName: not null, Availability.Retirement: null }))
        {
            return false;
        }

        foreach (var limit in member.Limits)
        {
            if (Exceeds(value, limit))
                return false;
        }

        return true;
    }

    private static bool Exceeds(Value value, Limit limit) => default(StaticDomain).Exceeds(value, limit) == true;

    private static IEnumerable<RequestViolation> Validate(Value value, MemberRules member)
    {
        if (member.IsRequired && value.IsPresent == false)
            yield return Violation(DiagnosticIds.Require, BuiltInRules.Required, RuleSeverity.Error, $"'{member.Name}' {Messages.Null} An object without it is refused.", member);
        if (!member.IsJson && value is ListValue list && list.Elements.Any(element => element.IsPresent == false))
            yield return Violation(DiagnosticIds.Require, BuiltInRules.Null, RuleSeverity.Error, $"An element of '{member.Name}' {Messages.Null} The server refuses null.", member);
        if (AnyElement(value, v => v is UnknownValue ? null : v is EnumValue { SchemaName: null }) == true)
            yield return Violation(DiagnosticIds.UnknownValue, BuiltInRules.UnknownValue, RuleSeverity.Error, $"'{member.Name}' {Messages.UndefinedValue}", member);
        foreach (var limit in ExceededLimits(value, member))
        {
            var subject = value is ListValue && !limit.IsOfList ? $"An element of '{member.Name}'" : $"'{member.Name}'";
            yield return Violation(DiagnosticIds.Of(limit), limit.Rule, member.LimitSeverity, $"{subject} {Messages.Describe(limit)}.", member);
        }

        foreach (var violation in ValidateRetirement(value, member))
            yield return violation;
    }

    private static IEnumerable<Limit> ExceededLimits(Value value, MemberRules member) => member.Limits.Count == 0
        ? []
        : member.Limits.Where(limit => IsExceeded(value, limit)).GroupBy(limit => limit.Rule).Select(limits => limits.First());

    private static bool IsExceeded(Value value, Limit limit) => value is ListValue && !limit.IsOfList
        ? AnyElement(value, element => default(StaticDomain).Exceeds(element, limit)) == true
        : ThreeValuedLogic.Agreed(value, v => default(StaticDomain).Exceeds(v, limit)) == true;

    private static IEnumerable<RequestViolation> ValidateRetirement(Value value, MemberRules member)
    {
        if (member.Availability.Retirement is { } ownRetirement && value.IsPresent == true)
            yield return Retired($"'{member.Name}'", ownRetirement, member);
        if (value is TextValue or ObjectValue or UnknownValue)
            yield break;
        foreach (var isRefusal in new[] { true, false })
        {
            if (AnyElement(value, v => v is UnknownValue ? null : AvailabilityOf(v)?.Retirement?.IsRefusal == isRefusal) == true)
                yield return Retired(NamesOfRetired(value, isRefusal), LeastSevere(value, isRefusal), member);
        }
    }

    private static Retirement LeastSevere(Value value, bool isRefusal) => Alternatives(value)
        .Select(v => AvailabilityOf(v)?.Retirement)
        .OfType<Retirement>()
        .Where(retirement => retirement.IsRefusal == isRefusal)
        .OrderBy(retirement => retirement.Severity)
        .First();

    private static string NamesOfRetired(Value value, bool isRefusal) => string.Join(
        " and ", Alternatives(value).OfType<EnumValue>().Where(v => v.Availability.Retirement?.IsRefusal == isRefusal).Select(v => v.SchemaName!).Distinct());

    private static Availability? AvailabilityOf(Value value) => (value as EnumValue)?.Availability;

    private static Availability RestrictedAvailabilityOf(Value value) =>
        Alternatives(value).Select(AvailabilityOf).OfType<Availability>().First(availability => availability.Platforms.Count > 0);

    private static IEnumerable<Value> Alternatives(Value value) =>
        (value is ListValue list ? list.Elements : [value]).SelectMany(element => element.Alternatives);

    private static bool? AnyElement(Value value, Func<Value, bool?> test) => value is ListValue list
        ? ThreeValuedLogic.Any(list.Elements, element => ThreeValuedLogic.Agreed(element, test))
        : ThreeValuedLogic.Agreed(value, test);

    private static RequestViolation Unavailable(MemberRules member, string subject, Availability availability, string platform) =>
        Violation(DiagnosticIds.Platform, BuiltInRules.Platform, RuleSeverity.Warning, $"{subject} {Messages.Unavailable(availability, platform)}", member);

    private static RequestViolation Retired(string subject, Retirement retirement, MemberRules member) =>
        Violation(DiagnosticIds.Retired, retirement.Rule, retirement.Severity, $"{subject} {Messages.Retired(retirement)}", member);

    private static RequestViolation Violation(string id, string rule, RuleSeverity severity, string message, MemberRules member) =>
        new(id, rule, severity, message, member.Name, "", member.Name, IsMissing: false, [member.Name]);
}

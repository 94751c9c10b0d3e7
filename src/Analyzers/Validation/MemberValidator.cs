using System.Collections.Immutable;
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
                (violations ??= []).AddRange(Validate(set.Value.Value, member, SubjectOf(member, type)));
        }

        if (type.Envelope is { Availability.Retirement: { } retirement } envelope)
            (violations ??= []).Add(Retired($"'{envelope.Value}'", retirement, envelope.Name));
    }

    /// <summary>Finds the members and values that a platform does not have.</summary>
    public static IEnumerable<RequestViolation> ValidatePlatform(ObjectValue value, TypeRules type, string platform)
    {
        if (type.Envelope is { } envelope && envelope.Availability.IsMissingOn(platform))
            yield return Unavailable(envelope.Name, $"'{envelope.Value}'", envelope.Availability, platform);
        foreach (var set in value.Members)
        {
            if (!type.Members.TryGetValue(set.Key, out var member))
                continue;
            if (member.Availability.IsMissingOn(platform) && set.Value.Value.IsPresent == true)
                yield return Unavailable(member.Name, SubjectOf(member, type), member.Availability, platform);
            else if (AnyElement(set.Value.Value, v => v is UnknownValue ? null : AvailabilityOf(v)?.IsMissingOn(platform) == true) == true)
                yield return Unavailable(member.Name, $"The value of '{member.Name}'", RestrictedAvailabilityOf(set.Value.Value), platform);
        }
    }

    // Most members demand nothing that such a value could violate.
    private static bool IsSound(Value value, MemberRules member)
    {
        if (member.Availability.Retirement is not null)
            return false;
        return value is ListValue list
            ? !ExceedsAny(list, member.Limits, areOfList: true) && AreSound(list.Elements, member)
            : IsSoundElement(value, member);
    }

    private static bool AreSound(ImmutableArray<Value> values, MemberRules member)
    {
        foreach (var value in values)
        {
            if (!IsSoundElement(value, member))
                return false;
        }

        return true;
    }

    private static bool IsSoundElement(Value value, MemberRules member) => value switch
    {
        ChoiceValue => AreSound(value.Alternatives, member),
        TextValue or BooleanValue or NumberValue or ObjectValue or UnknownValue or EnumValue { SchemaName: not null, Availability.Retirement: null } =>
            !ExceedsAny(value, member.Limits, areOfList: false) && !Exceeds(value, Limit.Unicode),
        _ => false,
    };

    private static bool ExceedsAny(Value value, EquatableArray<Limit> limits, bool areOfList)
    {
        foreach (var limit in limits)
        {
            if (limit.IsOfList == areOfList && Exceeds(value, limit))
                return true;
        }

        return false;
    }

    private static bool Exceeds(Value value, Limit limit) => default(StaticDomain).Exceeds(value, limit) == true;

    // What selects a shape is not a member that is set, so its value is named.
    private static string SubjectOf(MemberRules member, TypeRules type) => type.Discriminator is var (name, value) && name == member.Name ? $"'{value}'" : $"'{member.Name}'";

    private static IEnumerable<RequestViolation> Validate(Value value, MemberRules member, string subject)
    {
        if (member.IsRequired && value.IsPresent == false)
            yield return Violation(DiagnosticIds.Require, BuiltInRules.Required, RuleSeverity.Error, $"{subject} {Messages.Null} An object without it is refused.", member.Name);
        if (!member.IsJson && value is ListValue list && list.Elements.Any(element => element.IsPresent == false))
            yield return Violation(DiagnosticIds.Require, BuiltInRules.Null, RuleSeverity.Error, $"An element of {subject} {Messages.Null} The server refuses null.", member.Name);
        if (AnyElement(value, v => v is UnknownValue ? null : v is EnumValue { SchemaName: null }) == true)
            yield return Violation(DiagnosticIds.UnknownValue, BuiltInRules.UnknownValue, RuleSeverity.Error, $"{subject} {Messages.UndefinedValue}", member.Name);
        if (AnyElement(value, v => v is UnknownValue ? null : v is MapValue map && map.Names.Any(name => Limit.Unicode.IsExceededBy(name))) == true)
            yield return Violation(DiagnosticIds.Format, BuiltInRules.Format, RuleSeverity.Error, Messages.HalvedName, member.Name);
        foreach (var limit in ExceededLimits(value, member))
        {
            var limited = value is ListValue && !limit.IsOfList ? $"An element of {subject}" : subject;
            var severity = limit == Limit.Unicode ? RuleSeverity.Error : member.LimitSeverity;
            yield return Violation(DiagnosticIds.Of(limit), limit.Rule, severity, $"{limited} {Messages.Describe(limit)}.", member.Name);
        }

        foreach (var violation in ValidateRetirement(value, member, subject))
            yield return violation;
    }

    // A text that is not Unicode has no other format either, and only that is reported.
    private static IEnumerable<Limit> ExceededLimits(Value value, MemberRules member) =>
        member.Limits.Prepend(Limit.Unicode).Where(limit => IsExceeded(value, limit)).GroupBy(limit => limit.Rule).Select(limits => limits.First());

    private static bool IsExceeded(Value value, Limit limit) => value is ListValue && !limit.IsOfList
        ? AnyElement(value, element => default(StaticDomain).Exceeds(element, limit)) == true
        : ThreeValuedLogic.Agreed(value, v => default(StaticDomain).Exceeds(v, limit)) == true;

    private static IEnumerable<RequestViolation> ValidateRetirement(Value value, MemberRules member, string subject)
    {
        if (member.Availability.Retirement is { } ownRetirement && value.IsPresent == true)
            yield return Retired(subject, ownRetirement, member.Name);
        if (value is TextValue or ObjectValue or UnknownValue)
            yield break;
        foreach (var isRefusal in new[] { true, false })
        {
            if (AnyElement(value, v => v is UnknownValue ? null : AvailabilityOf(v)?.Retirement?.IsRefusal == isRefusal) == true)
                yield return Retired(NamesOfRetired(value, isRefusal), LeastSevere(value, isRefusal), member.Name);
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

    private static RequestViolation Unavailable(string member, string subject, Availability availability, string platform) =>
        Violation(DiagnosticIds.Platform, BuiltInRules.Platform, RuleSeverity.Warning, $"{subject} {Messages.Unavailable(availability, platform)}", member);

    private static RequestViolation Retired(string subject, Retirement retirement, string member) =>
        Violation(DiagnosticIds.Retired, retirement.Rule, retirement.Severity, $"{subject} {Messages.Retired(retirement)}", member);

    private static RequestViolation Violation(string id, string rule, RuleSeverity severity, string message, string member) =>
        new(id, rule, severity, message, member, "", member, IsMissing: false, [member]);
}

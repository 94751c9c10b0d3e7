using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PageMessagesGen.Analyzers.Diagnostics;
using PageMessagesGen.Analyzers.Rules;
using PageMessagesGen.Analyzers.Values;
using PageMessagesGen.Rules;

namespace PageMessagesGen.Analyzers.Judging;

/// <summary>Judges the members of an object by what each of them demands by itself.</summary>
internal static class MemberJudge
{
    /// <summary>Finds what holds on every platform.</summary>
    public static IEnumerable<Finding> Judge(ObjectValue value, TypeRules type)
    {
        foreach (var set in value.Members)
        {
            if (!type.Members.TryGetValue(set.Key, out var member) || IsUnlimited(set.Value.Value, member))
                continue;
            foreach (var finding in Judge(set.Value.Value, member))
                yield return finding;
        }
    }

    /// <summary>Finds what does not exist on a platform.</summary>
    public static IEnumerable<Finding> JudgePlatform(ObjectValue value, TypeRules type, string platform)
    {
        foreach (var set in value.Members)
        {
            if (!type.Members.TryGetValue(set.Key, out var member))
                continue;
            if (IsElsewhere(member.Availability, platform) && set.Value.Value.IsPresent == true)
                yield return Elsewhere(member, $"'{member.Name}'", member.Availability, platform);
            else if (AnyElement(set.Value.Value, element => Truth.Agreed(element, v => IsElsewhere(v, platform))) == true)
                yield return Elsewhere(member, $"The value of '{member.Name}'", AvailabilityOf(set.Value.Value)!, platform);
        }
    }

    // Of most members nothing is asked that such a value could fail.
    private static bool IsUnlimited(Value value, MemberRules member) =>
        member.Limits.IsEmpty && member.Availability.Retirement is null && value is (TextValue or BooleanValue or NumberValue or ObjectValue or UnknownValue or EnumValue { SchemaName: not null, Availability.Retirement: null });

    private static IEnumerable<Finding> Judge(Value value, MemberRules member)
    {
        if (member.IsRequired && value.IsPresent == false)
            yield return Found(DiagnosticIds.Require, BuiltInRules.Required, DiagnosticSeverity.Error, $"'{member.Name}' must not be null", "An object without it is refused.", member);
        if (value is ListValue list && list.Elements.Any(element => element.IsPresent == false))
            yield return Found(DiagnosticIds.Require, BuiltInRules.Null, DiagnosticSeverity.Error, $"No element of '{member.Name}' may be null", "The server refuses null.", member);
        if (AnyElement(value, element => Truth.Agreed(element, IsUndefined)) == true)
            yield return Found(DiagnosticIds.UnknownValue, BuiltInRules.UnknownValue, DiagnosticSeverity.Error, $"The value of '{member.Name}' is none of its enum", "The server knows no other values.", member);
        foreach (var limits in BeyondLimits(value, member))
            yield return Found(LimitText.Id(limits.First()), limits.Key, limits.First().Severity, $"'{member.Name}' must {LimitText.Describe(limits.First())}", "", member);
        foreach (var finding in JudgeRetirement(value, member))
            yield return finding;
    }

    private static IEnumerable<IGrouping<string, Limit>> BeyondLimits(Value value, MemberRules member) =>
        member.Limits.IsEmpty ? [] : member.Limits.Where(limit => ValueTests.IsBeyond(value, limit) == true).GroupBy(LimitText.RuleName);

    private static IEnumerable<Finding> JudgeRetirement(Value value, MemberRules member)
    {
        if (member.Availability.Retirement is { } ownRetirement && value.IsPresent == true)
            yield return Retired($"'{member.Name}'", ownRetirement, member);
        if (value is TextValue or ObjectValue or UnknownValue)
            yield break;
        foreach (var isRefusal in new[] { true, false })
        {
            if (AnyElement(value, element => Truth.Agreed(element, v => v is UnknownValue ? null : RetirementOf(v)?.IsRefusal == isRefusal)) == true)
                yield return Retired(Describe(value, isRefusal), LeastSevere(value, isRefusal), member);
        }
    }

    private static Retirement LeastSevere(Value value, bool isRefusal) => Elements(value)
        .SelectMany(element => element.Alternatives)
        .Select(RetirementOf)
        .OfType<Retirement>()
        .Where(retirement => retirement.IsRefusal == isRefusal)
        .OrderBy(retirement => retirement.Severity)
        .First();

    private static string Describe(Value value, bool isRefusal)
    {
        var names = Elements(value).SelectMany(element => element.Alternatives).Where(v => RetirementOf(v)?.IsRefusal == isRefusal)
            .Select(v => ((EnumValue)v).SchemaName!).Distinct();
        return string.Join(" and ", names);
    }

    private static Retirement? RetirementOf(Value value) => (value as EnumValue)?.Availability.Retirement;

    private static Availability? AvailabilityOf(Value value) => Elements(value)
        .SelectMany(element => element.Alternatives)
        .Select(v => (v as EnumValue)?.Availability)
        .FirstOrDefault(availability => availability is { Platforms.IsEmpty: false });

    private static bool? IsElsewhere(Value value, string platform) => value switch
    {
        EnumValue named => IsElsewhere(named.Availability, platform),
        UnknownValue => null,
        _ => false,
    };

    private static bool IsElsewhere(Availability availability, string platform) => !availability.Platforms.IsEmpty && !availability.Platforms.Contains(platform);

    private static bool? IsUndefined(Value value) => value is UnknownValue ? null : value is EnumValue { SchemaName: null };

    private static ImmutableArray<Value> Elements(Value value) => value is ListValue list ? list.Elements : [value];

    private static bool? AnyElement(Value value, Func<Value, bool?> judge) => value is ListValue list ? Truth.Any(list.Elements, judge) : judge(value);

    private static Finding Elsewhere(MemberRules member, string subject, Availability availability, string platform) => Found(
        DiagnosticIds.Platform, BuiltInRules.Platform, DiagnosticSeverity.Warning, $"{subject} does not exist on {platform}", $"It is documented for {string.Join(" and ", availability.Platforms)} only.", member);

    private static Finding Retired(string subject, Retirement retirement, MemberRules member)
    {
        var demand = (retirement.IsRefusal, retirement.Severity) switch
        {
            (true, DiagnosticSeverity.Error) => $"{subject} is refused since {retirement.Since}",
            (true, _) => $"{subject} will be refused from {retirement.Since}",
            _ => $"{subject} is deprecated since {retirement.Since}",
        };
        return Found(DiagnosticIds.Retired, retirement.IsRefusal ? BuiltInRules.Refused : BuiltInRules.Deprecated, retirement.Severity, demand, retirement.Because, member);
    }

    private static Finding Found(string id, string rule, DiagnosticSeverity severity, string demand, string because, MemberRules member) =>
        new(id, rule, severity, demand, because, member.Name, "", member.Name, IsMissing: false, [member.Name]);
}

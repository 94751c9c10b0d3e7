using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PageMessagesGen.Analyzers.Rules;

namespace PageMessagesGen.Analyzers.Screening;

/// <summary>
/// Turns the rules of a type into sets of facts. A rule is broken only if each of its conditions holds and its demand is not
/// met, and each of these is a clause: one of some facts is needed for it.
/// </summary>
internal sealed class ScreenBuilder(INamedTypeSymbol type, TypeRules rules, RuleReader reader)
{
    private readonly ScreenedMember _root = new(null, null);
    private readonly List<ImmutableArray<ulong>> _rules = [[MemberScreen.Suspicious]];

    // The first bit is that of suspicion.
    private int _bits = 1;

    /// <summary>Builds the screen. If the type has more facts than there are bits, nothing passes.</summary>
    public TypeScreen Build()
    {
        foreach (var member in rules.Members.Values)
            _root.Add(member.Name, PropertyOf(type, member.Name));
        foreach (var rule in rules.Rules)
            AddMembers(rule);
        _root.TakeBits(ref _bits);
        if (_bits > 64)
            return TypeScreen.Closed;
        foreach (var rule in rules.Rules)
            AddClauses(rule);

        // What is no member, such as the discriminator of a union, cannot be seen to be set.
        var others = _root.Inner.Where(member => member.Property is null).Aggregate(0UL, (facts, member) => facts | member.Whole);
        var members = _root.Inner.Where(member => member.Property is not null).Select(Freeze).ToImmutableArray();
        return new TypeScreen(members, members.Aggregate(others, (facts, member) => facts | member.Absent), Flatten());
    }

    private void AddMembers(Rule rule)
    {
        foreach (var condition in rule.When)
            Find(condition.Path).Values.UnionWith(condition.Values);
        foreach (var target in rule.Targets)
        {
            var member = Find(target.Path);
            member.Values.UnionWith(target.Values);
            foreach (var limit in rule.Limits)
                member.AddLimit(limit);
        }
    }

    private ScreenedMember Find(MemberPath path)
    {
        var member = _root;
        foreach (var name in path.Names)
            member = member.Find(name) ?? member.Add(name, PropertyOf(member.Property?.Type as INamedTypeSymbol, name));
        return member;
    }

    private IPropertySymbol? PropertyOf(INamedTypeSymbol? owner, string wireName)
    {
        if (owner is null || reader.Find(owner) is not { } known)
            return null;
        var name = known.WireNames.FirstOrDefault(pair => pair.Value == wireName).Key;
        return name is null ? null : owner.GetMembers(name).OfType<IPropertySymbol>().FirstOrDefault();
    }

    private void AddClauses(Rule rule)
    {
        var conditions = rule.When.Select(condition => condition.Test switch
        {
            ConditionTest.Present => Find(condition.Path).Present,
            ConditionTest.Absent => Find(condition.Path).Absent,
            _ => Find(condition.Path).AnyOf(condition.Values),
        }).ToList();
        var targets = rule.Targets.Select(target => (Member: Find(target.Path), target.Values)).ToList();
        switch (rule.Kind)
        {
            case RuleKind.Require:
                Add(conditions, [Any(targets.Select(target => target.Member.Absent | (target.Values.IsEmpty ? 0 : target.Member.NoneOf(target.Values))))]);
                break;
            case RuleKind.Forbid:
                Add(conditions, [Any(targets.Select(target => target.Member.Present))]);
                break;
            case RuleKind.Allow:
                Add(conditions, [Any(targets.Select(target => target.Member.NoneOf(target.Values)))]);
                break;
            case RuleKind.Limit:
                Add(conditions, [Any(targets.Select(target => Any(rule.Limits.Select(target.Member.Beyond))))]);
                break;
            default:
                if (rule.Kind != RuleKind.AtMostOneOf)
                    Add(conditions, targets.Select(target => target.Member.Absent));
                if (rule.Kind != RuleKind.AtLeastOneOf)
                    Add(conditions, targets.Select(one => Any(targets.Where(other => other != one).Select(other => other.Member.Present))));
                break;
        }
    }

    // The order of the clauses of a rule is free; one with few facts is the likeliest to be out of the question.
    private void Add(IEnumerable<ulong> conditions, IEnumerable<ulong> demand) =>
        _rules.Add([.. conditions.Concat(demand).OrderBy(Count).ThenBy(facts => facts)]);

    // Rules that begin alike stand behind one first clause.
    private ImmutableArray<Clause> Flatten()
    {
        var clauses = new List<Clause>();
        foreach (var group in _rules.GroupBy(rule => rule[0]))
        {
            if (group.Any(rule => rule.Length == 1))
            {
                clauses.Add(new Clause(group.Key, clauses.Count + 1, IsLast: true));
                continue;
            }

            clauses.Add(new Clause(group.Key, clauses.Count + group.Sum(rule => rule.Length - 1) + 1, IsLast: false));
            foreach (var rule in group)
            {
                var next = clauses.Count + rule.Length - 1;
                clauses.AddRange(rule.Skip(1).Select((facts, i) => new Clause(facts, next, IsLast: i == rule.Length - 2)));
            }
        }

        return [.. clauses];
    }

    private static int Count(ulong facts)
    {
        var count = 0;
        for (; facts != 0; facts &= facts - 1)
            count++;
        return count;
    }

    private static ulong Any(IEnumerable<ulong> facts) => facts.Aggregate(0UL, (all, more) => all | more);

    private MemberScreen Freeze(ScreenedMember member) => Freeze(member, rules.Members[member.Name!]);

    private MemberScreen Freeze(ScreenedMember member, MemberRules? own)
    {
        var inner = member.Inner.Select(m => Freeze(m, null)).ToImmutableArray();
        var absent = Any(inner.Select(m => m.Absent)) | member.Absent;
        var isRetired = own?.Availability.Retirement is not null;
        var present = member.Present | (isRetired ? MemberScreen.Suspicious : 0);
        return new MemberScreen(
            member.Property,
            absent,
            absent | (own is { IsRequired: true } ? MemberScreen.Suspicious : 0),
            present,
            member.Property is { Type.IsValueType: true } ? present : 0,
            member.AllValues,
            Any(inner.Select(m => m.Whole)) | member.Whole,
            EnumOf(member.Property) is not null,
            [.. ValuesOf(member, isRetired)],
            [
                .. member.Limits.Select(limit => new ScreenedLimit(limit.Key, limit.Value)),
                .. (own?.Limits ?? []).Select(limit => new ScreenedLimit(limit, MemberScreen.Suspicious)),
            ],
            inner);
    }

    private IEnumerable<ScreenedValue> ValuesOf(ScreenedMember member, bool isRetired)
    {
        foreach (var field in EnumOf(member.Property)?.GetMembers().OfType<IFieldSymbol>().Where(field => field.IsConst) ?? [])
        {
            var value = reader.ValueOf(field);
            var isSuspicious = isRetired || value.Availability.Retirement is not null;
            yield return new ScreenedValue(field, member.Present | member.Having(value.SchemaName!) | (isSuspicious ? MemberScreen.Suspicious : 0));
        }
    }

    private static INamedTypeSymbol? EnumOf(IPropertySymbol? property) => property?.Type switch
    {
        INamedTypeSymbol { TypeKind: TypeKind.Enum } type => type,
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => nullable.TypeArguments[0] is INamedTypeSymbol { TypeKind: TypeKind.Enum } type ? type : null,
        _ => null,
    };
}

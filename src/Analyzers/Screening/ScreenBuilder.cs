using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PageMessagesGen.Analyzers.Rules;

namespace PageMessagesGen.Analyzers.Screening;

/// <summary>
/// Turns the rules of a type into sets of facts. A rule is broken only if each of its conditions holds and its demand is not
/// met, and each of these is a clause: one of some facts is needed for it.
/// </summary>
/// <remarks>
/// The first build after the compiler has started waits for this. Plain loops are compiled once; queries over numbers would be
/// compiled anew for them, and took four times as long.
/// </remarks>
internal sealed class ScreenBuilder(INamedTypeSymbol type, TypeRules rules, RuleReader reader)
{
    private readonly ScreenedMember _root = new(null, null);
    private readonly ClauseList _clauses = new();

    // The first bit is that of suspicion.
    private int _bits = 1;

    /// <summary>Builds the screen. If the type has more facts than there are bits, nothing passes.</summary>
    public TypeScreen Build()
    {
        foreach (var name in rules.Members.Keys)
            _root.Add(name, PropertyOf(type, name));
        foreach (var rule in rules.Rules)
            AddMembers(rule);
        _root.TakeBits(ref _bits);
        if (_bits > 64)
            return TypeScreen.Closed;
        _clauses.Add([], [MemberScreen.Suspicious]);
        foreach (var rule in rules.Rules)
            AddClauses(rule);

        var members = new List<ScreenedProperty>();
        var unset = 0UL;
        foreach (var member in _root.Inner)
        {
            // What is no member, such as the discriminator of a union, cannot be seen to be set.
            if (member.Property is null)
            {
                unset |= member.Whole;
                continue;
            }

            var screen = Freeze(member, rules.Members[member.Name!]);
            members.Add(new ScreenedProperty(member.Property, screen));
            unset |= screen.Absent;
        }

        return new TypeScreen([.. members], unset, _clauses.Flatten());
    }

    private void AddMembers(Rule rule)
    {
        foreach (var condition in rule.When)
            Find(condition.Path).AskFor(condition.Values);
        foreach (var target in rule.Targets)
        {
            var member = Find(target.Path);
            member.AskFor(target.Values);
            foreach (var limit in rule.Limits)
                member.AskFor(limit);
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
        foreach (var name in known.WireNames)
        {
            if (name.Value == wireName)
                return owner.GetMembers(name.Key).OfType<IPropertySymbol>().FirstOrDefault();
        }

        return null;
    }

    private void AddClauses(Rule rule)
    {
        var conditions = new ulong[rule.When.Length];
        for (var i = 0; i < conditions.Length; i++)
            conditions[i] = FactsOf(rule.When[i]);
        switch (rule.Kind)
        {
            case RuleKind.ExactlyOneOf:
                _clauses.Add(conditions, NoneOf(rule.Targets));
                _clauses.Add(conditions, TwoOf(rule.Targets));
                break;
            case RuleKind.AtLeastOneOf:
                _clauses.Add(conditions, NoneOf(rule.Targets));
                break;
            case RuleKind.AtMostOneOf:
                _clauses.Add(conditions, TwoOf(rule.Targets));
                break;
            default:
                _clauses.Add(conditions, [UnmetBy(rule)]);
                break;
        }
    }

    private ulong FactsOf(Condition condition)
    {
        var member = Find(condition.Path);
        return condition.Test switch
        {
            ConditionTest.Present => member.Present,
            ConditionTest.Absent => member.Absent,
            _ => member.AnyOf(condition.Values),
        };
    }

    // One target is enough to break the rule.
    private ulong UnmetBy(Rule rule)
    {
        var facts = 0UL;
        foreach (var target in rule.Targets)
        {
            var member = Find(target.Path);
            facts |= rule.Kind switch
            {
                RuleKind.Require => member.Absent | (target.Values.IsEmpty ? 0 : member.NoneOf(target.Values)),
                RuleKind.Forbid => member.Present,
                RuleKind.Allow => member.NoneOf(target.Values),
                _ => Beyond(member, rule.Limits),
            };
        }

        return facts;
    }

    private static ulong Beyond(ScreenedMember member, ImmutableArray<Limit> limits)
    {
        var facts = 0UL;
        foreach (var limit in limits)
            facts |= member.Beyond(limit);
        return facts;
    }

    private ulong[] NoneOf(ImmutableArray<Target> targets)
    {
        var absent = new ulong[targets.Length];
        for (var i = 0; i < targets.Length; i++)
            absent[i] = Find(targets[i].Path).Absent;
        return absent;
    }

    // Whichever of them is there, another one is.
    private ulong[] TwoOf(ImmutableArray<Target> targets)
    {
        var others = new ulong[targets.Length];
        for (var i = 0; i < targets.Length; i++)
        {
            for (var j = 0; j < targets.Length; j++)
                others[i] |= i == j ? 0 : Find(targets[j].Path).Present;
        }

        return others;
    }

    private MemberScreen Freeze(ScreenedMember member, MemberRules? own)
    {
        var absent = member.Absent;
        var created = member.Present | member.AllValues;
        var inner = new List<ScreenedProperty>();
        foreach (var one in member.Inner)
        {
            var screen = Freeze(one, null);
            absent |= screen.Absent;
            created |= one.Property is null ? screen.Anything : screen.Absent;
            if (one.Property is not null)
                inner.Add(new ScreenedProperty(one.Property, screen));
        }

        var isRetired = own?.Availability.Retirement is not null;
        var suspicious = isRetired ? MemberScreen.Suspicious : 0;
        var present = member.Present | suspicious;
        var type = EnumOf(member.Property);
        var limits = LimitsOf(member, own);
        return new MemberScreen(
            absent,
            absent | (own is { IsRequired: true } ? MemberScreen.Suspicious : 0),
            present,
            member.Property is { Type.IsValueType: true } ? present : 0,
            created | suspicious,
            member.AllValues,
            member.Whole,
            KindOf(member, type, limits),
            type is null ? [] : ValuesOf(member, type, isRetired),
            limits,
            [.. inner]);
    }

    private static MemberKind KindOf(ScreenedMember member, INamedTypeSymbol? type, ScreenedLimit[] limits) =>
        member.Inner.Count > 0 ? MemberKind.Object
        : type is not null ? MemberKind.Enum
        : member.AllValues == 0 && limits.Length == 0 ? MemberKind.Plain
        : MemberKind.Simple;

    private ScreenedValue[] ValuesOf(ScreenedMember member, INamedTypeSymbol type, bool isRetired)
    {
        var fields = type.GetMembers().OfType<IFieldSymbol>().Where(field => field.IsConst).ToList();
        var values = new ScreenedValue[fields.Count];
        for (var i = 0; i < values.Length; i++)
        {
            var value = reader.ValueOf(fields[i]);
            var isSuspicious = isRetired || value.Availability.Retirement is not null;
            values[i] = new ScreenedValue(fields[i], member.Present | member.Having(value.SchemaName!) | (isSuspicious ? MemberScreen.Suspicious : 0));
        }

        return values;
    }

    private static ScreenedLimit[] LimitsOf(ScreenedMember member, MemberRules? own)
    {
        var ofItself = own?.Limits ?? [];
        var limits = new ScreenedLimit[member.Limits.Count + ofItself.Length];
        for (var i = 0; i < limits.Length; i++)
        {
            var isOfRule = i < member.Limits.Count;
            var limit = isOfRule ? member.Limits[i] : ofItself[i - member.Limits.Count];
            limits[i] = new ScreenedLimit(limit, isOfRule ? member.Beyond(limit) : MemberScreen.Suspicious);
        }

        return limits;
    }

    private static INamedTypeSymbol? EnumOf(IPropertySymbol? property) => property?.Type switch
    {
        INamedTypeSymbol { TypeKind: TypeKind.Enum } type => type,
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => nullable.TypeArguments[0] is INamedTypeSymbol { TypeKind: TypeKind.Enum } type ? type : null,
        _ => null,
    };
}

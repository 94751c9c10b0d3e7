using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Schema.Judging;

/// <summary>Judges an object by the rules of its type.</summary>
internal sealed class RuleJudge(SchemaDocument schema)
{
    public IEnumerable<Finding> Judge(ObjectType type, WireObject body, WirePath path, string? platform)
    {
        foreach (var rule in type.Rules)
        {
            if (rule.Platforms.Count > 0 && (platform is null || !rule.Platforms.Contains(platform)))
                continue;
            if (!rule.When.All(condition => Holds(type, body, condition)) || Broken(type, body, rule) is not { } broken)
                continue;
            yield return new Finding(
                rule.Name, rule.Severity, Place(path, broken.Path), $"{broken.Demand} {rule.Because}", rule.Answer, body.Range);
        }
    }

    private bool Holds(ObjectType type, WireObject body, RuleCondition condition)
    {
        var found = Find(body, condition.Path).ToList();
        return condition.Test switch
        {
            ConditionTest.Present => found.Count > 0 && found.All(v => v is not null),
            ConditionTest.Absent => found.All(v => v is null),
            _ => found.Count > 0 && found.All(v => v is not null && HasValue(type, condition.Path, v, condition.Values)),
        };
    }

    // The first member that breaks the rule, and what the rule wants of it.
    private (MemberPath Path, string Demand)? Broken(ObjectType type, WireObject body, Rule rule)
    {
        switch (rule.Kind)
        {
            case RuleKind.ExactlyOneOf or RuleKind.AtLeastOneOf or RuleKind.AtMostOneOf:
                return BrokenChoice(body, rule);
            default:
                foreach (var target in rule.Targets)
                {
                    if (BrokenDemand(type, body, rule.Kind, target) is { } demand)
                        return (target.Path, demand);
                }

                return null;
        }
    }

    private static (MemberPath Path, string Demand)? BrokenChoice(WireObject body, Rule rule)
    {
        var present = rule.Targets.Where(t => Find(body, t.Path).Any(v => v is not null)).ToList();
        var all = string.Join(", ", rule.Targets.Select(t => t.Path));
        return (rule.Kind, present.Count) switch
        {
            (RuleKind.ExactlyOneOf or RuleKind.AtLeastOneOf, 0) => (rule.Targets[0].Path, $"One of {all} is needed."),
            (RuleKind.ExactlyOneOf or RuleKind.AtMostOneOf, > 1) =>
                (present[1].Path, $"Only one of {all} may be set, not {string.Join(" and ", present.Select(p => p.Path))}."),
            _ => null,
        };
    }

    private string? BrokenDemand(ObjectType type, WireObject body, RuleKind kind, RuleTarget target)
    {
        var found = Find(body, target.Path).ToList();
        var values = string.Join(" or ", target.Values);
        return kind switch
        {
            RuleKind.Require when found.Count == 0 || found.Contains(null) => $"{target.Path} is needed{(values.Length > 0 ? $", with {values}" : "")}.",
            RuleKind.Require or RuleKind.Allow when target.Values.Count > 0 && found.Any(v => v is not null && !HasValue(type, target.Path, v, target.Values)) =>
                $"{target.Path} must be {values}.",
            RuleKind.Forbid when found.Any(v => v is not null) => $"{target.Path} must be left out.",
            RuleKind.Limit => BrokenLimit(body, target),
            _ => null,
        };
    }

    private static string? BrokenLimit(WireObject body, RuleTarget target)
    {
        var values = target.Limits is { MinCount: null, MaxCount: null } ? Find(body, target.Path) : FindLists(body, target.Path);
        var demand = values.OfType<WireValue>().SelectMany(v => LimitJudge.Broken(v, target.Limits)).FirstOrDefault().Demand;
        return demand is null ? null : $"{target.Path} must {demand}.";
    }

    // The values at the end of a path, null where it is not set; through a list, one for each element.
    private static IEnumerable<WireValue?> Find(WireValue? start, MemberPath path) => path.Names.Aggregate(
        new[] { start }.AsEnumerable(),
        (places, name) => places.SelectMany(place => Elements((place as WireObject)?.Find(name))));

    private static IEnumerable<WireValue?> FindLists(WireObject start, MemberPath path) => path.Names.Aggregate(
        new WireValue?[] { start }.AsEnumerable(),
        (places, name) => places.SelectMany(Elements).Select(place => (place as WireObject)?.Find(name)));

    private static IEnumerable<WireValue?> Elements(WireValue? value) =>
        value is WireList { Items.Count: > 0 } list ? list.Items.Select(Present) : [Present(value)];

    private static WireValue? Present(WireValue? value) => value is WireNull ? null : value;

    private bool HasValue(ObjectType type, MemberPath path, WireValue value, EquatableArray<string> names)
    {
        var text = value switch
        {
            WireText t => t.Text,
            WireNumber n => n.Digits,
            WireBoolean b => b.Value ? "true" : "false",
            _ => null,
        };
        if (text is null)
            return false;
        var member = TypeAt(type, path) is EnumReference e ? schema.FindEnum(e.Name)?.FindWire(text)?.Name : null;
        return names.Contains(member ?? text) || (member is null && names.Any(n => string.Equals(n, text, StringComparison.OrdinalIgnoreCase)));
    }

    private TypeReference? TypeAt(ObjectType start, MemberPath path)
    {
        TypeReference? type = new ObjectReference(start.Name);
        foreach (var name in path.Names)
        {
            var member = FindMember(type, name);
            type = (member?.Type as ListReference)?.Element ?? member?.Type;
        }

        return type;
    }

    // In a union, the first shape that has the member tells its type, as it does where the schema is read. A shape can be
    // another union, but the shapes of that one are objects; a schema that says otherwise must not lead round in circles.
    private Member? FindMember(TypeReference? type, string name, int depth = 0) => type switch
    {
        ObjectReference o => schema.FindType(o.Name)?.FindMember(name),
        UnionReference u when depth < 2 => schema.FindUnion(u.Name)?.Cases
            .Where(c => c.Kind == UnionCaseKind.Type)
            .Select(c => FindMember(schema.FindType(c.Type) is null ? new UnionReference(c.Type) : new ObjectReference(c.Type), name, depth + 1))
            .FirstOrDefault(m => m is not null),
        _ => null,
    };

    private static string Place(WirePath path, MemberPath member) => member.Names.Aggregate(path, (place, name) => place.Member(name)).ToString();
}

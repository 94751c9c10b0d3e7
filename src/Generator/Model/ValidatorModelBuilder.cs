using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Generator.Model;

/// <summary>Decides how requests are judged.</summary>
internal sealed class ValidatorModelBuilder
{
    private readonly SchemaDocument _document;
    private readonly GeneratedTypes _types;
    private readonly SchemaDate _day;
    private readonly RulePaths _paths;
    private readonly List<RuleModel> _rules = [];
    private readonly HashSet<string> _fields;

    private ValidatorModelBuilder(ServiceModel service, SchemaDocument document)
    {
        _document = document;
        _types = new GeneratedTypes(document, service.Records, service.Unions, service.Enums);
        _day = service.Settings.AsOf ?? document.AsOf;
        _paths = new RulePaths(_types);

        // A field comes before a type of its name.
        _fields = new HashSet<string>(document.Types.Select(t => t.Name).Concat(document.Enums.Select(e => e.Name)).Concat(document.Unions.SelectMany(u => new[] { u.Name, $"Raw{u.Name}" }))
            .Concat(ImportedNames.All).Concat(["Validate", "Judge"]), StringComparer.Ordinal);
    }

    public static ValidatorModel Build(ServiceModel service, SchemaDocument document) => new ValidatorModelBuilder(service, document).Build(service);

    private ValidatorModel Build(ServiceModel service)
    {
        var records = service.Records.Where(r => r.IsSent).Select(r => BuildRecord(r, _document.FindType(r.Name)!)).ToEquatableArray();
        var enums = service.Enums.Where(e => e.IsSent && e.Members.Count > 0).Select(e => BuildEnum(e, _document.FindEnum(e.Name)!)).ToEquatableArray();
        return new ValidatorModel(_rules.ToEquatableArray(), records, enums, _paths.Walks);
    }

    private RecordJudgement BuildRecord(RecordModel record, ObjectType type) => new(
        record.Name,
        record.Members.Select(m => BuildMember(record.Name, m, type.Members.First(t => CSharpText.Literal(t.Name) == m.WireLiteral))).ToEquatableArray(),
        RuleGroups.Of([.. type.Rules.Select(r => BuildRule(record.Name, r)).OfType<RuleDraft>()]));

    private MemberJudgement BuildMember(string record, MemberModel model, Member member)
    {
        var severity = member.LimitSeverity == RuleSeverity.Error ? "" : $", RuleSeverity.{member.LimitSeverity}";
        var presence = _paths.AnyPresent(record, new MemberPath(new[] { member.Name }.ToEquatableArray()));
        return new MemberJudgement(
            model,
            RuleLimits.Of(member.Limits).Select(l => new LimitJudgement(l.Suspicious($"value.{model.Name}"), $"{l.Call}{severity}")).ToEquatableArray(),
            Availability(model.WireLiteral, member.Platforms, member.Validity, "").ToEquatableArray(),
            presence is null or { IsTrue: true } ? null : presence.Code);
    }

    private EnumJudgement BuildEnum(EnumModel model, EnumType type)
    {
        var values = model.Members
            .Select(m => (m.Name, Member: type.Members.First(t => CSharpText.Literal(t.Name) == m.NameLiteral)))
            .Select(m => new EnumValueJudgement(
                m.Name, Availability("member", m.Member.Platforms, m.Member.Validity, $", {CSharpText.Literal(m.Member.Name)}").ToEquatableArray()))
            .Where(v => v.Availability.Count > 0)
            .ToEquatableArray();
        return new EnumJudgement(model.Name, model.Members[0].Name, model.Members[model.Members.Count - 1].Name, values);
    }

    private IEnumerable<string> Availability(string member, EquatableArray<string> platforms, Validity validity, string value)
    {
        if (platforms.Count > 0)
            yield return $"OnlyOn({member}, {PathQuestion.List(platforms)}{value})";
        if (validity.Judge(_day) is not { } standing)
            yield break;
        var because = CSharpText.Literal(validity.Because ?? "");
        yield return standing.Kind == StandingKind.Refused
            ? $"Refused({member}, \"{standing.Since}\", RuleSeverity.{standing.Severity}, {because}{value})"
            : $"Deprecated({member}, \"{standing.Since}\", {because}{value})";
    }

    private RuleDraft? BuildRule(string record, Rule rule)
    {
        var tests = rule.When.Select(c => Condition(record, c)).Concat(OnPlatforms(rule)).Where(t => t is not { IsTrue: true }).ToList();
        if (tests.Any(t => t is null or { IsFalse: true }))
            return null;
        var (breaches, choice) = rule.Kind is RuleKind.ExactlyOneOf or RuleKind.AtLeastOneOf or RuleKind.AtMostOneOf
            ? RuleChoices.Of(rule, [.. rule.Targets.Select(t => _paths.AnyPresent(record, t.Path))], [.. rule.Targets.Select(t => _paths.NonePresent(record, t.Path))])
            : ([.. rule.Targets.SelectMany(t => Breaches(record, rule.Kind, t))], null);
        if (choice is null && breaches.Count == 0)
            return null;
        var field = Field(rule);
        _fields.Add(field);
        var counted = choice is null ? [] : rule.Targets.Select(t => CSharpText.Literal(t.Path.ToString()));
        _rules.Add(new RuleModel(field, CSharpText.Literal(rule.Name), rule.Severity, CSharpText.Literal(rule.Because), counted.ToEquatableArray()));
        return new RuleDraft(field, [.. tests.OfType<RuleTest>()], breaches, choice);
    }

    private static List<RuleTest> OnPlatforms(Rule rule)
    {
        var tests = rule.Platforms.Select(p => $"check.IsOn({CSharpText.Literal(p)})").ToList();
        return tests.Count switch
        {
            0 => [],
            1 => [new RuleTest(tests[0])],
            _ => [new RuleTest($"({string.Join(" || ", tests)})")],
        };
    }

    private RuleTest? Condition(string record, RuleCondition condition) => condition.Test switch
    {
        ConditionTest.Present => _paths.AllPresent(record, condition.Path),
        ConditionTest.Absent => _paths.NonePresent(record, condition.Path),
        _ => _paths.AllMatch(record, condition.Path, condition.Values),
    };

    private IEnumerable<BreachDraft> Breaches(string record, RuleKind kind, RuleTarget target)
    {
        var path = target.Path.ToString();
        var values = string.Join(" or ", target.Values);
        var breaches = kind switch
        {
            RuleKind.Require when target.Values.Count == 0 => [(_paths.AnyAbsent(record, target.Path), $"{path} is needed.")],
            RuleKind.Require => [(_paths.AnyMismatch(record, target.Path, target.Values), $"{path} must be {values}.")],
            RuleKind.Forbid => [(_paths.AnyPresent(record, target.Path), $"{path} must be left out.")],
            RuleKind.Allow => [(_paths.AnyOther(record, target.Path, target.Values), $"{path} must be {values}.")],
            RuleKind.Limit => RuleLimits.Of(target.Limits)
                .Select(l => ((RuleTest? Test, string Demand))(_paths.AnyBeyond(record, target.Path, l), $"{path} must {l.Demand}.")),
            _ => throw new InvalidOperationException($"{kind} is no demand on single members."),
        };
        return breaches
            .Where(b => b.Item1 is { IsFalse: false })
            .Select(b => new BreachDraft(b.Item1!.IsTrue ? [] : [b.Item1], CSharpText.Literal(path), CSharpText.Literal(b.Item2)));
    }

    private string Field(Rule rule)
    {
        var name = Identifiers.Pascal(rule.Name);
        while (_fields.Contains(name))
            name += "Rule";
        return name;
    }
}

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
        type.Rules.Select(r => BuildRule(record.Name, r)).OfType<RuleJudgement>().ToEquatableArray());

    private MemberJudgement BuildMember(string record, MemberModel model, Member member)
    {
        var severity = member.LimitSeverity == RuleSeverity.Error ? "" : $", RuleSeverity.{member.LimitSeverity}";
        var presence = _paths.AnyPresent(record, new MemberPath(new[] { member.Name }.ToEquatableArray()));
        return new MemberJudgement(
            model,
            RuleLimits.Of(member.Limits).Select(l => $"{l.Call}{severity}").ToEquatableArray(),
            Availability(model.WireLiteral, member.Platforms, member.Validity, "").ToEquatableArray(),
            presence == "true" ? null : presence);
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

    private RuleJudgement? BuildRule(string record, Rule rule)
    {
        var conditions = rule.When.Select(c => Condition(record, c)).Concat(OnPlatforms(rule)).Where(c => c != "true").ToList();
        if (conditions.Any(c => c is null or "false"))
            return null;
        var field = Field(rule);
        var judgement = rule.Kind is RuleKind.ExactlyOneOf or RuleKind.AtLeastOneOf or RuleKind.AtMostOneOf
            ? Choice(record, rule, field, [.. conditions.OfType<string>()])
            : new RuleJudgement(field, conditions.OfType<string>().ToEquatableArray(), rule.Targets.SelectMany(t => Breaches(record, rule.Kind, t)).ToEquatableArray(), null);
        if (judgement is { Choice: null, Breaches.Count: 0 })
            return null;
        _fields.Add(field);
        _rules.Add(new RuleModel(field, CSharpText.Literal(rule.Name), rule.Severity, CSharpText.Literal(rule.Because)));
        return judgement;
    }

    private static List<string> OnPlatforms(Rule rule)
    {
        var tests = rule.Platforms.Select(p => $"check.IsOn({CSharpText.Literal(p)})").ToList();
        return tests.Count < 2 ? tests : [$"({string.Join(" || ", tests)})"];
    }

    private string? Condition(string record, RuleCondition condition) => condition.Test switch
    {
        ConditionTest.Present => _paths.AllPresent(record, condition.Path),
        ConditionTest.Absent => _paths.NonePresent(record, condition.Path),
        _ => _paths.AllMatch(record, condition.Path, condition.Values),
    };

    private RuleJudgement Choice(string record, Rule rule, string field, List<string> conditions)
    {
        var members = rule.Targets.Select(t => (Path: CSharpText.Literal(t.Path.ToString()), Presence: _paths.AnyPresent(record, t.Path) ?? "false")).ToList();
        return new RuleJudgement(
            field,
            conditions.ToEquatableArray(),
            default,
            new RuleChoice(rule.Kind.ToString(), members.Select(m => m.Path).ToEquatableArray(), members.Select(m => m.Presence).ToEquatableArray()));
    }

    private IEnumerable<RuleBreach> Breaches(string record, RuleKind kind, RuleTarget target)
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
                .Select(l => ((string? Condition, string Demand))(_paths.AnyBeyond(record, target.Path, l.Call, l.IsOfLists), $"{path} must {l.Demand}.")),
            _ => throw new InvalidOperationException($"{kind} is no demand on single members."),
        };
        return breaches
            .Where(b => b.Item1 is not (null or "false"))
            .Select(b => new RuleBreach(new[] { b.Item1! }.Where(c => c != "true").ToEquatableArray(), CSharpText.Literal(path), CSharpText.Literal(b.Item2)));
    }

    private string Field(Rule rule)
    {
        var name = Identifiers.Pascal(rule.Name);
        while (_fields.Contains(name))
            name += "Rule";
        return name;
    }
}

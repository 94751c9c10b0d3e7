using PageMessagesGen.Schema.Diagnostics;
using PageMessagesGen.Schema.Model;
using PageMessagesGen.Schema.Text;
using PageMessagesGen.Schema.Yaml;

namespace PageMessagesGen.Schema.Reading;

/// <summary>Reads the rules of an object, once all objects are known.</summary>
internal sealed class RuleReader(SchemaDocument document, FactReader facts, DiagnosticBag diagnostics)
{
    private readonly MemberPathResolver _paths = new(document, diagnostics);
    private readonly ConditionReader _conditions = new(new MemberPathResolver(document, diagnostics), diagnostics);
    private readonly LimitReader _limits = new(diagnostics);
    private readonly ErrorTable _errors = new([.. document.Errors], diagnostics);
    private readonly Dictionary<string, TextRange> _first = new(StringComparer.Ordinal);

    /// <summary>Gets the rules with mistakes. Examples of them cannot be validated.</summary>
    public InvalidRules Unsound { get; } = new() { AreTypesUnsound = diagnostics.Errors > 0 };

    public EquatableArray<DeclaredRule> Read(ObjectType type, YamlNode? rules)
    {
        if (rules is null)
            return default;
        if (rules is YamlMapping mapping)
            return mapping.Entries.Select(e => ReadRule(type, e)).OfType<DeclaredRule>().ToEquatableArray();
        diagnostics.Add(SchemaDiagnosticDescriptors.WrongShape, rules.Range, "'rules'", "a mapping", rules.Kind);
        Unsound.AddAll(rules);
        return default;
    }

    private DeclaredRule? ReadRule(ObjectType type, YamlEntry entry)
    {
        var mistakes = diagnostics.Errors;
        var rule = ReadDemand(type, entry);
        if (diagnostics.Errors > mistakes)
            Unsound.Add(entry.Key.Value);
        return rule;
    }

    private DeclaredRule? ReadDemand(ObjectType type, YamlEntry entry)
    {
        var name = entry.Key;
        var reader = new MappingReader(entry.Value, $"the rule '{name.Value}'", name.Range, diagnostics);
        var conditions = reader.Entries("when").Select(e => _conditions.Read(type, e)).ToList();
        var demands = RuleWords.Kinds.Where(d => reader.Find(d.Word) is not null).ToList();
        var targets = demands.SelectMany(d => ReadTargets(type, reader, d)).ToList();
        var severity = reader.RequiredChoice("severity", RuleSeverity.Info, RuleWords.Severities);
        var because = reader.RequiredText("because")?.Value ?? "";
        var answer = _errors.Find(reader.Text("answer"));
        var fix = reader.Entries("fix").Select(e => ReadFix(type, e)).OfType<RuleCondition>().ToEquatableArray();
        var platforms = facts.Platforms(reader);
        var evidence = facts.Evidence(reader);
        reader.Finish();

        if (evidence.IsUnverified && severity == RuleSeverity.Error)
            diagnostics.Add(SchemaDiagnosticDescriptors.UnverifiedError, name.Range, name.Value);
        CheckDemands(name, reader, demands);
        if (!CheckName(name) || demands.Count != 1 || conditions.Contains(null) || targets.Contains(default) || targets.Count == 0)
            return null;

        var rule = new Rule(
            name.Value,
            demands[0].Kind,
            targets.Select(t => t.Target!).ToEquatableArray(),
            conditions.Select(c => c!.Value.Condition).ToEquatableArray(),
            platforms,
            severity,
            because,
            fix);
        RuleSatisfiabilityChecker.Check(rule, name.Range, [.. conditions.Select(c => c!.Value.Path)], [.. targets.Select(t => t.Path!)], document, diagnostics);
        return new DeclaredRule(rule, answer, evidence, name.Range);
    }

    private RuleCondition? ReadFix(ObjectType type, YamlEntry entry)
    {
        if (_paths.Resolve(type, entry.Key) is not { } path)
            return null;
        if (entry.Value is YamlScalar { IsMissing: false } value)
        {
            _paths.RequireValues(path, [value]);
            return new RuleCondition(path.Path, ConditionTest.OneOf, Values([value]));
        }

        diagnostics.Add(SchemaDiagnosticDescriptors.WrongShape, entry.Value.Range, $"'{entry.Key.Value}'", "a value", entry.Value.Kind);
        return null;
    }

    private IEnumerable<(ResolvedPath? Path, RuleTarget? Target)> ReadTargets(ObjectType type, MappingReader reader, (string Word, RuleKind Kind) demand)
    {
        switch (demand.Kind)
        {
            case RuleKind.Limit:
                return reader.Entries(demand.Word).Select(e => ReadLimits(type, e));
            case RuleKind.CountWhere:
                return reader.Entries(demand.Word).Select(e => ReadCount(type, e));
            case RuleKind.Allow:
            case RuleKind.Require when reader.Find(demand.Word) is YamlMapping:
                return reader.Entries(demand.Word).Select(e => ReadValues(type, e));
            default:
                return reader.Texts(demand.Word).Select(text => _paths.Resolve(type, text) is { } path
                    ? ((ResolvedPath?)path, (RuleTarget?)new RuleTarget(path.Path, default, default))
                    : default);
        }
    }

    private (ResolvedPath? Path, RuleTarget? Target) ReadValues(ObjectType type, YamlEntry entry)
    {
        if (_conditions.Texts(entry) is not { } values || _paths.Resolve(type, entry.Key) is not { } path)
            return default;
        _paths.RequireValues(path, values);
        return (path, new RuleTarget(path.Path, Values(values), default));
    }

    private (ResolvedPath? Path, RuleTarget? Target) ReadLimits(ObjectType type, YamlEntry entry)
    {
        if (_paths.Resolve(type, entry.Key) is not { } path)
            return default;
        var reader = new MappingReader(entry.Value, $"the limit of '{entry.Key.Value}'", entry.Key.Range, diagnostics);
        if (entry.Value is not YamlMapping)
            return default;
        var limits = _limits.Read(reader, path.IsList ? new ListReference(path.Type) : path.Type, entry.Key.Value, path.IsInsideJson);
        reader.Finish();
        return (path, new RuleTarget(path.Path, default, limits));
    }

    private (ResolvedPath? Path, RuleTarget? Target) ReadCount(ObjectType type, YamlEntry entry)
    {
        if (_paths.Resolve(type, entry.Key) is not { } path)
            return default;
        var reader = new MappingReader(entry.Value, $"the count of '{entry.Key.Value}'", entry.Key.Range, diagnostics);
        if (entry.Value is not YamlMapping)
            return default;
        var values = reader.Texts("values");
        _paths.RequireValues(path, values);
        var limits = _limits.ReadCounts(reader, "min", "max");
        reader.Finish();
        return (path, new RuleTarget(path.Path, Values(values), limits));
    }

    private void CheckDemands(YamlScalar name, MappingReader reader, List<(string Word, RuleKind Kind)> demands)
    {
        if (demands.Count != 1)
            diagnostics.Add(SchemaDiagnosticDescriptors.InvalidRule, name.Range, name.Value, $"needs exactly one of {string.Join(", ", RuleWords.Kinds.Select(d => d.Word))}; it has {demands.Count}.");
        else if (reader.Find(demands[0].Word) is YamlSequence { Items.Count: 0 } or YamlMapping { Entries.Count: 0 })
            diagnostics.Add(SchemaDiagnosticDescriptors.InvalidRule, name.Range, name.Value, $"has an empty '{demands[0].Word}'.");
    }

    /// <summary>Determines whether a name can be that of a rule or a window. Both are tuned by name, so a name means one of them in the whole schema.</summary>
    public bool CheckName(YamlScalar name, string what = "rule")
    {
        if (name.AsLowerWord(diagnostics) is null)
            return false;
        if (BuiltInRules.All.Contains(name.Value))
        {
            diagnostics.Add(SchemaDiagnosticDescriptors.InvalidRule, name.Range, name.Value, "needs another name: this name is reserved for a built-in rule.");
            return false;
        }

        if (_first.TryGetValue(name.Value, out var first))
        {
            diagnostics.Add(SchemaDiagnosticDescriptors.DuplicateName, name.Range, $"The {what}", name.Value, name.Value, first.LineSeenFrom(name.Range), $"each {what} needs its own name.");
            return false;
        }

        _first.Add(name.Value, name.Range);
        return true;
    }

    private static EquatableArray<string> Values(IEnumerable<YamlScalar> texts) => texts.Select(t => t.Value).ToEquatableArray();
}

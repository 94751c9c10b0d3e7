using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Generator.Model;

/// <summary>Decides the attributes by which analyzers, and people, find the rules of generated code.</summary>
/// <param name="day">The day on which dated facts are judged.</param>
internal sealed class RuleAttributes(SchemaDate day)
{
    /// <summary>The attributes of a record: that it has rules at all, and one for each rule, or for each limit of a rule.</summary>
    public static EquatableArray<string> Of(ObjectType type) => type.Rules.SelectMany(Of).Prepend("RuledType").ToEquatableArray();

    /// <summary>The attributes of a property beside those of System.Text.Json.</summary>
    public EquatableArray<string> Of(Member member)
    {
        var severity = member.LimitSeverity == RuleSeverity.Error ? "" : $", Severity = {Severity(member.LimitSeverity)}";
        return Limits(member.Limits).Select(l => $"{l.Name}({l.Value}{severity})")
            .Concat(Availability(member.Platforms, member.Validity))
            .ToEquatableArray();
    }

    /// <summary>The attributes of an enum's field.</summary>
    public EquatableArray<string> Of(EnumMember member, bool isSent)
    {
        var name = $"SchemaName({CSharpText.Literal(member.Name)})";
        var condition = member.OnlyWhen is { } text ? [$"OnlyWhen({CSharpText.Literal(text)})"] : Array.Empty<string>();
        return (isSent ? [name, .. condition, .. Availability(member.Platforms, member.Validity)] : new[] { name }).ToEquatableArray();
    }

    /// <summary>The attribute of a client for one platform.</summary>
    public static string OfPlatform(string platform) => $"Platform({CSharpText.Literal(platform)})";

    /// <summary>The attribute of the assembly by which analyzers find the types, and the clients for one platform.</summary>
    public static string OfAssembly(IEnumerable<PlatformModel> platforms) =>
        $"PageMessagesGen.Rules.RuledTypes({string.Join(", ", platforms.Select(platform => CSharpText.Literal(platform.Property)))})";

    private static IEnumerable<string> Of(Rule rule)
    {
        var when = rule.When.Count == 0 ? "" : $", When = {CSharpText.Literal(RuleForms.Describe(rule.When))}";
        var platforms = rule.Platforms.Count == 0 ? "" : $", Platforms = {CSharpText.Literal(string.Join(", ", rule.Platforms))}";
        var fix = rule.Fix.Count == 0 ? "" : $",\n    Fix = {CSharpText.Literal(RuleForms.Describe(rule.Fix))}";
        var facts = $"{when}{platforms}, Rule = {CSharpText.Literal(rule.Name)}, Severity = {Severity(rule.Severity)},\n    Because = {CSharpText.Literal(rule.Because)}{fix})";
        if (rule.Kind != RuleKind.Limit)
            return [$"{rule.Kind}({string.Join(", ", rule.Targets.Select(t => CSharpText.Literal(RuleForms.Describe(t))))}{facts}"];
        return rule.Targets.Select(t =>
            $"Limit({CSharpText.Literal(t.Path.ToString())}, {string.Join(", ", Limits(t.Limits).Select(l => $"{l.Name} = {l.Value}"))}{facts}");
    }

    private IEnumerable<string> Availability(EquatableArray<string> platforms, Validity validity)
    {
        if (platforms.Count > 0)
            yield return $"OnlyOn({string.Join(", ", platforms.Select(CSharpText.Literal))})";
        if (validity.Judge(day) is not { } standing)
            yield break;
        var because = validity.Because is { } text ? $",\n    Because = {CSharpText.Literal(text)}" : "";
        yield return $"{standing.Kind}Since(\"{standing.Since}\", Severity = {Severity(standing.Severity)}{because})";
    }

    // Each limit by the name that its attribute has, and that the property of a Limit attribute has.
    private static IEnumerable<(string Name, string Value)> Limits(Limits limits)
    {
        if (limits.MinLength is { } minLength)
            yield return ($"Min{minLength.Unit}", $"{minLength.Value}");
        if (limits.MaxLength is { } maxLength)
            yield return ($"Max{maxLength.Unit}", $"{maxLength.Largest}");
        if (limits.MinCount is { } minCount)
            yield return ("MinCount", $"{minCount}");
        if (limits.MaxCount is { } maxCount)
            yield return ("MaxCount", $"{maxCount}");
        if (limits.Min is { } min)
            yield return ("Min", CSharpText.Number(min));
        if (limits.Max is { } max)
            yield return ("Max", CSharpText.Number(max));
        if (limits.Format != TextFormat.Any)
            yield return ("Format", CSharpText.Literal(FormName(limits.Format)));
    }

    /// <summary>The name of a text's form in the schema language.</summary>
    public static string FormName(TextFormat format) => format switch
    {
        TextFormat.Digits => "digits",
        TextFormat.Url => "url",
        TextFormat.HttpsUrl => "https-url",
        TextFormat.Currency => "currency",
        TextFormat.PhoneNumber => "phone-number",
        TextFormat.Word => "word",
        TextFormat.NoBlanks => "no-blanks",
        _ => throw new InvalidOperationException($"There is no name for {format}."),
    };

    private static string Severity(RuleSeverity severity) => $"RuleSeverity.{severity}";
}

using System.Net;
using System.Text;
using PageMessagesGen.Emulator.Endpoints;
using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Emulator.Inbox;

/// <summary>Writes a page for each rule: what it demands, why, and where that is known from.</summary>
/// <param name="schemas">The schemas that are served.</param>
/// <param name="further">Rules that are in no schema.</param>
internal sealed class InboxRules(IReadOnlyList<SchemaDocument> schemas, IEnumerable<StateRule> further)
{
    private static readonly Dictionary<string, string> BuiltIn = new(StringComparer.Ordinal)
    {
        [BuiltInRules.Required] = "A member that the server requires must be set.",
        [BuiltInRules.Null] = "A member that is not needed is left out, rather than set to null.",
        [BuiltInRules.UnknownValue] = "A member with a closed set of values must have one of them.",
        [BuiltInRules.Length] = "A string must have at least its fewest and at most its most characters or bytes.",
        [BuiltInRules.Count] = "A list must have at least its fewest and at most its most elements.",
        [BuiltInRules.Number] = "A number must be within its bounds.",
        [BuiltInRules.Format] = "A string must have its format, such as that of a URL.",
        [BuiltInRules.Platform] = "A member or a value can be used only on the platforms that have it.",
        [BuiltInRules.Refused] = "A member or a value must not be used after the day on which the server began to refuse it.",
        [BuiltInRules.Deprecated] = "A member or a value should no longer be used.",
        [BuiltInRules.UnknownMember] = "An object can have only the members that the server knows.",
        [BuiltInRules.RepeatedMember] = "A member can be set only once.",
        [BuiltInRules.WrongType] = "A value must be of the type of its member, such as a string.",
    };

    /// <summary>Gets the page of a rule; null if there is no such rule.</summary>
    public string? Describe(string name)
    {
        var page = new StringBuilder();
        if (BuiltIn.TryGetValue(name, out var sentence))
            AddSection(page, "In all objects", [sentence], "It follows from the types of the schema.", [], null);
        foreach (var rule in further.Where(rule => rule.Name == name))
            AddSection(page, "In conversations", [rule.Demand], rule.Reason, rule.Sources, null);
        foreach (var (schema, type, declared) in FindAll(name))
            AddSection(page, $"In {type.Name}", Demands(declared.Rule), declared.Rule.Reason, SourcesOf(schema, declared.Evidence), declared);
        return page.Length == 0 ? null : Frame(name, page.ToString());
    }

    /// <summary>Gets the page for a name that no rule has.</summary>
    public static string DescribeUnknown() => Frame("No such rule", "<p>None of the schemas that are served has a rule of this name.</p>");

    private IEnumerable<(SchemaDocument Schema, ObjectType Type, DeclaredRule Rule)> FindAll(string name) =>
        from schema in schemas.SelectMany(schema => schema.AllUses.Select(used => used.Document).Prepend(schema)).Distinct()
        from type in schema.Types
        from declared in type.Rules
        where declared.Rule.Name == name
        select (schema, type, declared);

    // A rule is described by what its violations would say.
    private static IEnumerable<string> Demands(Rule rule)
    {
        RuleTarget[] all = [.. rule.Targets];
        var violations = rule.Kind switch
        {
            RuleKind.Require => all.Select(target => new Violation(rule, ViolationKind.Missing, [target])),
            RuleKind.Forbid => all.Select(target => new Violation(rule, ViolationKind.Forbidden, [target])),
            RuleKind.Allow => all.Select(target => new Violation(rule, ViolationKind.WrongValue, [target])),
            RuleKind.AtLeastOneOf => [new Violation(rule, ViolationKind.NoneOf, all)],
            RuleKind.AtMostOneOf => [new Violation(rule, ViolationKind.SeveralOf, all)],
            RuleKind.ExactlyOneOf => [new Violation(rule, ViolationKind.NoneOf, all), new Violation(rule, ViolationKind.SeveralOf, all)],
            _ => all.SelectMany(target => target.Limits.Select(limit => new Violation(rule, ViolationKind.LimitExceeded, [target], limit))),
        };
        return violations.Select(violation => $"{Messages.DescribeDemand(violation)}.");
    }

    private static IEnumerable<string> SourcesOf(SchemaDocument schema, Evidence evidence)
    {
        var sources = evidence.Sources.Select(name => schema.Sources.FirstOrDefault(source => source.Name == name)?.Description ?? name);
        return evidence.IsUnverified ? sources.Append("No source states it: it is an inference.") : sources;
    }

    private static void AddSection(StringBuilder page, string where, IEnumerable<string> demands, string reason, IEnumerable<string> sources, DeclaredRule? declared)
    {
        page.Append("<section><h2>").Append(Encode(where)).Append("</h2>");
        foreach (var demand in demands)
            page.Append("<p class=\"demand\">").Append(Encode(demand)).Append("</p>");
        if (reason.Length > 0)
            page.Append("<p>").Append(Encode(reason)).Append("</p>");
        page.Append("<dl>");
        if (declared is not null)
            AddFact(page, "Severity", [DescribeSeverity(declared.Rule.Severity)]);
        if (declared?.Answer is { } answer)
            AddFact(page, "Error code", [answer.ToString()]);
        AddFact(page, "Known from", sources);
        page.Append("</dl></section>");
    }

    private static void AddFact(StringBuilder page, string name, IEnumerable<string> values)
    {
        List<string> all = [.. values];
        if (all.Count > 0)
            page.Append("<dt>").Append(Encode(name)).Append("</dt>").AppendJoin("", all.Select(value => $"<dd>{Encode(value)}</dd>"));
    }

    private static string DescribeSeverity(RuleSeverity severity) => severity switch
    {
        RuleSeverity.Error => "Error: the call is refused.",
        RuleSeverity.Warning => "Warning: documented as wrong, but not known to be refused.",
        _ => "Info: worth knowing.",
    };

    private static string Frame(string title, string content) =>
        $"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{Encode(title)} · Rules</title>
        <link rel="icon" href="/inbox/page/icon.svg" type="image/svg+xml">
        <link rel="stylesheet" href="/inbox/page/inbox.css">
        </head>
        <body class="document">
        <main>
        <p class="eyebrow">Rule</p>
        <h1>{Encode(title)}</h1>
        {content}
        <p><a href="/">Back to the inbox</a></p>
        </main>
        </body>
        </html>

        """;

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}

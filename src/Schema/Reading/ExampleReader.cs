using PageMessagesGen.Schema.Diagnostics;
using PageMessagesGen.Schema.Model;
using PageMessagesGen.Schema.Validation;
using PageMessagesGen.Schema.Yaml;

namespace PageMessagesGen.Schema.Reading;

/// <summary>Reads the examples of an operation, and whether they are what they say.</summary>
internal sealed class ExampleReader(SchemaDocument document, InvalidRules unsound, FactReader facts, string? extendedPath, DiagnosticBag diagnostics)
{
    private const string CalledValid = "is declared valid, but it is not";

    private static readonly string[] BeyondAnswers = [BuiltInRules.UnknownMember, BuiltInRules.Refused, BuiltInRules.Deprecated];

    private readonly RequestValidator _validator = new(document);

    public EquatableArray<Example> Read(Operation operation, YamlNode? examples)
    {
        if (examples is null)
            return default;
        if (examples is YamlSequence list)
            return list.Items.Select(i => ReadExample(operation, i)).ToEquatableArray();
        diagnostics.Add(SchemaDiagnosticDescriptors.WrongShape, examples.Range, "'examples'", "a list", examples.Kind);
        return default;
    }

    private Example ReadExample(Operation operation, YamlNode node)
    {
        var reader = new MappingReader(node, "an example", node.Range, diagnostics);
        var summary = reader.RequiredText("summary")?.Value ?? "";
        var request = reader.Find("request") is { } body ? WireValues.From(body) : null;
        var answer = reader.Find("answer") is { } answered ? WireValues.From(answered) : null;
        var platform = facts.Platform(reader);
        var breaks = reader.Texts("breaks");
        reader.Finish();

        var example = new Example(summary, request, answer, platform, breaks.Select(b => b.Value).ToEquatableArray(), node.Range);

        // It shows what its own file says, and other files say otherwise.
        if (extendedPath is not null && node.Range.File == extendedPath)
            return example;
        if (request is not null && operation.Body is { } type)
        {
            // An object that could not be read demands nothing, whatever the example shows.
            if (document.FindType(type) is not null)
                ValidateRequest(example, request, type, breaks);
        }
        else if (request is not null)
            diagnostics.Add(SchemaDiagnosticDescriptors.InvalidExample, request.Range, CalledValid, $"'{operation.Name}' has no body.", "");
        else if (breaks.Count > 0)
            diagnostics.Add(SchemaDiagnosticDescriptors.ExampleBreaksNothing, breaks[0].Range, breaks[0].Value, "it has no request.");
        if (answer is not null)
            ValidateAnswer(operation, answer);
        return example;
    }

    private void ValidateRequest(Example example, WireValue request, string type, IReadOnlyList<YamlScalar> breaks)
    {
        var violations = Validate(request, type, example.Platform).ToList();
        var rules = document.Types.Concat(document.AllUses.SelectMany(u => u.Document.Types)).SelectMany(t => t.Rules).Select(r => r.Rule.Name).Concat(BuiltInRules.All).ToList();
        var untold = violations.FirstOrDefault(f => f.Severity != RuleSeverity.Info && !example.Breaks.Contains(f.Rule));
        if (untold is not null && breaks.Count == 0)
            Report(untold, CalledValid, "The request", $" Add 'breaks: {untold.Rule}' if this is intended.");
        else if (untold is not null && breaks.All(b => rules.Contains(b.Value) || unsound.Contains(b.Value)))
            Report(untold, "breaks a rule that is not listed in 'breaks'", "The request", $" Add '{untold.Rule}' to 'breaks' if this is intended.");
        foreach (var name in breaks.Where(b => violations.All(f => f.Rule != b.Value) && !MayFollow(b.Value, rules)))
        {
            var instead = !rules.Contains(name.Value) ? $"there is no such rule.{diagnostics.Hint(name.Value, rules)}"
                : violations.Count == 0 ? "it breaks no rule."
                : $"it breaks {string.Join(", ", violations.Select(f => f.Rule).Distinct())}.";
            diagnostics.Add(SchemaDiagnosticDescriptors.ExampleBreaksNothing, name.Range, name.Value, instead);
        }
    }

    // A mistake that is reported where it is may be why nothing breaks the rule, or why there is none.
    private bool MayFollow(string rule, List<string> rules) =>
        unsound.Contains(rule) || (rules.Contains(rule) ? unsound.AreTypesUnsound && BuiltInRules.All.Contains(rule) : unsound.AreSomeNameless);

    // A server may answer more than the schema knows, and what it takes no longer, so only what contradicts the schema counts.
    private void ValidateAnswer(Operation operation, WireValue answer)
    {
        if (operation.Returns is not { } type)
            diagnostics.Add(SchemaDiagnosticDescriptors.InvalidExample, answer.Range, CalledValid, $"'{operation.Name}' returns nothing.", "");
        else if (_validator.ValidateAnswer(answer, type).FirstOrDefault(f => !unsound.Contains(f.Rule) && !BeyondAnswers.Contains(f.Rule)) is { } violation)
            Report(violation, CalledValid, "The response", "");
    }

    private void Report(WireViolation violation, string what, string body, string advice)
    {
        var message = violation.Fault is { } fault ? $"{(violation.Path.Length == 0 ? body : $"'{violation.Path}'")} {fault}" : violation.Message;

        // Most numbers where a text belongs are ids that lack their quotes.
        var quotes = violation.Unquoted is { } text ? $" Write it in quotes: \"{Excerpt.Of(text)}\"." : "";
        diagnostics.Add(SchemaDiagnosticDescriptors.InvalidExample, violation.Range, what, message, quotes + advice);
    }

    private IEnumerable<WireViolation> Validate(WireValue value, string type, string? platform) =>
        _validator.Validate(value, type, platform).Where(f => !unsound.Contains(f.Rule));
}

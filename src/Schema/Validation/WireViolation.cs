using PageMessagesGen.Schema.Model;
using PageMessagesGen.Schema.Text;

namespace PageMessagesGen.Schema.Validation;

/// <summary>A violation of a schema by the JSON of a request.</summary>
/// <param name="Rule">The name of the rule: one of the schema's, or a built-in one such as <c>required</c>.</param>
/// <param name="Severity">The severity.</param>
/// <param name="Path">The path on the wire, such as <c>message.quick_replies[3].title</c>; empty for the body as a whole.</param>
/// <param name="Message">The message.</param>
/// <param name="Answer">The error that the server returns for it, if the rule says so.</param>
/// <param name="Range">The place, if the request comes from a schema.</param>
internal sealed record WireViolation(string Rule, RuleSeverity Severity, string Path, string Message, ErrorKey? Answer, TextRange Range)
{
    private const int MostQuotedKeys = 5;

    /// <summary>
    /// Gets what is wrong, to follow its subject: Graph calls that a param, the author of a schema a member. Null if the message has
    /// no such subject.
    /// </summary>
    internal string? Fault { get; init; }

    /// <summary>Gets what would be a string if it had quotes; otherwise null.</summary>
    internal string? Unquoted { get; init; }

    /// <summary>Creates the violation of a rule of the schema.</summary>
    internal static WireViolation Of(DeclaredRule declared, Violation violation, WirePath path, TextRange range)
    {
        var place = violation.Path.Names.Aggregate(path, (place, name) => place.Member(name));
        return new(declared.Rule.Name, declared.Rule.Severity, place.ToString(), Messages.Describe(violation), declared.Answer, range);
    }

    /// <summary>Creates the violations by a member, or by a value of an enum, that is not available.</summary>
    internal static IEnumerable<WireViolation> Unavailable(Availability availability, WirePath path, string? value, string? platform, TextRange range)
    {
        if (availability.IsMissingOn(platform))
            yield return Found(BuiltInRules.Platform, RuleSeverity.Warning, Messages.Unavailable(availability, platform!));
        if (availability.Retirement is { } retirement)
            yield return Found(retirement.Rule, retirement.Severity, Messages.Retired(retirement));

        WireViolation Found(string rule, RuleSeverity severity, string what) =>
            new(rule, severity, path.ToString(), $"{(value is null ? "Param" : $"Value \"{value}\" of param")} {path} {what}", null, range)
            {
                Fault = value is null ? what : $"has the value \"{value}\", which {what}",
            };
    }

    /// <summary>
    /// Creates the violation by members that the schema does not know. At the top level they are a warning: every known refusal of
    /// invalid keys names a parameter inside the body, and clients have sent others at the top level for years.
    /// </summary>
    internal static WireViolation UnknownMembers(WirePath path, IReadOnlyList<WireMember> members)
    {
        var severity = path.IsBody ? RuleSeverity.Warning : RuleSeverity.Error;
        var keys = string.Join(", ", members.Take(MostQuotedKeys).Select(m => $"\"{Excerpt.Of(m.Name)}\""));
        var more = members.Count > MostQuotedKeys ? $" and {members.Count - MostQuotedKeys} more" : "";
        var place = path.IsBody ? "the request body" : $"param \"{path}\"";
        return new(BuiltInRules.UnknownMember, severity, path.ToString(), $"Invalid keys {keys}{more} were found in {place}.", null, members[0].Range)
        {
            Fault = $"has no member {keys}{more}.",
        };
    }

    internal static WireViolation NotTaken(WirePath path, TextRange range) => Param(BuiltInRules.UnknownMember, path, "must not be set.", range);

    internal static WireViolation Missing(WirePath path, TextRange range, ErrorKey? answer = null) =>
        Error(BuiltInRules.Required, path, $"The parameter {path} is required.", range) with { Fault = Messages.Required, Answer = answer };

    internal static WireViolation Repeated(WirePath path, TextRange range) => Param(BuiltInRules.RepeatedMember, path, "is specified more than once.", range);

    internal static WireViolation Null(WirePath path, TextRange range) => Param(BuiltInRules.Null, path, $"{Messages.Null} Leave it out instead.", range);

    internal static WireViolation WrongKind(WirePath path, string expected, WireValue actual)
    {
        var fault = $"must be {expected}, but it is {Describe(actual)}.";
        return path.IsBody
            ? Error(BuiltInRules.WrongType, path, $"The request body {fault}", actual.Range) with { Fault = fault }
            : Param(BuiltInRules.WrongType, path, fault, actual.Range);
    }

    internal static WireViolation Halved(WirePath path, TextRange range) => Param(Limit.Unicode.Rule, path, $"{Messages.Describe(Limit.Unicode)}.", range);

    internal static WireViolation NoText(WirePath path, WireValue actual) => WrongKind(path, "a string", actual) with
    {
        Unquoted = actual switch
        {
            WireNumber number => number.Digits,
            WireBoolean boolean => boolean.Value ? "true" : "false",
            _ => null,
        },
    };

    internal static WireViolation UnknownValue(WirePath path, string value, IEnumerable<string> allowed, TextRange range) =>
        Param(BuiltInRules.UnknownValue, path, $"must be one of {{{string.Join(", ", allowed)}}}, but it is \"{Excerpt.Of(value)}\".", range);

    internal static WireViolation Param(string rule, RuleSeverity severity, WirePath path, string fault, TextRange range) =>
        new(rule, severity, path.ToString(), $"Param {path} {fault}", null, range) { Fault = fault };

    private static WireViolation Param(string rule, WirePath path, string fault, TextRange range) => Param(rule, RuleSeverity.Error, path, fault, range);

    private static WireViolation Error(string rule, WirePath path, string message, TextRange range) =>
        new(rule, RuleSeverity.Error, path.ToString(), message, null, range);

    private static string Describe(WireValue value) => value switch
    {
        WireObject => "an object",
        WireList => "a list",
        WireText => "a string",
        WireNumber => "a number",
        WireBoolean => "a boolean",
        WireFile => "a file",
        _ => "null",
    };
}

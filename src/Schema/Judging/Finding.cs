using PageMessagesGen.Rules;
using PageMessagesGen.Schema.Model;
using PageMessagesGen.Schema.Text;

namespace PageMessagesGen.Schema.Judging;

/// <summary>Something in a request that breaks the schema.</summary>
/// <param name="Rule">The name of the rule: one of the schema's, or the word for what every type demands, such as <c>required</c>.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Path">Where it is on the wire, such as <c>message.quick_replies[3].title</c>; empty for the body as a whole.</param>
/// <param name="Message">What is wrong, for people.</param>
/// <param name="Answer">What the server answers to it, if the rule says so.</param>
/// <param name="Range">Where it stands, if the request comes from a schema.</param>
public sealed record Finding(string Rule, RuleSeverity Severity, string Path, string Message, ErrorKey? Answer, TextRange Range)
{
    private const int MostQuotedKeys = 5;

    /// <summary>
    /// What is wrong with what is at the path, without a word for that: Graph calls it a param, and whoever writes a schema a
    /// member. It is null if the message has no word for it either.
    /// </summary>
    internal string? Fault { get; init; }

    /// <summary>What stands where a text belongs, if quotes would make it one; otherwise null.</summary>
    internal string? Unquoted { get; init; }

    /// <summary>
    /// Describes members that the schema does not know. In the body itself they are a warning: every refusal of invalid keys that is
    /// known names a parameter inside of the body, and clients have sent others at the top for years.
    /// </summary>
    internal static Finding UnknownMembers(WirePath path, IReadOnlyList<WireMember> members)
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

    internal static Finding NotTaken(WirePath path, TextRange range) => Param(BuiltInRules.UnknownMember, path, "must be left out.", range);

    internal static Finding Missing(WirePath path, TextRange range) =>
        Error(BuiltInRules.Required, path, $"The parameter {path} is required.", range) with { Fault = "is required." };

    internal static Finding Repeated(WirePath path, TextRange range) => Param(BuiltInRules.RepeatedMember, path, "is given twice.", range);

    internal static Finding Null(WirePath path, TextRange range) => Param(BuiltInRules.Null, path, "must not be null. Leave it out instead.", range);

    internal static Finding WrongKind(WirePath path, string expected, WireValue actual)
    {
        var fault = $"must be {expected}, but it is {Describe(actual)}.";
        return path.IsBody
            ? Error(BuiltInRules.WrongType, path, $"The request body {fault}", actual.Range) with { Fault = fault }
            : Param(BuiltInRules.WrongType, path, fault, actual.Range);
    }

    internal static Finding NoText(WirePath path, WireValue actual) => WrongKind(path, "a string", actual) with
    {
        Unquoted = actual switch
        {
            WireNumber number => number.Digits,
            WireBoolean boolean => boolean.Value ? "true" : "false",
            _ => null,
        },
    };

    internal static Finding UnknownValue(WirePath path, string value, IEnumerable<string> allowed, TextRange range) =>
        Param(BuiltInRules.UnknownValue, path, $"must be one of {{{string.Join(", ", allowed)}}}, but it is \"{Excerpt.Of(value)}\".", range);

    internal static Finding Param(string rule, RuleSeverity severity, WirePath path, string fault, TextRange range) =>
        new(rule, severity, path.ToString(), $"Param {path} {fault}", null, range) { Fault = fault };

    private static Finding Param(string rule, WirePath path, string fault, TextRange range) => Param(rule, RuleSeverity.Error, path, fault, range);

    private static Finding Error(string rule, WirePath path, string message, TextRange range) =>
        new(rule, RuleSeverity.Error, path.ToString(), message, null, range);

    private static string Describe(WireValue value) => value switch
    {
        WireObject => "an object",
        WireList => "a list",
        WireText => "a string",
        WireNumber => "a number",
        WireBoolean => "a boolean",
        _ => "null",
    };
}

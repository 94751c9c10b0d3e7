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

    internal static Finding UnknownMembers(WirePath path, IReadOnlyList<WireMember> members)
    {
        var keys = string.Join(", ", members.Take(MostQuotedKeys).Select(m => $"\"{Excerpt.Of(m.Name)}\""));
        var more = members.Count > MostQuotedKeys ? $" and {members.Count - MostQuotedKeys} more" : "";
        var place = path.IsBody ? "the request body" : $"param \"{path}\"";
        return Error(BuiltInRules.UnknownMember, path, $"Invalid keys {keys}{more} were found in {place}.", members[0].Range);
    }

    internal static Finding NotTaken(WirePath path, TextRange range) => Error(BuiltInRules.UnknownMember, path, $"Param {path} must be left out.", range);

    internal static Finding Missing(WirePath path, TextRange range) => Error(BuiltInRules.Required, path, $"The parameter {path} is required.", range);

    internal static Finding Repeated(WirePath path, TextRange range) => Error(BuiltInRules.RepeatedMember, path, $"Param {path} is given twice.", range);

    internal static Finding Null(WirePath path, TextRange range) =>
        Error(BuiltInRules.Null, path, $"Param {path} must not be null. Leave it out instead.", range);

    internal static Finding WrongKind(WirePath path, string expected, WireValue actual) =>
        Error(BuiltInRules.WrongType, path, $"{(path.IsBody ? "The request body" : $"Param {path}")} must be {expected}, but it is {Describe(actual)}.", actual.Range);

    internal static Finding UnknownValue(WirePath path, string value, IEnumerable<string> allowed, TextRange range) =>
        Error(BuiltInRules.UnknownValue, path, $"Param {path} must be one of {{{string.Join(", ", allowed)}}}, but it is \"{Excerpt.Of(value)}\".", range);

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

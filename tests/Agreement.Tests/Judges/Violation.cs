using System.Collections.Immutable;

namespace PageMessagesGen.Agreement.Tests.Judges;

/// <summary>What a request breaks.</summary>
/// <param name="Rule">The name of the rule.</param>
/// <param name="Severity">The severity, in lower case.</param>
/// <param name="Path">The path on the wire, such as <c>message.quick_replies[0].title</c>.</param>
/// <param name="Message">What people are told. The judges word it in their own ways, so it is not compared.</param>
internal sealed record Violation(string Rule, string Severity, string Path, string Message = "")
{
    /// <summary>Rule, severity and the last name of the path: what can be told of an object without knowing where it is used.</summary>
    public string Outline => $"{Rule} {Severity} {Path[(Path.LastIndexOf('.') + 1)..].Split('[')[0]}";

    public override string ToString() => $"{Rule} {Severity} {Path}";
}

/// <summary>Ways to look at several violations, each in an order that does not depend on who found them.</summary>
internal static class Violations
{
    public static ImmutableSortedSet<string> Rules(this IEnumerable<Violation> violations) =>
        violations.Select(violation => violation.Rule).ToImmutableSortedSet(StringComparer.Ordinal);

    public static IEnumerable<string> Lines(this IEnumerable<Violation> violations) => violations.Select(violation => violation.ToString()).Order(StringComparer.Ordinal);

    public static IEnumerable<string> Outlines(this IEnumerable<Violation> violations) => violations.Select(violation => violation.Outline).Order(StringComparer.Ordinal);
}

using PageMessages;

namespace PageMessagesGen.Agreement.Tests.Judges;

/// <summary>Judges requests as objects, by the generated validator.</summary>
internal static class Validation
{
    public static IReadOnlyList<Violation> Judge(SendMessageRequest request, string? platform) =>
        [.. request.Validate(platform).Select(violation => new Violation(violation.Rule, violation.Severity.ToString().ToLowerInvariant(), violation.Path, violation.Message))];
}

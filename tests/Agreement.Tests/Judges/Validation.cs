using System.Collections.Immutable;
using PageMessages;

namespace PageMessagesGen.Agreement.Tests.Judges;

/// <summary>Judges requests as objects, by the generated validator.</summary>
internal static class Validation
{
    public static ImmutableSortedSet<string> Judge(SendMessageRequest request, string? platform) =>
        request.Validate(platform).Select(violation => violation.Rule).ToImmutableSortedSet(StringComparer.Ordinal);
}

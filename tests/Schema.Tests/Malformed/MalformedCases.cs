namespace PageMessagesGen.Schema.Tests.Malformed;

/// <summary>All malformed schemas, by kind of mistake.</summary>
internal static class MalformedCases
{
    public static IReadOnlyList<MalformedCase> All { get; } = [.. KeyMistakes.All, .. ValueMistakes.All, .. RelationMistakes.All, .. YamlMistakes.All];
}

namespace PageMessagesGen.Schema.Tests.Cases;

/// <summary>All schemas with mistakes whose messages are compared.</summary>
internal static class BrokenSchemas
{
    public static IReadOnlyList<BrokenSchema> All { get; } =
        [.. YamlCases.All, .. KeyCases.All, .. ValueCases.All, .. ExampleCases.All, .. PlainWordsCases.All, .. WebhookCases.All];
}

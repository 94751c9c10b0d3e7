using Microsoft.CodeAnalysis;
using PageMessagesGen.TestKit.Running;
using PageMessagesGen.TestKit.Verifiers;

namespace PageMessagesGen.Analyzers.Tests.Support;

/// <summary>A small set of types with a rule of each kind, as a generator would write them.</summary>
internal static class Toy
{
    public const string Types = """
        #nullable enable
        using System.Collections.Generic;
        using System.Text.Json;
        using System.Text.Json.Serialization;
        using PageMessagesGen.Generated;
        using PageMessagesGen.Rules;

        [assembly: GeneratedRequests("Instagram"), GeneratedRequests("Messenger")]

        namespace Toy;

        [Rule("tagged-needs-tag", "require tag when kind: TAGGED", Severity = RuleSeverity.Error, Reason = "It is judged by its tag.")]
        [Rule("tag-only-when-tagged", "allow kind: TAGGED when tag: present", Severity = RuleSeverity.Error)]
        [Rule("some-content", "at-least-one-of text, parts, payload, inner", Severity = RuleSeverity.Error)]
        [Rule("text-or-payload", "at-most-one-of text, payload", Severity = RuleSeverity.Error)]
        [Rule("silent-without-note", "forbid note when kind: SILENT", Severity = RuleSeverity.Warning)]
        [Rule("loud-needs-id", "require payload.id: [\"a b\", c] when kind: LOUD", Severity = RuleSeverity.Error)]
        [Rule("silent-is-short", "limit text {max-characters 5} when kind: SILENT", Severity = RuleSeverity.Error)]
        [Rule("parts-not-empty", "limit parts {min-count 1}", Severity = RuleSeverity.Error)]
        [Rule("one-star", "count-where parts.icon: [star, sun] {min-count 0, max-count 1}", Severity = RuleSeverity.Error)]
        [Rule("no-icons", "forbid parts.icon on instagram", Severity = RuleSeverity.Warning)]
        [Rule("inner-needs-x", "require inner.x when inner: present", Severity = RuleSeverity.Error)]
        public sealed partial record Request
        {
            [JsonPropertyName("to")] public required To To { get; init; }
            [JsonPropertyName("kind")] public Kind? Kind { get; init; }
            [JsonPropertyName("tag")] public Tag? Tag { get; init; }
            [JsonPropertyName("text"), Limits("min-characters 1, max-characters 10")] public string? Text { get; init; }
            [JsonPropertyName("note"), SupportedOn("messenger"), Limits("max-bytes 8")] public string? Note { get; init; }
            [JsonPropertyName("parts"), Limits("max-count 3")] public IReadOnlyList<Part>? Parts { get; init; }
            [JsonPropertyName("tags")] public IReadOnlyList<Tag>? Tags { get; init; }
            [JsonPropertyName("payload")] public JsonElement? Payload { get; init; }
            [JsonPropertyName("number"), Limits("min 1, max 3")] public long? Number { get; init; }
            [JsonPropertyName("inner")] public Inner? Inner { get; init; }
        }

        [Rule("one-address", "exactly-one-of id, phone", Severity = RuleSeverity.Error)]
        public sealed partial record To
        {
            [JsonPropertyName("id"), Limits("format digits", Severity = RuleSeverity.Warning)] public string? Id { get; init; }
            [JsonPropertyName("phone")] public string? Phone { get; init; }
        }

        [GeneratedRequest]
        public sealed partial record Part
        {
            [JsonPropertyName("icon")] public string? Icon { get; init; }
        }

        [GeneratedRequest]
        public sealed partial record Inner
        {
            [JsonPropertyName("x")] public string? X { get; init; }
        }

        public enum Kind
        {
            [SchemaName("PLAIN")] Plain = 1,
            [SchemaName("TAGGED")] Tagged = 2,
            [SchemaName("SILENT")] Silent = 3,
            [SchemaName("LOUD")] Loud = 4,
        }

        public enum Tag
        {
            [SchemaName("GOOD")] Good = 1,
            [SchemaName("GONE"), RefusedSince("2026-04-27", Severity = RuleSeverity.Error, Reason = "The server answers error 100.")] Gone = 2,
            [SchemaName("GOING"), RefusedSince("2030-01-01", Severity = RuleSeverity.Warning)] Going = 3,
            [SchemaName("OLD"), DeprecatedSince("2026-01-01")] Old = 4,
            [SchemaName("ELSEWHERE"), SupportedOn("messenger")] Elsewhere = 5,
        }

        public static class Kinds
        {
            public static void Replace(this ref Kind kind) => kind = Kind.Plain;
        }

        public sealed class Client
        {
            [Platform("instagram")] public Client Instagram => this;
            [Platform("messenger")] public Client Messenger => this;
            public void SendAsync(Request request) { }
        }
        """;

    private const string Head = """
        #nullable enable
        using System;
        using System.Collections.Generic;
        using System.Text.Json;
        using PageMessagesGen;
        using Toy;

        class Code
        {
        """;

    /// <summary>A project that has the types.</summary>
    public static GeneratorInput Project(string code) => PageMessagesProject.WithRuntime(code).WithSource("Toy.cs", Types);

    /// <summary>Checks what is reported in the members of a class.</summary>
    public static Task CheckAsync(string members) =>
        new ProjectAnalyzerTest<RequestAnalyzer>(Project($"{Head}{members}\n}}\n"), severityOf: SeverityOf).RunAsync();

    /// <summary>Checks what is reported in the body of a method.</summary>
    public static Task CheckBodyAsync(string body, string parameters = "bool b") => CheckAsync($"void M({parameters})\n{{\n{body}\n}}");

    /// <summary>Checks what is reported in the initializer of a request.</summary>
    public static Task CheckInitializerAsync(string initializer) => CheckBodyAsync($$"""_ = new Request { To = new() { Id = "1" }, {{initializer}} };""");

    // As the rules above.
    private static DiagnosticSeverity? SeverityOf(string id) => id is "PMG3002" or "PMG3009" or "PMG3010" ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error;
}

using PageMessagesGen.TestKit.Expectations;
using PageMessagesGen.TestKit.Markup;
using PageMessagesGen.TestKit.Running;

namespace PageMessagesGen.Analyzers.Tests.Support;

/// <summary>A small set of types with a rule of each kind, as a generator would write them.</summary>
internal static class Toy
{
    public const string Types = """
        #nullable enable
        using System.Collections.Generic;
        using System.Text.Json;
        using System.Text.Json.Serialization;
        using PageMessagesGen.Rules;

        [assembly: RuledTypes("Instagram", "Messenger")]

        namespace Toy;

        [Require("tag", When = "kind: TAGGED", Rule = "tagged-needs-tag", Severity = RuleSeverity.Error, Because = "It is judged by its tag.")]
        [Allow("kind: TAGGED", When = "tag: present", Rule = "tag-only-when-tagged", Severity = RuleSeverity.Error)]
        [AtLeastOneOf("text", "parts", "payload", "inner", Rule = "some-content", Severity = RuleSeverity.Error)]
        [AtMostOneOf("text", "payload", Rule = "text-or-payload", Severity = RuleSeverity.Error)]
        [Forbid("note", When = "kind: SILENT", Rule = "silent-without-note", Severity = RuleSeverity.Warning)]
        [Require("payload.id: [\"a b\", c]", When = "kind: LOUD", Rule = "loud-needs-id", Severity = RuleSeverity.Error)]
        [Limit("text", When = "kind: SILENT", MaxCharacters = 5, Rule = "silent-is-short", Severity = RuleSeverity.Error)]
        [Limit("parts", MinCount = 1, Rule = "parts-not-empty", Severity = RuleSeverity.Error)]
        [Forbid("parts.icon", Platforms = "instagram", Rule = "no-icons", Severity = RuleSeverity.Warning)]
        [Require("inner.x", When = "inner: present", Rule = "inner-needs-x", Severity = RuleSeverity.Error)]
        public sealed partial record Request
        {
            [JsonPropertyName("to")] public required To To { get; init; }
            [JsonPropertyName("kind")] public Kind? Kind { get; init; }
            [JsonPropertyName("tag")] public Tag? Tag { get; init; }
            [JsonPropertyName("text"), MinCharacters(1), MaxCharacters(10)] public string? Text { get; init; }
            [JsonPropertyName("note"), OnlyOn("messenger"), MaxBytes(8)] public string? Note { get; init; }
            [JsonPropertyName("parts"), MaxCount(3)] public IReadOnlyList<Part>? Parts { get; init; }
            [JsonPropertyName("tags")] public IReadOnlyList<Tag>? Tags { get; init; }
            [JsonPropertyName("payload")] public JsonElement? Payload { get; init; }
            [JsonPropertyName("number"), Min(1), Max(3)] public long? Number { get; init; }
            [JsonPropertyName("inner")] public Inner? Inner { get; init; }
        }

        [ExactlyOneOf("id", "phone", Rule = "one-address", Severity = RuleSeverity.Error)]
        public sealed partial record To
        {
            [JsonPropertyName("id"), Format("digits", Severity = RuleSeverity.Warning)] public string? Id { get; init; }
            [JsonPropertyName("phone")] public string? Phone { get; init; }
        }

        [RuledType]
        public sealed partial record Part
        {
            [JsonPropertyName("icon")] public string? Icon { get; init; }
        }

        [RuledType]
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
            [SchemaName("GONE"), RefusedSince("2026-04-27", Severity = RuleSeverity.Error, Because = "The server answers error 100.")] Gone = 2,
            [SchemaName("GOING"), RefusedSince("2030-01-01", Severity = RuleSeverity.Warning)] Going = 3,
            [SchemaName("OLD"), DeprecatedSince("2026-01-01")] Old = 4,
            [SchemaName("ELSEWHERE"), OnlyOn("messenger")] Elsewhere = 5,
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

    /// <summary>Checks what is reported in the members of a class.</summary>
    public static async Task CheckAsync(string members)
    {
        var marked = MarkedText.Parse(Head + members + "\n}\n");
        var project = PageMessagesProject.WithRuntime(marked.Text).WithSource("Toy.cs", Types);
        var reported = await AnalyzerRun.ReportAsync(project, new RequestAnalyzer());
        new DiagnosticExpectations()
            .WithSeverity("PMG3002", Microsoft.CodeAnalysis.DiagnosticSeverity.Warning)
            .WithSeverity("PMG3009", Microsoft.CodeAnalysis.DiagnosticSeverity.Warning)
            .WithSeverity("PMG3010", Microsoft.CodeAnalysis.DiagnosticSeverity.Warning)
            .In(PageMessagesProject.CodePath, marked)
            .AssertMatch(reported);
    }

    /// <summary>Checks what is reported in the body of a method.</summary>
    public static Task CheckBodyAsync(string body, string parameters = "bool b") => CheckAsync($"void M({parameters})\n{{\n{body}\n}}");
}

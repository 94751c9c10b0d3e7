using PageMessagesGen.Analyzers.Tests.Support;
using PageMessagesGen.TestKit.Verifiers;

namespace PageMessagesGen.Analyzers.Tests.Requests;

/// <summary>Requests that are possible, but rare, are evaluated as the validator evaluates them.</summary>
public class RareRequestTests
{
    private static readonly string Types = $$"""
        #nullable enable
        using System.Collections.Generic;
        using System.Text.Json;
        using System.Text.Json.Serialization;
        using PageMessagesGen.Generated;
        using PageMessagesGen.Rules;

        [assembly: GeneratedRequests]

        namespace Rare;

        [Rule("short-without-free", "forbid free when note: short", Severity = RuleSeverity.Error)]
        [Rule("two-values", "count-where list: [a, b] {min-count 2} when note: values", Severity = RuleSeverity.Error)]
        [Rule("two-elements", "count-where list {min-count 2} when note: elements", Severity = RuleSeverity.Error)]
        [Rule("free-without-note", "forbid note when free.a: \"100\"", Severity = RuleSeverity.Error)]
        public sealed partial record Request
        {
            [JsonPropertyName("note")] public string? Note { get; init; }
            [JsonPropertyName("list")] public IReadOnlyList<string>? List { get; init; }
            [JsonPropertyName("marks"), Limits("max-characters 3, max-count 2")] public IReadOnlyList<string>? Marks { get; init; }
            [JsonPropertyName("shares"), Limits("max 0.5")] public IReadOnlyList<decimal>? Shares { get; init; }
            [JsonPropertyName("free")] public JsonElement? Free { get; init; }
        }

        [Rule("last-needs-first", "require m0 when m69: a", Severity = RuleSeverity.Error)]
        public sealed partial record Wide
        {
            {{string.Concat(Enumerable.Range(0, 70).Select(i => $"[JsonPropertyName(\"m{i}\")] public string? M{i} {{ get; init; }}\n"))}}
        }
        """;

    [Theory]
    [InlineData("""{|PMG3002:Note = "a"|}, Free = RawJson.Parse("{ \"a\": 1.0e2 }")""")]
    [InlineData("""Note = "a", Free = RawJson.Parse("{ \"a\": 10e2 }")""")]
    [InlineData("""{|PMG3002:Note = "a"|}, Free = RawJson.Parse("{ \"a\": 100, \"a\": 1 }")""")]
    [InlineData("""Note = "a", Free = RawJson.Parse("{ \"a\": 1, \"a\": 100 }")""")]
    [InlineData("""Free = RawJson.Parse("[null]")""")]
    [InlineData("""Note = "short", Free = default(JsonElement)""")]
    [InlineData("""Note = "short", {|PMG3002:Free = RawJson.Parse("{}")|}""")]
    [InlineData("""Note = "values", List = list""")]
    [InlineData("""Note = "values", List = list ?? throw new Exception()""")]
    [InlineData("""Note = "elements", List = list""")]
    [InlineData("""Note = "elements", List = list ?? throw new Exception()""")]
    [InlineData("""Note = "elements", List = [..list!]""")]
    [InlineData("""Note = "values", {|PMG3008:List = ["a", "c"]|}""")]
    [InlineData("""Note = "values", List = ["a", text!]""")]
    [InlineData("""Note = "values", {|PMG3008:List = ["c", text!]|}""")]
    [InlineData("""Note = "elements", {|PMG3008:List = ["a"]|}""")]
    [InlineData("""{|PMG3007:Marks = ["abc", "abcd"]|}""")]
    [InlineData("""{|PMG3008:Marks = ["a", "b", "c"]|}""")]
    [InlineData("""Marks = ["abc", text!]""")]
    [InlineData("""{|PMG3012:Shares = [0.5m, 0.6m]|}""")]
    [InlineData("""{|PMG3009:Note = "Pizza \ud83c"|}""")]
    [InlineData("""{|PMG3009:Note = "\udf55" + "\ud83c"|}""")]
    [InlineData("""Note = "\ud83c" + "\udf55" """)]
    [InlineData("""Note = "\ud83c" + text""")]
    [InlineData("""Note = text ?? "\ud83c" """)]
    [InlineData("""{|PMG3009:Note = text is null ? "\ud83c" : "\udf55"|}""")]
    [InlineData("""{|PMG3009:List = ["a", "\ud83c"]|}""")]
    [InlineData("""{|PMG3009:{|PMG3007:Marks = ["\ud83cabc"]|}|}""")]
    public Task A_request_is_evaluated(string initializer) => ExpectAsync($"_ = new Request {{ {initializer} }};");

    [Theory]
    [InlineData("_ = new Wide { {|PMG3001:M69 = \"a\"|} };")]
    [InlineData("_ = new Wide { M1 = \"a\" } with { {|PMG3001:M69 = \"a\"|} };")]
    [InlineData("_ = new Wide { M0 = \"a\" } with { M69 = \"a\" };")]
    public Task A_member_behind_the_63rd_is_evaluated(string body) => ExpectAsync(body);

    private static Task ExpectAsync(string body) => new ProjectAnalyzerTest<RequestAnalyzer>(PageMessagesProject.WithRuntime($$"""
        #nullable enable
        using System;
        using System.Collections.Generic;
        using System.Text.Json;
        using PageMessagesGen;
        using Rare;
        class Code { void M(IReadOnlyList<string>? list, string? text) { {{body}} } }
        """).WithSource("Rare.cs", Types)).RunAsync();
}

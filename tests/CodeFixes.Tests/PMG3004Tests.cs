using PageMessagesGen.Analyzers.Tests.Support;
using PageMessagesGen.TestKit.Running;

namespace PageMessagesGen.CodeFixes.Tests;

/// <summary>More than one of several members of which exactly one is needed.</summary>
public sealed class PMG3004Tests
{
    private const string Types = """
        #nullable enable
        using System.Text.Json.Serialization;
        using PageMessagesGen.Generated;
        using PageMessagesGen.Rules;

        [assembly: GeneratedRequests]

        namespace Shop;

        [Rule("one-address", "exactly-one-of id, phone", Severity = RuleSeverity.Error)]
        public sealed partial record To
        {
            [JsonPropertyName("id")] public string? Id { get; init; }
            [JsonPropertyName("phone")] public string? Phone { get; init; }
        }
        """;

    [Fact]
    public Task Each_member_can_be_kept() => In("Id = \"1\", {|PMG3004:Phone = \"2\"|}").AssertOffersAsync("PMG3004", "Keep Id, remove Phone", "Keep Phone, remove Id");

    [Fact]
    public Task One_is_kept() => In("Id = \"1\", {|PMG3004:Phone = \"2\"|}").AssertFixesOneByOneAsync("one by one: keep phone", Project("Phone = \"2\""));

    private static RequestFixTest In(string members) => new(Project(members));

    private static GeneratorInput Project(string members) => PageMessagesProject.WithRuntime($$"""
        using Shop;

        class Code
        {
            object Run() => new To { {{members}} };
        }

        """).WithSource("Types.cs", Types);
}

using Microsoft.CodeAnalysis;
using PageMessagesGen.TestKit.Running;

namespace PageMessagesGen.Generator.Tests;

/// <summary>What a schema says with <c>correlated-by</c>, <c>customer</c> and <c>windows</c> becomes part of the description of the call.</summary>
public sealed class EchoTests
{
    private const string Window = "    windows: { day: { hours: 24, when: { label: present, note: absent }, severity: warning, because: \"It is \\\"late\\\".\" } }\n";

    [Theory]
    [InlineData("label", "body.Label is null ? body with { Label = correlation } : null")]
    [InlineData("owner.name", "body.Owner is { Name: null } part1 ? body with { Owner = part1 with { Name = correlation } } : null")]
    [InlineData("owner.home.street", "body.Owner is { Home: { Street: null } part2 } part1 ? body with { Owner = part1 with { Home = part2 with { Street = correlation } } } : null")]
    public void A_copy_of_the_body_has_the_correlation(string path, string expected)
    {
        var file = Compile($"    correlated-by: {{ {path}: id }}\n");

        Assert.Contains($"\n        Correlate = static (body, correlation) => {expected},\n", file, StringComparison.Ordinal);
        Assert.Contains("\n        AnswerOfEcho = static id => new() { Id = id },\n", file, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("label", "body.Label")]
    [InlineData("owner.name", "body.Owner?.Name")]
    [InlineData("maker.name", "body.Maker.Name")]
    [InlineData("maker.home.street", "body.Maker.Home?.Street")]
    [InlineData("sticker_id", "body.StickerId")]
    public void The_customer_is_read_from_the_body(string path, string expected) =>
        Assert.Contains($"\n        Customer = static body => {expected},\n", Compile($"    customer: {path}\n"), StringComparison.Ordinal);

    [Fact]
    public void Windows_are_described_and_have_properties()
    {
        var run = Run($"    customer: label\n{Window}");

        run.AssertCompilesClean();
        Assert.Contains(
            "\n        Windows = [new(\"day\", 24, \"label: present and note: absent\", RuleSeverity.Warning, \"It is \\\"late\\\".\")],\n",
            run.Files["shop.Client.g.cs"],
            StringComparison.Ordinal);
        Assert.Contains("    public static MessagingWindow Day { get; } = new(\"day\", 24);\n", run.Files["shop.Client.g.cs"], StringComparison.Ordinal);
        Assert.Contains("    public static IReadOnlyList<MessagingWindow> All { get; } = [Day];\n", run.Files["shop.Client.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void Without_these_keys_there_is_nothing_of_them()
    {
        var run = Run("");

        Assert.DoesNotContain("MessagingWindow", run.Files["shop.Client.g.cs"], StringComparison.Ordinal);
        Assert.DoesNotContain("Correlate", run.Files["shop.Client.g.cs"], StringComparison.Ordinal);
    }

    private static string Compile(string keys)
    {
        var run = Run(keys);
        run.AssertCompilesClean();
        Schemas.Run(Project(keys) with { Nullable = NullableContextOptions.Disable }).AssertCompilesClean();
        return run.Files["shop.Client.g.cs"];
    }

    private static GeneratorRun Run(string keys) => Schemas.Run(Project(keys));

    private static GeneratorInput Project(string keys)
    {
        const string Returns = "    body: Thing\n    returns: Receipt\n";
        const string Label = "      label: {";
        Assert.Contains(Returns, Schemas.Small, StringComparison.Ordinal);
        var schema = Schemas.Small
            .Replace(Returns, $"{Returns}{keys}", StringComparison.Ordinal)
            .Replace(Label, $"      owner: {{ type: Owner, summary: Its owner. }}\n      maker: {{ type: Owner, required: true, summary: Its maker. }}\n{Label}", StringComparison.Ordinal)
            .Replace("\ntypes:\n", """

                types:
                  Owner: { summary: An owner., members: { name: { type: string, summary: The name. }, home: { type: Home, summary: The home. } } }
                  Home: { summary: A home., members: { street: { type: string, summary: The street. } } }

                """, StringComparison.Ordinal);
        return Schemas.Project((Schemas.SmallPath, schema));
    }
}

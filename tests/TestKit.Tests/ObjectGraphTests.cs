using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using PageMessagesGen.TestKit.Graphs;
using Xunit.Sdk;

namespace PageMessagesGen.TestKit.Tests;

public class ObjectGraphTests
{
    private static readonly SyntaxTree Tree = CSharpSyntaxTree.ParseText("class A;");

    public static TheoryData<string, object> Forbidden { get; } = new()
    {
        { "CSharpCompilation", CSharpCompilation.Create("a") },
        { "AssemblySymbol", CSharpCompilation.Create("a").Assembly },
        { "CompilationUnitSyntax", Tree.GetRoot() },
        { "ParsedSyntaxTree", Tree },
        { "ExternalFileLocation", Location.Create("a", default, default) },
        { "StringText", SourceText.From("a") },
    };

    [Theory]
    [MemberData(nameof(Forbidden))]
    public void Each_kind_of_compiler_object_is_found(string type, object value)
    {
        var path = Assert.Single(ObjectGraph.FindCompilerObjects(new Node("a", value)));

        Assert.StartsWith("root.Value (", path, StringComparison.Ordinal);
        Assert.Contains(type, path, StringComparison.Ordinal);
    }

    [Fact]
    public void A_path_leads_through_base_classes_private_fields_structs_lists_and_closures()
    {
        var place = Location.Create("a", default, default);
        Func<Location> closure = () => place;

        Assert.Equal(
            [
                "root[0].Inner.Value (ExternalFileLocation)",
                "root[1].Item1._hidden (ExternalFileLocation)",
                "root[2]._items[1] (ExternalFileLocation)",
                "root[3].Target.place (ExternalFileLocation)",
                "root[4] (ExternalFileLocation)",
            ],
            ObjectGraph.FindCompilerObjects(new object[]
            {
                new Outer(new Node("a", Location.Create("b", default, default))),
                (new Derived(Location.Create("c", default, default)), 1),
                new List<object> { 1, Location.Create("d", default, default) },
                closure,
                Location.Create("e", default, default),
            }));
    }

    [Fact]
    public void An_object_that_is_held_twice_is_listed_once()
    {
        var place = Location.Create("a", default, default);

        Assert.Single(ObjectGraph.FindCompilerObjects(new[] { new Node("a", place), new Node("b", place) }));
    }

    [Fact]
    public void Values_texts_cycles_and_long_chains_pass()
    {
        var chain = new Node("end", null);
        for (var i = 0; i < 100_000; i++)
            chain = new Node("link", chain);
        var cycle = new object[1];
        cycle[0] = cycle;

        ObjectGraph.AssertHoldsNoCompilerObjects(new object?[] { 1, "a", null, DayOfWeek.Monday, typeof(Location), chain, cycle, DateTime.UnixEpoch });
        ObjectGraph.AssertHoldsNoCompilerObjects(null);
    }

    [Fact]
    public void A_finding_fails_the_test_with_its_path() =>
        Assert.Contains(
            "model.Value (",
            Assert.Throws<FailException>(() => ObjectGraph.AssertHoldsNoCompilerObjects(new Node("a", Tree), "model")).Message,
            StringComparison.Ordinal);

    [Fact]
    public void A_graph_without_end_is_refused() =>
        Assert.Throws<InvalidOperationException>(() => ObjectGraph.FindCompilerObjects(new object[1_000_001].Select(_ => new object()).ToArray()));

    private sealed record Node(string Name, object? Value);

    private sealed record Outer(Node Inner);

    private class Base(object hidden)
    {
        private readonly object _hidden = hidden;

        public override string ToString() => $"{_hidden}";
    }

    private sealed class Derived(object hidden) : Base(hidden);
}

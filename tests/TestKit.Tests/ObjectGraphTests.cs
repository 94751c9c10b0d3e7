using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using PageMessagesGen.TestKit.Graphs;
using Xunit.Sdk;

namespace PageMessagesGen.TestKit.Tests;

public class ObjectGraphTests
{
    private static readonly Location Place = Location.Create("a", default, default);

    public static TheoryData<string, object> Forbidden { get; } = new()
    {
        { "root.Value is an object of the compiler (CSharpCompilation)", new Node(CSharpCompilation.Create("a")) },
        { "root.Value is an object of the compiler (SourceAssemblySymbol)", new Node(CSharpCompilation.Create("a").Assembly) },
        { "root.Value is an object of the compiler (CompilationUnitSyntax)", new Node(CSharpSyntaxTree.ParseText("").GetRoot()) },
        { "root.Value is an object of the compiler (ParsedSyntaxTree)", new Node(CSharpSyntaxTree.ParseText("")) },
        { "root.Value is an object of the compiler (StringText)", new Node(SourceText.From("a")) },
        { "root.Value.Value is an object of the compiler (ExternalFileLocation)", new Node(new Node(Place)) },
        { "root.Item1._hidden is an object of the compiler (ExternalFileLocation)", (new Derived(Place), 1) },
        { "root._items[1] is an object of the compiler (ExternalFileLocation)", new List<object> { 1, Place } },
        { "root.Target.place is an object of the compiler (ExternalFileLocation)", Closure(Place) },
    };

    [Theory]
    [MemberData(nameof(Forbidden))]
    public void An_object_of_the_compiler_is_found_with_its_path(string message, object root) =>
        Assert.Contains(message, Assert.Throws<FailException>(() => ObjectGraph.AssertHoldsNoCompilerObjects(root)).Message, StringComparison.Ordinal);

    [Fact]
    public void Values_texts_cycles_and_long_chains_pass()
    {
        var chain = new Node(null);
        for (var i = 0; i < 100_000; i++)
            chain = new Node(chain);
        var cycle = new object[1];
        cycle[0] = cycle;

        ObjectGraph.AssertHoldsNoCompilerObjects(new object?[] { 1, "a", null, DayOfWeek.Monday, typeof(Location), chain, cycle, DateTime.UnixEpoch });
        ObjectGraph.AssertHoldsNoCompilerObjects(null);
    }

    private static Func<Location> Closure(Location place) => () => place;

    private sealed record Node(object? Value);

    private class Base(object hidden)
    {
        private readonly object _hidden = hidden;

        public override string ToString() => $"{_hidden}";
    }

    private sealed class Derived(object hidden) : Base(hidden);
}

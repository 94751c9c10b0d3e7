using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using PageMessagesGen.TestKit.Running;
using Xunit.Sdk;

namespace PageMessagesGen.TestKit.Tests;

public class GeneratorRunTests
{
    private static GeneratorInput One { get; } = new GeneratorInput().WithAdditionalFile("a.toy", "A", ("Toy", "true"));

    [Fact]
    public void Files_with_the_metadata_reach_the_generator_and_what_it_writes_is_found_by_hint_name()
    {
        var run = GeneratorRun.Of(new ToyGenerator(), ToyGenerator.Project);

        Assert.Equal(["bear.g.cs", "horse.g.cs"], run.Files.Keys);
        Assert.Contains("class Bear", run.File("bear.g.cs"), StringComparison.Ordinal);
        Assert.Contains("bear.g.cs, horse.g.cs", Assert.Throws<ArgumentException>(() => run.File("cow.g.cs")).Message, StringComparison.Ordinal);
        run.AssertCompilesClean();
    }

    [Theory]
    [InlineData("a\r\nb\rc\n\n")]
    [InlineData("\uFEFFa\0b\t \uD83D")]
    public void The_text_of_an_additional_file_reaches_the_generator_unchanged(string text)
    {
        var seen = "";
        _ = GeneratorRun.Of(new ToyGenerator(hold: file => seen = file.GetText()!.ToString(), render: _ => ""), One.WithAdditionalFile("a.toy", text));

        Assert.Equal(text, seen);
    }

    [Fact]
    public void A_generator_that_throws_fails_the_test_with_its_message()
    {
        Assert.Contains("no hands", Assert.Throws<FailException>(() => GeneratorRun.Of(new BrokenGenerator(), One)).Message, StringComparison.Ordinal);
        var run = GeneratorRun.Of(new ToyGenerator(render: m => m.Class == "A" ? "" : throw new InvalidOperationException("out of wood")), One);
        Assert.Contains("out of wood", Assert.Throws<FailException>(() => run.Edit(i => i.WithAdditionalFile("a.toy", "B"))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public class { }", "CS1001")]
    [InlineData("/// <summary>A toy.</summary>\npublic class Bear { public int Legs; }", "CS1591")]
    [InlineData("/// <summary>A <see cref=\"Nowhere\"/>.</summary>\npublic class Bear;", "CS1574")]
    [InlineData("internal class Bear { static bool Play(System.DateTime d) => d == null; }", "CS8073")]
    [InlineData("#nullable enable\ninternal class Bear { string Name = null; }", "CS8625")]
    [InlineData("internal class Bear { void M(params System.Collections.Generic.List<int> a) { } }", "CS9202")]
    [InlineData("internal class Bear { object B => typeof(Xunit.Assert); }", "CS0246")]
    public void Code_with_an_error_or_a_warning_does_not_compile_clean(string code, string id)
    {
        var run = GeneratorRun.Of(new ToyGenerator(render: _ => code), One);

        Assert.Contains(id, Assert.ThrowsAny<XunitException>(run.AssertCompilesClean).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_compiled_project_can_be_called_and_shares_the_types_of_the_test()
    {
        var project = ToyGenerator.Project
            .WithSource("a.cs", "public static class A { public static object B => Xunit.Sdk.FailException.ForFailure(\"x\"); }")
            .WithReferences(References.ToAssemblyOf(typeof(FailException)));
        using var loaded = GeneratorRun.Of(new ToyGenerator(), project).EmitAndLoad();

        Assert.Equal("Bear", loaded.Type("Program").GetProperty("Name")!.GetValue(null));
        Assert.IsType<FailException>(loaded.Type("A").GetProperty("B")!.GetValue(null));
        Assert.Contains("Toys.Bear", Assert.Throws<ArgumentException>(() => loaded.Type("Toys.Cow")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_project_that_does_not_compile_is_not_loaded()
    {
        var run = GeneratorRun.Of(new ToyGenerator(), One.WithSource("b.cs", "class B : Missing;"));

        Assert.Contains("CS0246", Assert.ThrowsAny<XunitException>(() => run.EmitAndLoad()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_loaded_project_can_be_let_go()
    {
        var assembly = LoadAndLetGo();
        for (var i = 0; i < 20 && assembly.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(assembly.IsAlive);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference LoadAndLetGo()
    {
        using var loaded = GeneratorRun.Of(new ToyGenerator(), One).EmitAndLoad();
        return new WeakReference(loaded.Assembly);
    }

    private sealed class BrokenGenerator : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context) => throw new InvalidOperationException("no hands");
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PageMessagesGen.TestKit.Running;
using Xunit.Sdk;

namespace PageMessagesGen.TestKit.Tests;

public class GeneratorRunTests
{
    [Fact]
    public void Generated_files_are_found_by_hint_name()
    {
        var run = GeneratorRun.Of(new ToyGenerator(), Toys.Two);

        Assert.Equal(["bear.g.cs", "horse.g.cs"], run.Files.Keys);
        Assert.Equal(ToyGenerator.Documented(new ToyModel("bear.toy", "Bear", "Toys")), run.File("bear.g.cs"));
        Assert.Contains("bear.g.cs, horse.g.cs", Assert.Throws<ArgumentException>(() => run.File("cow.g.cs")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Metadata_selects_files_and_properties_reach_the_generator_whatever_the_casing_of_their_keys()
    {
        var run = GeneratorRun.Of(new ToyGenerator(), Toys.One.WithProperty("ROOTnamespace", "Nursery"));

        Assert.Equal(["bear.g.cs"], run.Files.Keys);
        Assert.StartsWith("namespace Nursery;", run.File("bear.g.cs"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a\r\nb\rc\n\n")]
    [InlineData("\uFEFFa\0b\t \uD83D")]
    public void The_text_of_an_additional_file_reaches_the_generator_unchanged(string text)
    {
        var seen = "";
        _ = GeneratorRun.Of(
            new ToyGenerator(hold: file => seen = file.GetText()!.ToString(), render: _ => ""),
            new GeneratorInput().WithAdditionalFile("a.toy", text, ("Toy", "true")));

        Assert.Equal(text, seen);
    }

    [Fact]
    public void A_generator_that_throws_fails_the_test()
    {
        var failure = Assert.Throws<FailException>(() =>
            GeneratorRun.Of(new ToyGenerator(render: _ => throw new InvalidOperationException("out of wood")), Toys.One));

        Assert.Contains("out of wood", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_generator_that_throws_after_an_edit_fails_the_test()
    {
        var run = GeneratorRun.Of(
            new ToyGenerator(render: m => m.Class == "Bear" ? ToyGenerator.Documented(m) : throw new InvalidOperationException("no more bears")), Toys.One);

        Assert.Throws<FailException>(() => run.Edit(i => i.WithAdditionalFile("bear.toy", "Ox")));
    }

    [Fact]
    public void A_generator_that_throws_when_it_is_set_up_fails_the_test() =>
        Assert.Throws<FailException>(() => GeneratorRun.Of(new BrokenGenerator(), Toys.One));

    [Fact]
    public void Clean_code_passes() => GeneratorRun.Of(new ToyGenerator(), Toys.One).AssertCompilesClean();

    [Theory]
    [InlineData("public class { }", "CS1001")]
    [InlineData("/// <summary>A toy.</summary>\npublic class Bear { public int Legs; }", "CS1591")]
    [InlineData("/// <summary>A <see cref=\"Nowhere\"/>.</summary>\npublic class Bear;", "CS1574")]
    [InlineData("/// <summary>A <b>toy.</summary>\npublic class Bear;", "CS1570")]
    [InlineData("internal class Bear { void Play() { int legs; } }", "CS0168")]
    [InlineData("internal class Bear { static bool Play(System.DateTime d) => d == null; }", "CS8073")]
    [InlineData("#nullable enable\ninternal class Bear { string Name = null; }", "CS8625")]
    [InlineData("internal class Bear { int Legs { get => field; } }", "CS")]
    public void Code_with_an_error_or_a_warning_does_not_compile_clean(string code, string id)
    {
        var run = GeneratorRun.Of(new ToyGenerator(render: _ => code), new GeneratorInput().WithAdditionalFile("a.toy", "A", ("Toy", "true")));

        Assert.Contains(id, Assert.Throws<FailException>(run.AssertCompilesClean).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_language_version_is_CSharp_12_and_can_be_chosen()
    {
        var input = new GeneratorInput().WithSource("a.cs", "internal class A { void M(params System.Collections.Generic.List<int> a) { } }");

        Assert.Throws<FailException>(() => GeneratorRun.Of(new ToyGenerator(), input).AssertCompilesClean());
        GeneratorRun.Of(new ToyGenerator(), input with { LanguageVersion = LanguageVersion.Latest }).AssertCompilesClean();
    }

    [Fact]
    public void References_are_those_of_the_framework_and_others_are_added()
    {
        var input = new GeneratorInput().WithSource("a.cs", "internal class A { object B => typeof(Xunit.Assert); }");

        Assert.Throws<FailException>(() => GeneratorRun.Of(new ToyGenerator(), input).AssertCompilesClean());
        GeneratorRun.Of(new ToyGenerator(), input.WithReferences(References.ToAssemblyOf(typeof(Assert)))).AssertCompilesClean();
    }

    [Fact]
    public void References_are_read_once_and_a_missing_file_is_named()
    {
        Assert.Same(References.ToAssemblyOf(typeof(Assert)), References.ToFile(typeof(Assert).Assembly.Location));
        Assert.Contains("nowhere.dll", Assert.Throws<FileNotFoundException>(() => References.ToFile("nowhere.dll")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_compiled_project_can_be_called()
    {
        using var loaded = GeneratorRun.Of(new ToyGenerator(), Toys.One).EmitAndLoad();

        Assert.Equal("Bear", loaded.Type("Program").GetProperty("Name")!.GetValue(null));
        Assert.Contains("Toys.Bear", Assert.Throws<ArgumentException>(() => loaded.Type("Toys.Cow")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_type_that_test_and_project_refer_to_is_one_type()
    {
        var input = new GeneratorInput()
            .WithSource("a.cs", "public static class A { public static object B => Xunit.Sdk.FailException.ForFailure(\"x\"); }")
            .WithReferences(References.ToAssemblyOf(typeof(FailException)));
        using var loaded = GeneratorRun.Of(new ToyGenerator(), input).EmitAndLoad();

        Assert.IsType<FailException>(loaded.Type("A").GetProperty("B")!.GetValue(null));
    }

    [Fact]
    public void A_project_that_does_not_compile_is_not_loaded()
    {
        var run = GeneratorRun.Of(new ToyGenerator(), Toys.One.WithSource("b.cs", "class B : Missing;"));

        Assert.Contains("CS0246", Assert.Throws<FailException>(() => run.EmitAndLoad()).Message, StringComparison.Ordinal);
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

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static WeakReference LoadAndLetGo()
    {
        using var loaded = GeneratorRun.Of(new ToyGenerator(), Toys.One).EmitAndLoad();
        return new WeakReference(loaded.Assembly);
    }

    private sealed class BrokenGenerator : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context) => throw new InvalidOperationException("no hands");
    }
}

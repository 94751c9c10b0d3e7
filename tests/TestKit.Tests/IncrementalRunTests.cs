using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PageMessagesGen.TestKit.Running;
using Xunit.Sdk;

namespace PageMessagesGen.TestKit.Tests;

public class IncrementalRunTests
{
    private static readonly GeneratorRun First = GeneratorRun.Of(new ToyGenerator(), Toys.Two);

    [Fact]
    public void The_first_run_makes_everything_anew()
    {
        First.AssertStep("Models", StepPattern.AllNew);
        First.AssertOutputs(StepPattern.AllNew);
    }

    [Fact]
    public void An_edit_of_CSharp_keeps_everything()
    {
        var second = First.Edit(i => i.WithSource(Toys.UserPath, "internal class Program;"));

        second.AssertStep("Texts", StepPattern.AllCached);
        second.AssertStep("Models", StepPattern.AllCached);
        second.AssertOutputs(StepPattern.AllCached);
        Assert.Contains("class Program;", second.Output.SyntaxTrees.First().ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_CSharp_that_was_not_edited_stays_the_same_object()
    {
        var second = First.Edit(i => i.WithSource("other.cs", "internal class Other;"));

        Assert.Same(First.Output.SyntaxTrees[0], second.Output.SyntaxTrees[0]);
        Assert.NotSame(First.Output.SyntaxTrees[0], First.Edit(i => i, newHostObjects: true).Output.SyntaxTrees[0]);
    }

    [Fact]
    public void A_comment_in_a_file_makes_its_model_again_and_keeps_the_output()
    {
        var second = First.Edit(i => i.WithAdditionalFile("bear.toy", "Bear # black"));

        second.AssertStep("Texts", StepPattern.OneModified);
        second.AssertStep("Models", StepPattern.AllKept);
        Assert.Equal([IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.Cached], second.StepReasons("Models").Order());
        second.AssertOutputs(StepPattern.AllCached);
    }

    [Fact]
    public void A_change_of_one_file_modifies_one_output()
    {
        var second = First.Edit(i => i.WithAdditionalFile("bear.toy", "Panda"));

        second.AssertStep("Models", StepPattern.OneModified);
        second.AssertOutputs(StepPattern.OneModified);
        Assert.Contains("class Panda", second.File("bear.g.cs"), StringComparison.Ordinal);
        Assert.Contains("class Bear", First.File("bear.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_of_a_property_modifies_all_outputs() =>
        First.Edit(i => i.WithProperty("RootNamespace", "Nursery")).AssertOutputs(StepPattern.AllModified);

    [Fact]
    public void Another_language_version_reaches_the_generated_files()
    {
        var second = First.Edit(i => i with { LanguageVersion = LanguageVersion.Preview });

        Assert.All(second.Output.SyntaxTrees, tree => Assert.Equal(LanguageVersion.Preview, ((CSharpParseOptions)tree.Options).LanguageVersion));
    }

    [Fact]
    public void A_file_can_be_taken_out()
    {
        var second = First.Edit(i => i.WithoutAdditionalFile("horse.toy"));

        Assert.Equal(["bear.g.cs"], second.Files.Keys);
        Assert.Contains(IncrementalStepRunReason.Removed, second.StepReasons("Models"));
        Assert.Throws<ArgumentException>(() => First.Edit(i => i.WithoutAdditionalFile("cow.toy")));
    }

    [Fact]
    public void New_objects_of_the_host_with_the_old_content_make_the_models_again_and_keep_the_outputs()
    {
        var second = First.Edit(i => i, newHostObjects: true);

        second.AssertStep("Texts", StepPattern.AllModified);
        second.AssertStep("Models", StepPattern.AllUnchanged);
        second.AssertOutputs(StepPattern.AllCached);
    }

    [Fact]
    public void A_generator_that_writes_again_at_each_keystroke_is_found()
    {
        var run = GeneratorRun.Of(new ToyGenerator(watchesCompilation: true), Toys.One).Edit(i => i.WithSource(Toys.UserPath, ""));

        var failure = Assert.Throws<FailException>(() => run.AssertOutputs(StepPattern.AllCached));
        Assert.Contains("should be all Cached, but is [Modified]", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_that_is_never_equal_is_found()
    {
        var run = GeneratorRun.Of(new ToyGenerator(hold: _ => new object()), Toys.One).Edit(i => i.WithAdditionalFile("bear.toy", "Bear # black"));

        Assert.Throws<FailException>(() => run.AssertStep("Models", StepPattern.AllKept));
    }

    [Fact]
    public void A_model_that_holds_an_object_of_the_compiler_is_found()
    {
        GeneratorRun.Of(new ToyGenerator(hold: file => file.Path), Toys.One).AssertHoldsNoCompilerObjects("Models");
        var failure = Assert.Throws<FailException>(() =>
            GeneratorRun.Of(new ToyGenerator(hold: file => new[] { file }), Toys.One).AssertHoldsNoCompilerObjects("Models"));

        Assert.Contains("Models[0].Held[0] (InMemoryText)", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_step_that_does_not_exist_is_refused_with_the_names_that_do() =>
        Assert.Contains("Models, ", Assert.Throws<ArgumentException>(() => First.AssertStep("Model", StepPattern.AllNew)).Message, StringComparison.Ordinal);

    [Fact]
    public void No_pattern_holds_for_a_step_without_outputs()
    {
        StepPattern[] all = [StepPattern.AllNew, StepPattern.AllCached, StepPattern.AllUnchanged, StepPattern.AllKept, StepPattern.OneModified, StepPattern.AllModified];

        Assert.All(all, pattern => Assert.False(pattern.Holds([])));
    }

    [Theory]
    [InlineData(IncrementalStepRunReason.New, "all New")]
    [InlineData(IncrementalStepRunReason.Cached, "all Cached;all Cached or Unchanged")]
    [InlineData(IncrementalStepRunReason.Unchanged, "all Unchanged;all Cached or Unchanged")]
    [InlineData(IncrementalStepRunReason.Modified, "all Modified;one Modified, the others Cached or Unchanged")]
    [InlineData(IncrementalStepRunReason.Removed, "")]
    public void Each_reason_suits_its_patterns_only(IncrementalStepRunReason reason, string descriptions)
    {
        StepPattern[] all = [StepPattern.AllNew, StepPattern.AllCached, StepPattern.AllUnchanged, StepPattern.AllKept, StepPattern.AllModified, StepPattern.OneModified];
        var reasons = ImmutableArray.Create(reason);

        Assert.Equal(descriptions, string.Join(";", all.Where(p => p.Holds(reasons)).Select(p => p.Description)));
        Assert.DoesNotContain(all, p => p.Holds([reason, IncrementalStepRunReason.Removed]));
    }
}

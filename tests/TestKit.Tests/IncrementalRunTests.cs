using Microsoft.CodeAnalysis;
using PageMessagesGen.TestKit.Running;
using Xunit.Sdk;

namespace PageMessagesGen.TestKit.Tests;

public class IncrementalRunTests
{
    private static readonly GeneratorRun First = GeneratorRun.Of(new ToyGenerator(), ToyGenerator.Project);

    [Fact]
    public void An_edit_of_CSharp_keeps_everything()
    {
        var second = First.Edit(i => i.WithSource(ToyGenerator.UserPath, "internal class Program;"));

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
    public void A_change_of_one_file_modifies_one_output()
    {
        var second = First.Edit(i => i.WithAdditionalFile("bear.toy", "Panda"));

        second.AssertStep("Models", StepPattern.OneModified);
        second.AssertOutputs(StepPattern.OneModified);
        Assert.Contains("class Panda", second.File("bear.g.cs"), StringComparison.Ordinal);
        Assert.Contains("class Bear", First.File("bear.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void New_objects_of_the_host_with_the_old_content_make_the_models_again_and_keep_the_outputs()
    {
        var second = First.Edit(i => i, newHostObjects: true);

        Assert.All(second.StepReasons("Texts"), reason => Assert.Equal(IncrementalStepRunReason.Modified, reason));
        Assert.All(second.StepReasons("Models"), reason => Assert.Equal(IncrementalStepRunReason.Unchanged, reason));
        second.AssertOutputs(StepPattern.AllCached);
    }

    [Fact]
    public void A_generator_that_writes_again_at_each_keystroke_is_found()
    {
        var run = GeneratorRun.Of(new ToyGenerator(watchesCompilation: true), ToyGenerator.Project).Edit(i => i.WithSource(ToyGenerator.UserPath, ""));

        var failure = Assert.Throws<FailException>(() => run.AssertOutputs(StepPattern.AllCached));
        Assert.Contains("should be all Cached, but is [Modified, Modified]", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_that_is_never_equal_is_found()
    {
        var run = GeneratorRun.Of(new ToyGenerator(hold: _ => new object()), ToyGenerator.Project).Edit(i => i.WithAdditionalFile("bear.toy", "Bear # black"));

        Assert.Throws<FailException>(() => run.AssertStep("Models", StepPattern.AllKept));
    }

    [Fact]
    public void A_model_that_holds_an_object_of_the_compiler_is_found()
    {
        GeneratorRun.Of(new ToyGenerator(hold: file => file.Path), ToyGenerator.Project).AssertHoldsNoCompilerObjects("Models");
        var failure = Assert.Throws<FailException>(() =>
            GeneratorRun.Of(new ToyGenerator(hold: file => new[] { file }), ToyGenerator.Project).AssertHoldsNoCompilerObjects("Models"));

        Assert.Contains("Models[0].Held[0] is an object of the compiler (InMemoryText)", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_step_that_does_not_exist_is_refused_with_the_names_that_do() =>
        Assert.Contains("Models", Assert.Throws<ArgumentException>(() => First.AssertStep("Model", StepPattern.AllCached)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("all Cached;all Cached or Unchanged", IncrementalStepRunReason.Cached)]
    [InlineData("all Cached or Unchanged", IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged)]
    [InlineData("one Modified, the others Cached or Unchanged", IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.Modified)]
    [InlineData("", IncrementalStepRunReason.Modified, IncrementalStepRunReason.Modified)]
    [InlineData("", IncrementalStepRunReason.Cached, IncrementalStepRunReason.Removed)]
    [InlineData("", IncrementalStepRunReason.New)]
    public void Reasons_suit_their_patterns_only(string descriptions, params IncrementalStepRunReason[] reasons)
    {
        StepPattern[] all = [StepPattern.AllCached, StepPattern.AllKept, StepPattern.OneModified];

        Assert.Equal(descriptions, string.Join(";", all.Where(p => p.Holds([.. reasons])).Select(p => p.Description)));
    }
}

using Microsoft.CodeAnalysis.CodeFixes;
using PageMessagesGen.TestKit.Fixes;
using PageMessagesGen.TestKit.Running;
using Xunit.Sdk;

namespace PageMessagesGen.TestKit.Tests;

public sealed class FixExpectationTests
{
    [Fact]
    public async Task The_expected_fixes_pass()
    {
        await Expect("class bear { }\n").AssertOffersAsync("TOY002", "Call it Bear");
        await Expect("class stuck { }\n").AssertOffersNothingAsync("TOY002");
        await Expect("class bear { }\nclass Wolf { }\nclass fox { }\n").AssertFixesAsync("capital", "class Bear { }\nclass Wolf { }\nclass Fox { }\n");
    }

    [Fact]
    public Task An_offer_that_is_not_made_fails() =>
        Assert.ThrowsAnyAsync<XunitException>(() => Expect("class stuck { }\n").AssertOffersAsync("TOY002", "Call it Stuck"));

    [Fact]
    public Task An_offer_that_is_not_expected_fails() =>
        Assert.ThrowsAnyAsync<XunitException>(() => Expect("class bear { }\n").AssertOffersNothingAsync("TOY002"));

    [Fact]
    public Task A_diagnostic_that_is_not_reported_fails() =>
        Assert.ThrowsAnyAsync<XunitException>(() => Expect("class Bear { }\n").AssertOffersNothingAsync("TOY002"));

    [Fact]
    public Task Another_text_fails() =>
        Assert.ThrowsAnyAsync<XunitException>(() => Expect("class bear { }\n").AssertFixesAsync("capital", "class Bear {}\n"));

    [Fact]
    public async Task A_fix_after_which_nothing_compiles_fails()
    {
        var failure = await Assert.ThrowsAnyAsync<XunitException>(() => Expect("class worse { }\n").AssertFixesAsync("capital", "class Missing; Base { }\n"));

        Assert.Contains("CS", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_scope_reaches_as_far_as_it_says()
    {
        foreach (var (scope, other) in new[] { (FixAllScope.Document, "class fox { }\n"), (FixAllScope.Project, "class Fox { }\n"), (FixAllScope.Solution, "class Fox { }\n") })
        {
            using var project = FixProject.Open(Run("class bear { }\nclass wolf { }\n", "class fox { }\n"), typeof(ToyFix).Assembly, new ToyAnalyzer());

            await project.ApplyToAllAsync("capital", scope);

            Assert.Equal("class Bear { }\nclass Wolf { }\n", project.TextOf("a.cs"));
            Assert.Equal(other, project.TextOf("b.cs"));
        }
    }

    [Fact]
    public async Task What_was_generated_is_there_and_out_of_reach()
    {
        using var project = FixProject.Open(Run("class bear { Cub? _cub; }\n", ""), typeof(ToyFix).Assembly, new ToyAnalyzer());

        Assert.Single(await project.DiagnosticsAsync());
        Assert.DoesNotContain(await project.ErrorsAsync(), e => e.Id == "CS0246");
    }

    private static FixExpectation Expect(string text) => new(Run(text, ""), "a.cs", typeof(ToyFix).Assembly, new ToyAnalyzer());

    private static GeneratorRun Run(string a, string b) => GeneratorRun.Of(
        new ToyGenerator(model => $"class {model.Class} {{ }}"),
        new GeneratorInput().WithSource("a.cs", a).WithSource("b.cs", b).WithAdditionalFile("Cub.toy", "Cub", ("Toy", "true")));
}

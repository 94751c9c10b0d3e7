using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using PageMessagesGen.TestKit.Expectations;
using PageMessagesGen.TestKit.Markup;
using PageMessagesGen.TestKit.Running;
using Xunit.Sdk;

namespace PageMessagesGen.TestKit.Tests;

public class DiagnosticExpectationsTests
{
    private const string Path = "a.yaml";

    private static readonly MarkedText Yaml = MarkedText.Parse("first: 1\nse{|X1:co|}nd: [2]\n");

    [Fact]
    public void The_expected_diagnostics_pass() =>
        new DiagnosticExpectations().In(Path, Yaml).AssertMatch([At(Yaml.Text, "X1", 11, 2)]);

    [Fact]
    public void A_mark_without_an_id_stands_for_the_id_of_the_test()
    {
        var yaml = MarkedText.Parse("a: [|b|]");

        new DiagnosticExpectations("X1").In(Path, yaml).AssertMatch([At(yaml.Text, "X1", 3, 1)]);
        Assert.Throws<ArgumentException>(() => new DiagnosticExpectations().In(Path, yaml));
    }

    [Fact]
    public void A_diagnostic_of_a_generator_on_an_additional_file_is_compared_by_path_and_place()
    {
        var toy = MarkedText.Parse("[|bear|] # brown");
        var run = GeneratorRun.Of(new ToyGenerator(), new GeneratorInput().WithAdditionalFile("bear.toy", toy.Text, ("Toy", "true")));

        new DiagnosticExpectations("TOY001", DiagnosticSeverity.Warning).In("bear.toy", toy).AssertMatch(run.GeneratorDiagnostics);
    }

    [Fact]
    public void A_diagnostic_in_CSharp_is_compared_by_path_and_place()
    {
        var code = MarkedText.Parse("class A\n{\n    {|CS0246:Missing|} B;\n}\n");
        var run = GeneratorRun.Of(new ToyGenerator(), new GeneratorInput().WithSource("a.cs", code.Text));

        new DiagnosticExpectations().In("a.cs", code).AssertMatch(run.CompileDiagnostics.Where(d => d.Severity == DiagnosticSeverity.Error));
    }

    [Theory]
    [InlineData("X2", 11, 2, DiagnosticSeverity.Error, Path)]
    [InlineData("X1", 10, 2, DiagnosticSeverity.Error, Path)]
    [InlineData("X1", 11, 3, DiagnosticSeverity.Error, Path)]
    [InlineData("X1", 11, 2, DiagnosticSeverity.Warning, Path)]
    [InlineData("X1", 11, 2, DiagnosticSeverity.Error, "b.yaml")]
    public void A_difference_in_id_place_severity_or_path_fails(string id, int start, int length, DiagnosticSeverity severity, string path) =>
        Assert.Throws<FailException>(() => new DiagnosticExpectations().In(Path, Yaml).AssertMatch([At(Yaml.Text, id, start, length, severity, path)]));

    [Fact]
    public void A_missing_an_additional_and_a_doubled_diagnostic_fail()
    {
        var right = At(Yaml.Text, "X1", 11, 2);

        Assert.Throws<FailException>(() => new DiagnosticExpectations().In(Path, Yaml).AssertMatch([]));
        Assert.Throws<FailException>(() => new DiagnosticExpectations().In(Path, Yaml).AssertMatch([right, At(Yaml.Text, "X1", 0, 1)]));
        Assert.Throws<FailException>(() => new DiagnosticExpectations().In(Path, Yaml).AssertMatch([right, right]));
        Assert.Throws<FailException>(() => new DiagnosticExpectations().AssertMatch([right]));
    }

    [Fact]
    public void A_diagnostic_whose_offset_and_line_disagree_fails()
    {
        var lines = SourceText.From(Yaml.Text).Lines.GetLinePositionSpan(new TextSpan(11, 2));
        var torn = Diagnostic.Create(Descriptor("X1", DiagnosticSeverity.Error), Location.Create(Path, new TextSpan(12, 2), lines));

        var failure = Assert.Throws<FailException>(() => new DiagnosticExpectations().In(Path, Yaml).AssertMatch([torn]));
        Assert.Contains("Offset and line disagree (1)", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Severities_can_be_set_by_id() =>
        new DiagnosticExpectations().WithSeverity("X1", DiagnosticSeverity.Info).In(Path, Yaml).AssertMatch([At(Yaml.Text, "X1", 11, 2, DiagnosticSeverity.Info)]);

    [Fact]
    public void What_no_mark_can_show_is_expected_in_words()
    {
        var nowhere = Diagnostic.Create(Descriptor("X3", DiagnosticSeverity.Error), Location.None);

        new DiagnosticExpectations()
            .At("b.yaml", "X2", "(2,1)-(2,4)", DiagnosticSeverity.Warning)
            .WithoutPlace("X3", DiagnosticSeverity.Error)
            .AssertMatch([At(Yaml.Text, "X2", 9, 3, DiagnosticSeverity.Warning, "b.yaml"), nowhere]);
        Assert.Throws<FailException>(() => new DiagnosticExpectations().WithoutPlace("X3", DiagnosticSeverity.Error).AssertMatch([]));
        Assert.Throws<FormatException>(() => new DiagnosticExpectations().At("b.yaml", "X2", "2,1", DiagnosticSeverity.Warning));
    }

    [Fact]
    public void A_failure_shows_both_lists_the_marked_text_and_what_to_paste()
    {
        var failure = Assert.Throws<FailException>(() => new DiagnosticExpectations().In(Path, Yaml).AssertMatch(
            [At(Yaml.Text, "X2", 0, 5), At(Yaml.Text, "X3", 3, 5), At(Yaml.Text, "X4", 0, 1, path: "b.yaml")]));

        Assert.Equal(
            """
            The diagnostics are not the expected ones.
            Missing (1):
              X1 Error a.yaml (2,3)-(2,5)
            Not expected (3):
              X2 Error a.yaml (1,1)-(1,6)
              X3 Error a.yaml (1,4)-(1,9)
              X4 Error b.yaml (1,1)-(1,2)
            All expected (1):
              X1 Error a.yaml (2,3)-(2,5)
            All actual (3):
              X2 Error a.yaml (1,1)-(1,6): what is wrong
              X3 Error a.yaml (1,4)-(1,9): what is wrong
              X4 Error b.yaml (1,1)-(1,2): what is wrong
            a.yaml with the actual diagnostics marked:
            {|X2:first|}: 1
            second: [2]

            To paste, if the actual diagnostics are right (4):
              {|X2:first|}: 1
              second: [2]
              .At("a.yaml", "X3", "(1,4)-(1,9)", DiagnosticSeverity.Error)
              .At("b.yaml", "X4", "(1,1)-(1,2)", DiagnosticSeverity.Error)

            """.ReplaceLineEndings("\n"),
            failure.Message);
    }

    private static Diagnostic At(
        string text, string id, int start, int length, DiagnosticSeverity severity = DiagnosticSeverity.Error, string path = Path)
    {
        var span = new TextSpan(start, length);
        return Diagnostic.Create(Descriptor(id, severity), Location.Create(path, span, SourceText.From(text).Lines.GetLinePositionSpan(span)));
    }

    private static DiagnosticDescriptor Descriptor(string id, DiagnosticSeverity severity) =>
        new(id, "Toy", "what is wrong", "Toy", severity, isEnabledByDefault: true);
}

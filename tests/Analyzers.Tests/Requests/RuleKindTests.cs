using Microsoft.CodeAnalysis.Testing;
using PageMessagesGen.Analyzers.Tests.Support;
using PageMessagesGen.TestKit.Verifiers;

namespace PageMessagesGen.Analyzers.Tests.Requests;

public class RuleKindTests
{
    [Theory]
    [InlineData("""{|PMG3001:Kind = Kind.Tagged|}, Text = "a" """)]
    [InlineData("""Kind = Kind.Tagged, Tag = Tag.Good, Text = "a" """)]
    [InlineData("""{|PMG3001:Kind = Kind.Tagged|}, Tag = null, Text = "a" """)]
    [InlineData("""{|PMG3003:Kind = Kind.Plain|}, Tag = Tag.Good, Text = "a" """)]
    [InlineData("""Tag = Tag.Good, Text = "a" """)]
    [InlineData("""Kind = Kind.Silent, {|PMG3002:Note = "n"|}, Text = "a" """)]
    [InlineData("""Kind = Kind.Silent, {|PMG3007:Text = "sixsix"|}""")]
    [InlineData("""Text = "a", {|PMG3006:Payload = RawJson.Parse("{}")|}""")]
    [InlineData("""{|PMG3001:Kind = Kind.Loud|}, Payload = RawJson.Parse("{\"id\":\"x\"}")""")]
    [InlineData("""{|PMG3001:Kind = Kind.Loud|}, Payload = RawJson.Parse("{}")""")]
    [InlineData("""Kind = Kind.Loud, Payload = RawJson.Parse("{\"id\":\"A B\"}")""")]
    [InlineData("""Kind = Kind.Loud, Payload = RawJson.Parse("{\"id\":\"c\"}")""")]
    [InlineData("""{|PMG3008:Parts = []|}""")]
    [InlineData("""{|PMG3008:Parts = [new() { Icon = "star" }, new() { Icon = "SUN" }]|}""")]
    [InlineData("""{|PMG3008:Parts = [new() { Icon = "star" }, new() { Icon = b ? "moon" : null }, new() { Icon = b ? "star" : "sun" }]|}""")]
    [InlineData("""Parts = [new() { Icon = "star" }, new() { Icon = b ? "star" : "moon" }]""")]
    [InlineData("""Parts = [new() { Icon = "star" }, new() { Icon = "moon" }, new()]""")]
    [InlineData("""{|PMG3001:Inner = new()|}""")]
    [InlineData("""Inner = new() { X = "x" }""")]
    public Task A_rule_is_judged(string initializer) => Toy.CheckBodyAsync($$"""_ = new Request { To = new() { Id = "1" }, {{initializer}} };""");

    [Fact]
    public Task What_is_missing_is_reported_on_the_type() => Toy.CheckBodyAsync("""
        _ = new {|PMG3005:Request|} { To = new() { Id = "1" } };
        Request r = {|PMG3005:new|}() { To = new() { Id = "1" } };
        _ = new Request { To = {|PMG3004:new|}(), Text = "a" };
        _ = new Request { To = new() { Id = "1", {|PMG3004:Phone = "2"|} }, Text = "a" };
        """);

    [Theory]
    [InlineData("""{|PMG3007:Text = ""|}""")]
    [InlineData("""{|PMG3007:Text = "eleven char"|}""")]
    [InlineData("""Text = "ten chars." """)]
    [InlineData("""Text = "😀😀😀😀😀😀😀😀😀😀" """)]
    [InlineData("""Text = "a", {|PMG3007:Note = "äääää"|}""")]
    [InlineData("""Text = "a", Note = "ääää" """)]
    [InlineData("""Text = "a", {|PMG3012:Number = 0|}""")]
    [InlineData("""Text = "a", {|PMG3012:Number = 4|}""")]
    [InlineData("""Text = "a", Number = 3""")]
    [InlineData("""Text = "a", Tag = (Tag)0, {|PMG3013:Tags = [(Tag)9]|}""", true)]
    [InlineData("""Payload = RawJson.Parse("null"), Text = "a" """)]
    [InlineData("""Text = "a", {|PMG3001:Parts = [null!]|}""")]
    public Task A_limit_of_a_member_is_judged(string initializer, bool hasUndefinedTag = false) => Toy.CheckBodyAsync(
        $$"""_ = new Request { To = new() { Id = "1" }, {{(hasUndefinedTag ? initializer.Replace("Tag = (Tag)0", "{|PMG3013:Tag = (Tag)0|}", StringComparison.Ordinal) : initializer)}} };""");

    [Fact]
    public Task More_than_one_limit_can_be_broken_at_once() => Toy.CheckBodyAsync("""
        _ = new Request { To = new() { {|PMG3009:Id = "x"|} }, Text = "a", Parts = new Part[] { new(), new() }, Number = null };
        """);

    [Fact]
    public Task Values_on_their_way_out_are_reported_with_the_severity_that_they_carry() => new ProjectAnalyzerTest<RequestAnalyzer>(Toy.Project("""
        using Toy;
        class Code { object M() => new Request { To = new() { Id = "1" }, Text = "a", Kind = Kind.Tagged, {|#0:Tag = Tag.Gone|}, {|#1:Tags = [Tag.Going, Tag.Good]|} }; }
        """))
    {
        ExpectedDiagnostics =
        {
            DiagnosticResult.CompilerError("PMG3011").WithLocation(0).WithMessage("GONE has been refused since 2026-04-27. The server answers error 100. [refused]"),
            DiagnosticResult.CompilerWarning("PMG3011").WithLocation(1).WithMessage("GOING will be refused from 2030-01-01. [refused]"),
        },
    }.RunAsync();

    [Fact]
    public Task Null_for_what_is_required_is_reported() => Toy.CheckBodyAsync("""
        _ = new Request { {|PMG3001:To = null!|}, Text = "a" };
        _ = new Request { {|PMG3001:To = default!|}, Text = "a" };
        """);
}

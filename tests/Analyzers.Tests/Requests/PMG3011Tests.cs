using Microsoft.CodeAnalysis.Testing;
using PageMessagesGen.Analyzers.Tests.Support;
using PageMessagesGen.TestKit.Verifiers;

namespace PageMessagesGen.Analyzers.Tests.Requests;

/// <summary>A value is refused by the server, or will be.</summary>
public sealed class PMG3011Tests
{
    [Fact]
    public Task It_is_reported_with_the_severity_that_it_carries() => new ProjectAnalyzerTest<RequestAnalyzer>(Toy.Project("""
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
}

extern alias analyzers;

using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using PageMessages;
using PageMessagesGen.TestKit.Running;
using RequestAnalyzer = analyzers::PageMessagesGen.Analyzers.RequestAnalyzer;

namespace PageMessagesGen.Agreement.Tests.Judges;

/// <summary>Judges requests as C#: each becomes a line of a program, which the compiler's analyzer sees.</summary>
internal static class Analysis
{
    private const int HeadLines = 2;

    private const string Head = """
        using System.Collections.Generic; using System.Text.Json; using PageMessages; using PageMessagesGen;
        class Programs { static bool Flag() => true; static T Any<T>() => default!;

        """;

    /// <summary>Gives what each request breaks. A path leads from the object of the rule, and not from the body.</summary>
    public static async Task<IReadOnlyList<IReadOnlyList<Violation>>> JudgeAsync(IReadOnlyList<SentRequest> requests)
    {
        var compilation = Compile(requests);
        Assert.Empty(Errors(compilation));
        var found = await AnalyzerRun.ReportAsync(compilation, new AnalyzerOptions([]), new RequestAnalyzer());
        var violations = found.ToLookup(d => d.Location.GetLineSpan().StartLinePosition.Line - HeadLines, Read);
        return [.. requests.Select((_, index) => violations[index].ToList())];
    }

    // Of several members that exclude each other, the second one is too many.
    private static Violation Read(Diagnostic diagnostic)
    {
        var members = diagnostic.Properties["member"]!.Split(',');
        var message = diagnostic.GetMessage(CultureInfo.InvariantCulture);
        var isTooMany = message.StartsWith("Only one of", StringComparison.Ordinal);
        return new(diagnostic.Properties["rule"]!, diagnostic.Severity.ToString().ToLowerInvariant(), members[isTooMany ? 1 : 0], $"{diagnostic.Id} {message}");
    }

    /// <summary>Gives the errors of the compiler itself.</summary>
    public static IEnumerable<Diagnostic> CompilerErrors(IReadOnlyList<SentRequest> requests) => Errors(Compile(requests));

    /// <summary>Writes the requests as a program, each on a line of its own.</summary>
    public static CSharpCompilation Compile(IReadOnlyList<SentRequest> requests)
    {
        var code = new StringBuilder(Head.ReplaceLineEndings("\n"));
        for (var i = 0; i < requests.Count; i++)
            code.Append(CultureInfo.InvariantCulture, $"void P{i}(PageMessagesClient client) => client{requests[i].Receiver}.SendAsync({requests[i].Request.Code});\n");
        code.Append('}');
        return CSharpCompilation.Create(
            "Programs",
            [CSharpSyntaxTree.ParseText(code.ToString())],
            [.. References.Framework, References.ToAssemblyOf(typeof(GraphApiOptions)), References.ToAssemblyOf(typeof(SendMessageRequest))],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
    }

    private static IEnumerable<Diagnostic> Errors(CSharpCompilation compilation) => compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error);
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using PageMessagesGen.TestKit.Running;

namespace PageMessagesGen.TestKit.Verifiers;

/// <summary>A test of an analyzer on a project whose C# files have marks, such as <c>{|PMG3001:…|}</c>.</summary>
/// <typeparam name="TAnalyzer">The analyzer.</typeparam>
public sealed class ProjectAnalyzerTest<TAnalyzer> : CSharpAnalyzerTest<TAnalyzer, DefaultVerifier>
    where TAnalyzer : DiagnosticAnalyzer, new()
{
    /// <summary>Creates a test.</summary>
    /// <param name="project">The project.</param>
    /// <param name="generator">The generator that runs on the project.</param>
    /// <param name="severityOf">Returns the severity of a marked id. Without it, the default one of the id is expected.</param>
    public ProjectAnalyzerTest(GeneratorInput project, IIncrementalGenerator? generator = null, Func<string, DiagnosticSeverity?>? severityOf = null) =>
        ProjectSetup.Use(this, project, generator, severityOf);
}

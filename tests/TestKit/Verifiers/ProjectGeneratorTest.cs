using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;
using PageMessagesGen.TestKit.Running;

namespace PageMessagesGen.TestKit.Verifiers;

/// <summary>
/// A test of what a generator reports on a project whose additional files have marks. The generated code must compile without a warning; its
/// text is not compared.
/// </summary>
/// <typeparam name="TGenerator">The generator.</typeparam>
public sealed class ProjectGeneratorTest<TGenerator> : CSharpSourceGeneratorTest<TGenerator, DefaultVerifier>
    where TGenerator : new()
{
    /// <summary>Creates a test.</summary>
    /// <param name="project">The project.</param>
    public ProjectGeneratorTest(GeneratorInput project)
    {
        ProjectSetup.Use(this, project, generator: null, severityOf: null);
        TestBehaviors |= TestBehaviors.SkipGeneratedSourcesCheck;
        CompilerDiagnostics = CompilerDiagnostics.Warnings;
    }
}

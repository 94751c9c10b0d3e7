using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PageMessagesGen.Analyzers.Tests.Support;
using PageMessagesGen.TestKit;
using PageMessagesGen.TestKit.Running;
using PageMessagesGen.TestKit.Verifiers;

namespace PageMessagesGen.Analyzers.Tests.Requests;

/// <summary>A library with generated types keeps its rules in an application that has another version of the runtime library.</summary>
public class RuntimeVersionTests
{
    private static readonly string[] Attributes = ["src/Runtime/Generated/Attributes", "src/Rules/Model/RuleSeverity.cs"];

    [Theory]
    [InlineData("0.1.0.0")]
    [InlineData("0.2.0.0")]
    public async Task Rules_do_not_depend_on_the_version_that_types_were_built_with(string version)
    {
        var repository = SourcePlaces.RepositoryOf(typeof(RuntimeVersionTests).Assembly);
        string[] runtime = [.. Attributes.Select(place => Path.Combine(repository, place)).SelectMany(place => Directory.Exists(place) ? Directory.GetFiles(place) : [place]).Select(File.ReadAllText)];
        var binding = Compile("Binding", "1.0.0.0", [Toy.Types], Compile("PageMessagesGen.Runtime", "0.1.0.0", runtime));
        var project = PageMessagesProject
            .Bare("""using Toy; class Code { object M() => new Request { To = new() { Id = "1" }, {|PMG3007:Text = "12345678901"|} }; }""")
            .WithReferences(Compile("PageMessagesGen.Runtime", version, runtime), binding);

        await new ProjectAnalyzerTest<RequestAnalyzer>(project).RunAsync();
    }

    private static PortableExecutableReference Compile(string name, string version, string[] sources, params MetadataReference[] references)
    {
        var trees = sources
            .Append($"[assembly: System.Reflection.AssemblyVersion(\"{version}\")]")
            .Append("global using System; global using System.Collections.Generic; global using PageMessagesGen.Rules;")
            .Select(source => CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Latest)));
        var compilation = CSharpCompilation.Create(name, trees, [.. References.Framework, .. references], new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}

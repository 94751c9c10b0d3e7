using System.Globalization;
using System.Reflection;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PageMessages;
using PageMessagesGen.TestKit.Running;

namespace PageMessagesGen.Reference.Tests.Examples;

/// <summary>The examples of a page as a program, which returns their requests.</summary>
internal static class ExampleProgram
{
    private const string Head = """
        using PageMessages;

        public static class Examples
        {

        """;

    /// <summary>Compiles the examples, and returns the request of each.</summary>
    public static IReadOnlyList<SendMessageRequest> Run(IReadOnlyList<PageExample> examples)
    {
        var compilation = Compile(examples);
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
        using var image = new MemoryStream();
        Assert.True(compilation.Emit(image).Success);
        var program = Assembly.Load(image.ToArray()).GetType("Examples")!;
        return [.. examples.Select((_, index) => (SendMessageRequest)program.GetMethod(NameOf(index))!.Invoke(null, null)!)];
    }

    private static CSharpCompilation Compile(IReadOnlyList<PageExample> examples)
    {
        var code = new StringBuilder(Head);
        for (var i = 0; i < examples.Count; i++)
            code.Append(CultureInfo.InvariantCulture, $"public static SendMessageRequest {NameOf(i)}()\n{{\n{examples[i].Code}return request;\n}}\n");
        code.Append('}');
        return CSharpCompilation.Create(
            "Examples",
            [CSharpSyntaxTree.ParseText(code.ToString(), new CSharpParseOptions(LanguageVersion.CSharp12))],
            [.. References.Framework, References.ToAssemblyOf(typeof(GraphApiOptions)), References.ToAssemblyOf(typeof(SendMessageRequest))],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
    }

    private static string NameOf(int index) => $"Example{index.ToString(CultureInfo.InvariantCulture)}";
}

using System.Diagnostics;
using System.Text;
using Microsoft.CodeAnalysis;
using PageMessagesGen.Emulator;
using PageMessagesGen.Generator;
using PageMessagesGen.Schema;
using PageMessagesGen.TestKit.Running;

namespace PageMessagesGen.Language.Tests.Support;

/// <summary>A program of one C# file and one schema, built and run as a reader of the documentation does it.</summary>
internal static class ConsoleProgram
{
    // What a project has with ImplicitUsings.
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    /// <summary>Gives what the program prints. Fails the test if it does not compile, or ends with another code than 0.</summary>
    /// <param name="code">The file <c>Program.cs</c>.</param>
    /// <param name="schemaName">The name of the schema's file, which lies where the program runs.</param>
    /// <param name="schema">The schema.</param>
    public static async Task<string> RunAsync(string code, string schemaName, string schema)
    {
        var folder = Directory.CreateTempSubdirectory("program-");
        try
        {
            Build(folder.FullName, code, schemaName, schema);
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, schemaName), schema);
            return await RunAsync(folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Build(string folder, string code, string schemaName, string schema)
    {
        Type[] libraries = [typeof(GraphApiOptions), typeof(GraphEmulator), typeof(SchemaReader), typeof(YamlDotNet.Core.Parser)];
        var project = new GeneratorInput { AssemblyName = "Program" }
            .WithSource("Program.cs", code)
            .WithSource("ImplicitUsings.cs", ImplicitUsings)
            .WithAdditionalFile(schemaName, schema, ("EndpointSchema", "true"))
            .WithReferences([.. libraries.Select(References.ToAssemblyOf)]);
        var compilation = GeneratorRun.Of(new PageMessagesGenerator(), project).Output;
        using (var image = File.Create(Path.Combine(folder, "Program.dll")))
        {
            var emitted = compilation.WithOptions(compilation.Options.WithOutputKind(OutputKind.ConsoleApplication)).Emit(image);
            Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
        }

        foreach (var library in libraries)
            File.Copy(library.Assembly.Location, Path.Combine(folder, Path.GetFileName(library.Assembly.Location)));
        var test = typeof(ConsoleProgram).Assembly.Location;
        File.Copy(Path.ChangeExtension(test, ".runtimeconfig.json"), Path.Combine(folder, "Program.runtimeconfig.json"));
    }

    private static async Task<string> RunAsync(string folder)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["exec", "Program.dll"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        })!;
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        try
        {
            var errors = process.StandardError.ReadToEndAsync(patience.Token);
            var output = await process.StandardOutput.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            Assert.True(process.ExitCode == 0, $"The program ended with code {process.ExitCode}: {await errors}");
            return output.ReplaceLineEndings("\n");
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}

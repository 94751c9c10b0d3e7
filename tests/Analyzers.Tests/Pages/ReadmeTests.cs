using Microsoft.CodeAnalysis;
using PageMessagesGen.Analyzers.Tests.Support;
using PageMessagesGen.Emulator;
using PageMessagesGen.Language.Tests.Support;
using PageMessagesGen.TestKit;
using PageMessagesGen.TestKit.Running;

namespace PageMessagesGen.Analyzers.Tests.Pages;

/// <summary>What the README shows can be typed in as it stands.</summary>
public sealed class ReadmeTests
{
    public static TheoryData<string> Snippets
    {
        get
        {
            var text = File.ReadAllText(Path.Combine(SourcePlaces.RepositoryOf(typeof(ReadmeTests).Assembly), "README.md")).ReplaceLineEndings("\n");

            // A host needs packages that only the end-to-end tests have; they run its snippet.
            return [.. Fence.Of(text).Where(fence => fence.Language == "csharp" && !fence.Text.Contains("Host.Create", StringComparison.Ordinal) && !fence.Text.Contains("WebApplication.Create", StringComparison.Ordinal)).Select(fence => fence.Text)];
        }
    }

    [Theory]
    [MemberData(nameof(Snippets))]
    public void A_snippet_compiles(string snippet)
    {
        var usings = snippet.Split('\n').Where(IsUsing);
        var statements = snippet.Split('\n').Where(line => !IsUsing(line));
        var project = PageMessagesProject.Referring($$"""
            using System;
            using System.Net.Http;
            using System.Threading.Tasks;
            using PageMessages;
            using PageMessagesGen;
            {{string.Join('\n', usings.Except(["using PageMessages;", "using PageMessagesGen;"]))}}

            static class Reader
            {
                private static PageMessagesClient client = null!;
                private static SendMessageRequest request = null!;

                static async Task Main()
                {
            {{string.Join('\n', statements)}}
                    await Task.CompletedTask;
                }
            }
            """).WithReferences(References.ToAssemblyOf(typeof(GraphEmulator)));

        Assert.Empty(PageMessagesProject.Run(project).CompileDiagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.ToString()));
    }

    private static bool IsUsing(string line) => line.StartsWith("using ", StringComparison.Ordinal) && line.EndsWith(';') && !line.Contains('=', StringComparison.Ordinal);
}

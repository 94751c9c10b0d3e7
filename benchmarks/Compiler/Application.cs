using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace PageMessagesGen.Benchmarks.Compiler;

/// <summary>
/// An application that makes many objects: a third of them requests of the Page Messages endpoint, in the ways in which
/// people write them and without a mistake, the others what any program makes.
/// </summary>
internal static class Application
{
    private const int Files = 200;
    private const int GeneratingFiles = 20;
    private const string Requests = "PageMessages";

    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Latest);
    private static readonly CSharpCompilationOptions Library = new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);
    private static readonly ImmutableArray<MetadataReference> Framework = [.. SdkCompiler.References.Select(r => MetadataReference.CreateFromFile(r))];

    private static readonly MetadataReference Runtime = MetadataReference.CreateFromFile(typeof(GraphApiOptions).Assembly.Location);

    /// <summary>The application, which refers to the runtime library and to a project with the generated types.</summary>
    public static CSharpCompilation Compile() => CSharpCompilation.Create("app", Enumerable.Range(0, Files).Select(Tree), [.. Framework, Runtime, CompileRequests()], Library);

    /// <summary>The same files in a project that refers to nothing but the framework.</summary>
    public static CSharpCompilation CompileBare() => CSharpCompilation.Create("app", Enumerable.Range(0, Files).Select(Tree), Framework, Library);

    /// <summary>A project with one file of that text, which refers to the runtime library and to a project with the generated types.</summary>
    public static CSharpCompilation Compile(string text) =>
        CSharpCompilation.Create("contrived", [CSharpSyntaxTree.ParseText(SourceText.From(text, Encoding.UTF8), Parsing)], [.. Framework, Runtime, CompileRequests()], Library);

    /// <summary>A smaller application, whose types are generated in it.</summary>
    public static CSharpCompilation CompileGenerating() =>
        Generate(CSharpCompilation.Create("app", Enumerable.Range(0, GeneratingFiles).Select(Tree), [.. Framework, Runtime], Library));

    /// <summary>Types a comment into a method of the first file, as an editor does.</summary>
    public static CSharpCompilation AfterTyping(CSharpCompilation before, out SyntaxTree typed)
    {
        var tree = before.SyntaxTrees[0];
        var text = tree.GetText();
        var method = text.ToString().IndexOf("lock (_gate)", StringComparison.Ordinal);
        typed = tree.WithChangedText(text.WithChanges(new TextChange(new TextSpan(method, 0), "/**/")));
        return before.ReplaceSyntaxTree(tree, typed);
    }

    /// <summary>How many objects an application makes, and how many of them are requests or parts of one.</summary>
    public static (int All, int Requests) Count(CSharpCompilation application)
    {
        var types = application.SyntaxTrees.SelectMany(tree =>
        {
            var model = application.GetSemanticModel(tree);
            return tree.GetRoot().DescendantNodes().OfType<BaseObjectCreationExpressionSyntax>().Select(creation => model.GetTypeInfo(creation).Type);
        }).ToList();
        return (types.Count, types.Count(type => type?.ContainingNamespace.Name == Requests));
    }

    private static PortableExecutableReference CompileRequests()
    {
        var generated = Generate(CSharpCompilation.Create(Requests, [], [.. Framework, Runtime], Library));
        using var image = new MemoryStream();
        var emitted = generated.Emit(image);
        if (!emitted.Success)
            throw new InvalidOperationException($"The generated types do not compile: {emitted.Diagnostics.First(d => d.Severity == DiagnosticSeverity.Error)}");
        return MetadataReference.CreateFromImage(image.ToArray());
    }

    private static CSharpCompilation Generate(CSharpCompilation project)
    {
        var driver = CSharpGeneratorDriver.Create([Project.Ours()], [SchemaFile.PageMessages()], Parsing, new SchemaOptions());
        driver.RunGeneratorsAndUpdateCompilation(project, out var generated, out _);
        return (CSharpCompilation)generated;
    }

    private static SyntaxTree Tree(int file)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $$"""
            using System;
            using System.Collections.Generic;
            using System.Text;
            using System.Threading.Tasks;
            using PageMessages;

            namespace App.Part{{file}};

            public sealed record Line(string Article, int Count, decimal Price);

            public sealed class Address
            {
                public string Street { get; set; } = "";
                public string Town { get; set; } = "";
            }

            public sealed class Orders
            {
                private readonly Dictionary<string, List<Line>> _lines = new();
                private readonly object _gate = new object();

            {{Ordinary()}}
            {{Sending(file)}}
            }

            """);
        return CSharpSyntaxTree.ParseText(SourceText.From(text, Encoding.UTF8), Parsing, $"/app/Part{file}.cs");
    }

    // What programs make besides requests: lists, texts, exceptions, objects of their own.
    private static string Ordinary()
    {
        var text = new StringBuilder();
        for (var i = 0; i < 6; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $$"""
                    public string Describe{{i}}(string customer, int count)
                    {
                        if (count < 0)
                            throw new ArgumentOutOfRangeException(nameof(count));
                        var lines = new List<Line> { new Line("cup", count, 4.50m), new("plate", count + {{i}}, 7.90m) };
                        lock (_gate)
                            _lines[customer] = lines;
                        var address = new Address { Street = "Harbour Road " + count, Town = "Turku" };
                        var text = new StringBuilder(address.Street);
                        foreach (var line in lines)
                            text.Append(line.Article).Append(' ').Append(line.Count).AppendLine();
                        return text.Append(address.Town).ToString();
                    }


                """);
        }

        return text.ToString();
    }

    // A new object where it is sent, parts in variables, a choice of texts, a list, a copy with changes.
    private static string Sending(int file) => string.Create(CultureInfo.InvariantCulture, $$"""
            public Task ConfirmAsync(PageMessagesClient client, string customer) => client.SendAsync(new SendMessageRequest
            {
                Recipient = new Recipient { Id = customer },
                MessagingType = MessagingType.Response,
                Message = new Message { Text = $"Order {{file}} has arrived, {customer}." },
            });

            public Task AnswerLateAsync(PageMessagesClient client, string customer, bool isReady)
            {
                var recipient = new Recipient { Id = customer };
                var text = isReady ? "I asked the workshop: your bicycle is ready. Aino" : "I asked the workshop: your bicycle will be ready on Friday. Aino";
                return client.SendAsync(new()
                {
                    Recipient = recipient,
                    MessagingType = MessagingType.MessageTag,
                    Tag = MessageTag.HumanAgent,
                    Message = new() { Text = text },
                });
            }

            public Task ShowTypingAsync(PageMessagesClient client, string customer)
            {
                var request = new SendMessageRequest { Recipient = new() { Id = customer }, SenderAction = SenderAction.TypingOn };
                return client.SendAsync(request);
            }

            public Task AskAsync(PageMessagesClient client, string customer, string question) => client.SendAsync(new()
            {
                Recipient = new() { Id = customer },
                MessagingType = MessagingType.Response,
                Message = new()
                {
                    Text = question,
                    QuickReplies =
                    [
                        new() { ContentType = QuickReplyContentType.Text, Title = "Yes", Payload = "YES_{{file}}" },
                        new() { ContentType = QuickReplyContentType.Text, Title = "No", Payload = "NO_{{file}}" },
                    ],
                },
            });

            public async Task RemindAsync(PageMessagesClient client, IReadOnlyList<string> customers)
            {
                var reminder = new SendMessageRequest
                {
                    Recipient = new() { Id = "4471239905512287" },
                    MessagingType = MessagingType.Update,
                    Message = new() { Text = "We close at six today." },
                };
                foreach (var customer in customers)
                    await client.SendAsync(reminder with { Recipient = new() { Id = customer }, NotificationType = NotificationType.SilentPush });
            }
        """);
}

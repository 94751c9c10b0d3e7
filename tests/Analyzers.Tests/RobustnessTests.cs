using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using PageMessagesGen.Analyzers.Tests.Support;
using PageMessagesGen.Analyzers.Usage;
using PageMessagesGen.TestKit;
using PageMessagesGen.TestKit.Running;

namespace PageMessagesGen.Analyzers.Tests;

/// <summary>
/// An analyzer that throws is switched off by the compiler with a warning that nobody reads. Code is half typed most of the time,
/// so all of it is tried: every beginning of the samples, and samples with tokens lost, doubled, swapped and replaced.
/// </summary>
public class RobustnessTests
{
    private static readonly int Mutations = LongTests.Inputs(25, 5_000);

    private static readonly string[] Tokens =
        ["", "{", "}", "(", ")", "[", "]", "=", "=>", ",", ";", "..", "??", "with", "new", "null", "default", "switch", "is", "var", "\"", "$\"{", "'x'", "1", "RawJson", "Kind", "!", "ref", "await", "#if", "/*"];

    // Everything that the evaluator looks at, in few lines.
    private const string Dense = """
        using System; using System.Collections.Generic; using System.Text.Json; using PageMessages; using PageMessagesGen;
        [System.Text.Json.Serialization.JsonSerializable(typeof(Message))] partial class Own : System.Text.Json.Serialization.JsonSerializerContext { }
        class Code
        {
            const MessageTag C = MessageTag.HumanAgent; static readonly MessageTag? R = C; static readonly Message Start = new() { Text = new string('x', 2001) };
            object M(bool b, int i, string s, Message m, List<QuickReply> l, PageMessagesClient client)
            {
                MessageTag? tag = null; if (b) tag = C; else { tag = i switch { 1 => R, 2 => throw new Exception(), _ => (MessageTag)7 }; }
                for (var k = 0; k < i; k++) m = m with { Text = $"{s}-{k}" + "x".PadLeft(20) };
                var options = new GraphApiOptions { AccessToken = "EAAB1234567890abcdefghij1234567890", PageId = "1" };
                var list = new List<QuickReply>(3) { new() { ContentType = QuickReplyContentType.Text, Title = b ? "a" : null, Payload = s ?? "" } };
                var request = new SendMessageRequest
                {
                    Recipient = new() { Id = "abc", PhoneNumber = default }, MessagingType = b ? MessagingType.MessageTag : MessagingType.MessageTag, Tag = tag,
                    Message = new() { Text = string.Concat(s, "a"), QuickReplies = [.. l, .. list, new() { ContentType = (QuickReplyContentType)99 }],
                        Attachment = new RawAttachment { Type = AttachmentType.Image, Payload = RawJson.Parse("{\"url\":[1,true,null,\"\\u00e9\"]}") } },
                };
                client.Instagram.SendAsync(request with { Message = Start, PersonaId = null! });
                return new[] { request, new SendMessageRequest { Recipient = null!, SenderAction = SenderAction.React, Message = new() { A2ui = RawJson.Parse("{") } } };
            }
        }
        """;

    private static readonly DiagnosticAnalyzer[] Analyzers = [new RequestAnalyzer(), new LiteralTokenAnalyzer(), new JsonContextAnalyzer(), new RawJsonAnalyzer()];

    private static readonly Lazy<CSharpCompilation> Project = new(() => (CSharpCompilation)PageMessagesProject.Run(PageMessagesProject.Referring("")).Output);

    private static string[] Samples { get; } =
    [
        Dense,
        File.ReadAllText(Path.Combine(SourcePlaces.RepositoryOf(typeof(RobustnessTests).Assembly), "samples", "Quickstart", "Scenes.cs")),
    ];

    [Fact]
    public async Task The_sample_is_judged_at_all() => Assert.NotEmpty(await AnalyzeAsync(Dense));

    [Fact]
    public Task No_beginning_of_a_sample_makes_an_analyzer_throw() => Parallel.ForEachAsync(
        LongTests.Cases(Enumerable.Range(0, Dense.Length).Select(length => Dense[..length]).Concat(TokenEnds(Samples[1]).Select(end => Samples[1][..end])), 25),
        async (code, _) => await AnalyzeAsync(code));

    [Fact]
    public Task No_mutation_of_a_sample_makes_an_analyzer_throw() => Parallel.ForEachAsync(
        Enumerable.Range(0, Mutations),
        async (seed, _) => await AnalyzeAsync(Mutate(Samples[seed % Samples.Length], new Random(seed))));

    private static Task<ImmutableArray<Microsoft.CodeAnalysis.Diagnostic>> AnalyzeAsync(string code)
    {
        var compilation = Project.Value.RemoveAllSyntaxTrees().AddSyntaxTrees(CSharpSyntaxTree.ParseText(code, new CSharpParseOptions(LanguageVersion.Latest)));
        return AnalyzerRun.ReportAsync(compilation, new AnalyzerOptions([]), Analyzers);
    }

    private static IEnumerable<int> TokenEnds(string code) => CSharpSyntaxTree.ParseText(code).GetRoot().DescendantTokens().Select(token => token.Span.End);

    private static string Mutate(string code, Random random)
    {
        var tokens = CSharpSyntaxTree.ParseText(code).GetRoot().DescendantTokens().Select(token => token.ToFullString()).ToList();
        for (var changes = random.Next(1, 6); changes > 0; changes--)
        {
            var place = random.Next(tokens.Count);
            var other = random.Next(tokens.Count);
            tokens[place] = random.Next(5) switch
            {
                0 => "",
                1 => tokens[place] + tokens[place],
                2 => tokens[other],
                3 => " " + Tokens[random.Next(Tokens.Length)] + " ",
                _ => tokens[place] + tokens[other],
            };
        }

        return string.Concat(tokens);
    }
}

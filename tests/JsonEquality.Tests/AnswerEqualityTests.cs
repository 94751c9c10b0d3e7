using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using PageMessages;
using PageMessagesGen.Generated;
using PageMessagesGen.JsonEquality.Tests.Support;

namespace PageMessagesGen.JsonEquality.Tests;

public sealed class AnswerEqualityTests
{
    private static readonly int Cases = LongTests.Inputs(1_000, 30_000);

    [Fact]
    public void The_reader_agrees_with_JsonDocument_about_mutated_answers()
    {
        var answers = new MutatedAnswer(new Random(5_002));
        var (usable, refused, broken) = (0, 0, 0);
        for (var i = 0; i < Cases; i++)
        {
            var bytes = answers.Next();

            var expected = ReadByDocument.Read(bytes);
            var json = new Utf8ResponseReader(bytes);
            var read = PageMessagesJsonReader.ReadSendMessageResponse(ref json);
            var isUsable = read is not null && json.IsUsable();

            if (expected.Error is null && isUsable != expected.Answer is not null)
                Assert.Fail($"Usable: {isUsable}, by the document: {expected}\n{Encoding.UTF8.GetString(bytes)}\n{Convert.ToHexString(bytes)}");
            if (isUsable)
            {
                Same(expected.Answer! with { UnknownMembers = null }, read! with { UnknownMembers = null }, bytes);
                SameUnknown(expected.Answer!.UnknownMembers, read.UnknownMembers, bytes);
            }

            if (expected.IsJson)
                Same(expected.Error, json.Error, bytes);
            usable += isUsable ? 1 : 0;
            refused += expected.Error is not null ? 1 : 0;
            broken += expected.IsJson ? 0 : 1;
        }

        // The mutations must leave enough of each kind.
        Assert.All([usable, refused, broken], count => Assert.InRange(count, Cases / 10, Cases));
    }

    [Fact]
    public async Task A_mutated_answer_ends_in_a_response_or_in_the_own_exception()
    {
        var answers = new MutatedAnswer(new Random(5_003));
        using var handler = new Answering();
        using var http = new HttpClient(handler);
        var client = new PageMessagesClient(http, new GraphApiOptions { PageId = "1", AccessToken = "t", Validation = ValidationMode.Off });
        var request = new SendMessageRequest { Recipient = new() { Id = "1" } };
        for (var i = 0; i < Cases / 10; i++)
        {
            handler.Answer = answers.Next();
            handler.Status = i % 2 == 0 ? HttpStatusCode.OK : HttpStatusCode.BadRequest;

            var failure = await Record.ExceptionAsync(() => client.SendAsync(request));

            var expected = ReadByDocument.Read(handler.Answer);
            if (failure is not null)
                Assert.IsType<GraphApiException>(failure);
            if (expected.IsJson)
                Assert.Equal(handler.Status == HttpStatusCode.OK && expected is { Answer: not null, Error: null }, failure is null);
        }
    }

    // What is not UTF-8 is not kept.
    private static void SameUnknown(IDictionary<string, JsonElement>? expected, IDictionary<string, JsonElement>? actual, byte[] bytes)
    {
        if (Utf8.IsValid(bytes))
            Same(Text(expected), Text(actual), bytes);

        static string Text(IDictionary<string, JsonElement>? members) => string.Join(",", members?.OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => $"{m.Key}:{m.Value.GetRawText()}") ?? []);
    }

    // Records compare by value.
    private static void Same<T>(T? expected, T? actual, byte[] bytes)
    {
        if (!Equals(expected, actual))
            Assert.Fail($"The document says {expected}, the reader {actual}:\n{Encoding.UTF8.GetString(bytes)}\n{Convert.ToHexString(bytes)}");
    }

    private sealed class Answering : HttpMessageHandler
    {
        public byte[] Answer { get; set; } = [];

        public HttpStatusCode Status { get; set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(Status) { Content = new ByteArrayContent(Answer) });
    }
}

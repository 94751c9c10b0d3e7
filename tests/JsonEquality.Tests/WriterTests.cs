using System.Buffers;
using System.Text;
using System.Text.Json;
using EveryKind;
using PageMessages;
using PageMessagesGen.JsonEquality.Tests.Support;

namespace PageMessagesGen.JsonEquality.Tests;

public sealed class WriterTests
{
    private static readonly SendMessageRequest Ordinary = new()
    {
        Recipient = new() { Id = "4471239905512287" },
        MessagingType = MessagingType.Response,
        Message = new()
        {
            Text = "Which size \"fits\"? 🧥",
            QuickReplies = [new() { ContentType = QuickReplyContentType.Text, Title = "Small 👶", Payload = "SIZE_S" }],
            Attachment = new() { Type = AttachmentType.Image, Payload = RawJson.Parse("""{ "url": "https://cdn.example.com/é.jpg" }""") },
        },
    };

    [Fact]
    public void Nothing_is_allocated_when_the_buffer_is_used_again()
    {
        var output = new ArrayBufferWriter<byte>(4096);
        void Write()
        {
            output.ResetWrittenCount();
            PageMessagesJsonWriter.Write(Ordinary, output);
        }

        for (var i = 0; i < 100; i++)
            Write();

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
            Write();

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Any_piece_of_memory_that_the_output_gives_will_do()
    {
        var expected = new ArrayBufferWriter<byte>();
        PageMessagesJsonWriter.Write(Ordinary, expected);

        for (var piece = 1; piece <= expected.WrittenCount + 1; piece++)
        {
            var output = new InPieces(piece);
            PageMessagesJsonWriter.Write(Ordinary, output);

            Assert.True(output.Written.AsSpan().SequenceEqual(expected.WrittenSpan), $"Pieces of {piece}");
        }
    }

    [Fact]
    public void A_request_that_cannot_be_written_leaves_no_trace()
    {
        SendMessageRequest[] requests =
        [
            Ordinary with { MessagingType = (MessagingType)77 },
            Ordinary with { Message = new() { Text = "Something before", QuickReplies = [null!] } },
            Ordinary with { Message = new() { Text = new string('x', 70 * 1024 * 1024) } },
            Ordinary with { Payload = Nested(65) },
        ];
        foreach (var request in requests)
        {
            var output = new ArrayBufferWriter<byte>();

            Assert.ThrowsAny<ArgumentException>(() => PageMessagesJsonWriter.Write(request, output));

            Assert.Equal(0, output.WrittenCount);
        }

        Assert.Throws<ArgumentNullException>("request", () => PageMessagesJsonWriter.Write(null!, new ArrayBufferWriter<byte>()));
        Assert.Throws<ArgumentNullException>("output", () => PageMessagesJsonWriter.Write(Ordinary, null!));
    }

    [Fact]
    public void A_request_that_contains_itself_is_refused()
    {
        var inners = new List<Parcel>();
        var parcel = new Parcel { Must = "", Kind = Kind.Plain, MustCount = 1, Inners = inners };
        inners.Add(parcel);

        var refusal = Assert.Throws<ArgumentException>(() => EchoJsonWriter.Write(parcel, new ArrayBufferWriter<byte>()));

        Assert.Contains("nested more than 64 levels", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void As_deep_as_allowed_is_written()
    {
        var parcel = new Parcel { Must = "", Kind = Kind.Plain, MustCount = 1 };
        for (var depth = 1; depth < 64; depth++)
            parcel = parcel with { Inner = parcel };

        Assert.Contains(Enumerable.Repeat("\"inner\":{", 63).Aggregate("", (a, _) => a), Written(parcel), StringComparison.Ordinal);
        Assert.Equal(63, Written(parcel).Split("\"inner\":").Length - 1);
        Assert.Throws<ArgumentException>(() => Written(parcel with { Inner = parcel }));
    }

    [Theory]
    [InlineData("[1, 2, /* two */ 3,]", "[1,2,3]")]
    [InlineData("""{ "a": 1, // one""" + "\n}", """{"a":1}""")]
    public void Raw_JSON_that_was_read_leniently_goes_out_strictly(string lenient, string strict)
    {
        var options = new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };
        using var document = JsonDocument.Parse(lenient, options);

        Assert.Equal($$"""{"recipient":{},"payload":{{strict}}}""", Written(new SendMessageRequest { Recipient = new(), Payload = document.RootElement }));
    }

    [Fact]
    public void Raw_JSON_that_is_not_UTF_8_does_not_go_out()
    {
        using var document = JsonDocument.Parse(new byte[] { (byte)'"', (byte)'a', 0xC3, (byte)'"' });
        var output = new ArrayBufferWriter<byte>();
        var request = new SendMessageRequest { Recipient = new(), Payload = document.RootElement };

        if (Record.Exception(() => PageMessagesJsonWriter.Write(request, output)) is { } refusal)
            Assert.IsAssignableFrom<ArgumentException>(refusal);
        else
            Assert.Equal("{\"recipient\":{},\"payload\":\"a\ufffd\"}", Encoding.UTF8.GetString(output.WrittenSpan).Replace("\\uFFFD", "\ufffd", StringComparison.Ordinal));
    }

    private static JsonElement Nested(int depth)
    {
        var json = new string('[', depth) + new string(']', depth);
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 1000 });
        return document.RootElement.Clone();
    }

    private static string Written(Parcel parcel)
    {
        var output = new ArrayBufferWriter<byte>();
        EchoJsonWriter.Write(parcel, output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    private static string Written(SendMessageRequest request)
    {
        var output = new ArrayBufferWriter<byte>();
        PageMessagesJsonWriter.Write(request, output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}

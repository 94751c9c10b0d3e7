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
            Attachment = new ImageAttachment { Url = "https://cdn.example.com/é.jpg" },
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
            Ordinary with { Message = new() { A2ui = Nested(65) } },
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
        var parcel = new Parcel { Must = "", Kind = Kind.Plain, MustCount = 1, MustDay = new(2026, 11, 22), Inners = inners };
        inners.Add(parcel);

        var refusal = Assert.Throws<ArgumentException>(() => EchoJsonWriter.Write(parcel, new ArrayBufferWriter<byte>()));

        Assert.Contains("nested more than 64 levels", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void As_deep_as_allowed_is_written()
    {
        var parcel = new Parcel { Must = "", Kind = Kind.Plain, MustCount = 1, MustDay = new(2026, 11, 22) };
        for (var depth = 1; depth < 64; depth++)
            parcel = parcel with { Inner = parcel };

        Assert.Contains(Enumerable.Repeat("\"inner\":{", 63).Aggregate("", (a, _) => a), Written(parcel), StringComparison.Ordinal);
        Assert.Equal(63, Written(parcel).Split("\"inner\":").Length - 1);
        Assert.Throws<ArgumentException>(() => Written(parcel with { Inner = parcel }));
    }

    [Fact]
    public void Null_in_an_inner_list_or_a_map_is_refused()
    {
        var parcel = new Parcel { Must = "", Kind = Kind.Plain, MustCount = 1, MustDay = new(2026, 11, 22) };
        Parcel[] refused =
        [
            parcel with { Grid = [[1], null!] },
            parcel with { Labels = new Dictionary<string, string> { ["a"] = null! } },
            parcel with { DaysNames = new Dictionary<string, IReadOnlyList<DateOnly>> { ["a"] = null! } },
            parcel with { Tables = [new Dictionary<string, IReadOnlyDictionary<string, Parcel>> { ["a"] = new Dictionary<string, Parcel> { ["b"] = null! } }] },
            parcel with { KindNames = new Dictionary<string, Kind> { ["a"] = 0 } },
        ];
        string[] paths = ["grid[1]", "labels.a", "days_names.a", "tables[0].a.b", "kind_names.a"];

        Assert.All(refused, request => Assert.ThrowsAny<ArgumentException>(() => Written(request)));
        Assert.Equal(paths, refused.Select(request => Assert.Single(request.Validate()).Path));
    }

    [Fact]
    public void A_name_in_a_map_that_cannot_be_sent_is_a_violation_whatever_the_values_are()
    {
        const string Half = "\ud83c";
        var parcel = new Parcel { Must = "", Kind = Kind.Plain, MustCount = 1, MustDay = new(2026, 11, 22) };
        Parcel[] refused =
        [
            parcel with { Labels = new Dictionary<string, string> { [Half] = "" } },
            parcel with { Sizes = new Dictionary<string, decimal> { [Half] = 1 } },
            parcel with { KindNames = new Dictionary<string, Kind> { [Half] = Kind.Plain } },
            parcel with { AnyNames = new Dictionary<string, JsonElement> { [Half] = JsonElement.Parse("1") } },
            parcel with { DaysNames = new Dictionary<string, IReadOnlyList<DateOnly>> { [Half] = [] } },
            parcel with { Tables = [new Dictionary<string, IReadOnlyDictionary<string, Parcel>> { ["a"] = new Dictionary<string, Parcel> { [Half] = parcel } }] },
        ];

        Assert.Equal(
            ["format labels", "format sizes", "format kind_names", "format any_names", "format days_names", "format tables[0].a"],
            refused.Select(request => Assert.Single(request.Validate())).Select(violation => $"{violation.Rule} {violation.Path}"));
    }

    [Fact]
    public void Dates_are_written_as_the_Graph_API_writes_them()
    {
        var parcel = new Parcel
        {
            Must = "",
            Kind = Kind.Plain,
            MustCount = 1,
            MustDay = new(2026, 11, 22),
            Moments = [new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero), new(2026, 1, 2, 3, 4, 5, new TimeSpan(-9, -30, 0))],
        };

        Assert.Contains("\"must_day\":\"2026-11-22\",\"moments\":[\"2026-11-22T10:00:00+0000\",\"2026-01-02T03:04:05-0930\"]", Written(parcel), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"2026-11-22T10:00:00+0000\"")]
    [InlineData("\"2026-11-22T11:00:00+01:00\"")]
    [InlineData("\"2026-11-22T10:00:00Z\"")]
    [InlineData("\"2026-11-22T10:00:00\"")]
    [InlineData("\"2026-11-22T10:00:00.000+0000\"")]
    [InlineData("1795341600")]
    public void Dates_are_read_in_the_forms_that_servers_use(string json)
    {
        var text = $$"""{"must":"","kind":"PLAIN","must_count":1,"must_day":"2026-11-22","moment":{{json}}}""";
        var reader = new PageMessagesGen.Generated.Utf8ResponseReader(Encoding.UTF8.GetBytes(text));
        var expected = new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);

        Assert.Equal(expected, EchoJsonReader.ReadParcel(ref reader)!.Moment);
        Assert.True(reader.IsUsable());
        Assert.Equal(expected, JsonSerializer.Deserialize(text, EchoJsonContext.Default.Parcel)!.Moment);
    }

    [Theory]
    [InlineData("moment", "\"2026-13-22T10:00:00+0000\"")]
    [InlineData("moment", "\"yesterday\"")]
    [InlineData("moment", "99999999999999")]
    [InlineData("day", "\"2026-02-30\"")]
    [InlineData("day", "20260222")]
    public void What_is_not_a_date_makes_a_response_unusable(string member, string json)
    {
        var text = $$"""{"must":"","kind":"PLAIN","must_count":1,"must_day":"2026-11-22","{{member}}":{{json}}}""";
        var reader = new PageMessagesGen.Generated.Utf8ResponseReader(Encoding.UTF8.GetBytes(text));
        EchoJsonReader.ReadParcel(ref reader);

        Assert.False(reader.IsUsable());
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(text, EchoJsonContext.Default.Parcel));
    }

    [Theory]
    [InlineData("[1, 2, /* two */ 3,]", "[1,2,3]")]
    [InlineData("""{ "a": 1, // one""" + "\n}", """{"a":1}""")]
    public void Raw_JSON_that_was_read_leniently_goes_out_strictly(string lenient, string strict)
    {
        var options = new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };
        using var document = JsonDocument.Parse(lenient, options);

        Assert.Equal($$$"""{"recipient":{},"message":{"a2ui":{{{strict}}}}}""", Written(new SendMessageRequest { Recipient = new(), Message = new() { A2ui = document.RootElement } }));
    }

    [Fact]
    public void Raw_JSON_that_is_not_UTF_8_does_not_go_out()
    {
        using var document = JsonDocument.Parse(new byte[] { (byte)'"', (byte)'a', 0xC3, (byte)'"' });
        var output = new ArrayBufferWriter<byte>();
        var request = new SendMessageRequest { Recipient = new(), Message = new() { A2ui = document.RootElement } };

        if (Record.Exception(() => PageMessagesJsonWriter.Write(request, output)) is { } refusal)
            Assert.IsAssignableFrom<ArgumentException>(refusal);
        else
            Assert.Equal("{\"recipient\":{},\"message\":{\"a2ui\":\"a\ufffd\"}}", Encoding.UTF8.GetString(output.WrittenSpan).Replace("\\uFFFD", "\ufffd", StringComparison.Ordinal));
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

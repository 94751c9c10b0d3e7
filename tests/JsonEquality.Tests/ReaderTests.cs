using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using EveryKind;
using PageMessages;
using PageMessagesGen.Generated;

namespace PageMessagesGen.JsonEquality.Tests;

public sealed class ReaderTests
{
    private const string Least = "\"must\":\"m\",\"kind\":\"plain\",\"must_count\":1,\"must_day\":\"2026-11-22\"";

    [Theory]
    [InlineData("""{"recipient_id":"4471239905512287","message_id":"m_AbC"}""")]
    [InlineData("""{"recipient_id":"4471239905512287","message_id":"m_\u00e9\/🍕"}""")]
    public void Nothing_is_allocated_but_the_answer_and_its_texts(string answer)
    {
        var bytes = Encoding.UTF8.GetBytes(answer);
        var expected = Read(bytes)!;
        var own = Allocated(() => new SendMessageResponse
        {
            RecipientId = new string(expected.RecipientId),
            MessageId = new string(expected.MessageId),
        });

        Assert.Equal(own, Allocated(() => Read(bytes)));
    }

    [Fact]
    public void An_error_allocates_itself_and_its_texts()
    {
        var bytes = """{"error":{"message":"No.","type":"OAuthException","code":551,"error_subcode":1545041,"fbtrace_id":"AgQ"}}"""u8.ToArray();
        var own = Allocated(() => new GraphApiError { Message = new string("No."), Type = new string("OAuthException"), TraceId = new string("AgQ"), Code = 551 });

        Assert.Equal(own, Allocated(() => ReadError(bytes)));
    }

    [Theory]
    [InlineData("{" + Least + "}", true)]
    [InlineData("{\"must\":\"m\",\"kind\":\"plain\"}", false)]
    [InlineData("{\"must\":null,\"kind\":\"plain\",\"must_count\":1,\"must_day\":\"2026-11-22\"}", false)]
    [InlineData("{\"must\":\"m\",\"kind\":\"of the future\",\"must_count\":1,\"must_day\":\"2026-11-22\"}", true)]
    [InlineData("{" + Least + ",\"inner\":{}}", false)]
    [InlineData("{" + Least + ",\"inners\":[{}]}", false)]
    [InlineData("{" + Least + ",\"inners\":[null,{" + Least + "}]}", true)]
    public void An_answer_needs_what_the_schema_requires(string answer, bool isUsable)
    {
        var json = new Utf8ResponseReader(Encoding.UTF8.GetBytes(answer));

        var read = EchoJsonReader.ReadParcel(ref json);

        Assert.Equal(isUsable, read is not null && json.IsUsable());
    }

    [Theory]
    [InlineData("SAY \\\"Yes\\\"", Kind.Quoted)]
    [InlineData("c:\\\\temp\\\\U0041", Kind.Back)]
    [InlineData("🍕 漢 é", Kind.Emoji)]
    [InlineData("\\ud83c\\udf55 漢 \\u00E9", Kind.Emoji)]
    [InlineData("\\u0050lain", Kind.Plain)]
    public void An_enum_value_is_read_in_any_casing_and_spelling(string text, Kind expected)
    {
        var json = new Utf8ResponseReader(Encoding.UTF8.GetBytes("{\"must\":\"\",\"must_count\":0,\"must_day\":\"2026-11-22\",\"kind\":\"" + text + "\"}"));

        Assert.Equal(expected, EchoJsonReader.ReadParcel(ref json)?.Kind);
        Assert.True(json.IsUsable());
    }

    [Theory]
    [InlineData("of the future")]
    [InlineData("")]
    [InlineData("\\ud83d\\ude80 \\u0041")]
    [InlineData("plainer")]
    public void An_unknown_enum_value_is_read_alike_by_client_and_context_and_written_back(string text)
    {
        var answer = "{" + Least.Replace("plain", text, StringComparison.Ordinal) + ",\"other_kind\":\"" + text + "\",\"kinds\":[\"" + text + "\",\"PLAIN\"],\"kind_names\":{\"a\":\"" + text + "\"}}";
        var json = new Utf8ResponseReader(Encoding.UTF8.GetBytes(answer));

        var read = EchoJsonReader.ReadParcel(ref json)!;
        var byContext = JsonSerializer.Deserialize(answer, EchoJsonContext.Default.Parcel)!;

        Assert.True(json.IsUsable());
        Assert.False(Enum.IsDefined(read.Kind));
        Assert.Equal((read.Kind, read.OtherKind, read.Kinds![0], Kind.Plain), (byContext.Kind, byContext.OtherKind, byContext.Kinds![0], read.Kinds[1]));
        Assert.Equal(JsonNode.Parse($"\"{text}\"")!.GetValue<string>(), new KindJsonConverter().WireValue(read.Kind));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(answer), JsonSerializer.SerializeToNode(read, EchoJsonContext.Default.Parcel)));
        Assert.Contains(read.Validate(), violation => violation is { Rule: "unknown-value", Path: "kind" });
    }

    [Fact]
    public void A_server_that_sends_random_values_does_not_fill_the_memory()
    {
        var converter = new LevelJsonConverter();
        var values = Enumerable.Range(0, 3000).Select(i => converter.Parse(Encoding.UTF8.GetBytes($"random {i}"))).ToList();

        Assert.Equal("random 10", converter.WireValue(values[10]));
        Assert.Equal((Level)int.MinValue, values[2999]);
        Assert.Equal((Level)int.MinValue, converter.Parse(new byte[1000]));
        Assert.Throws<ArgumentOutOfRangeException>(() => converter.WireValue(values[2999]));
        Assert.Equal(Level.High, converter.Parse("high"u8));
    }

    private static SendMessageResponse? Read(byte[] bytes)
    {
        var json = new Utf8ResponseReader(bytes);
        var read = PageMessagesJsonReader.ReadSendMessageResponse(ref json);
        return json.IsUsable() ? read : null;
    }

    private static GraphApiError? ReadError(byte[] bytes)
    {
        var json = new Utf8ResponseReader(bytes);
        PageMessagesJsonReader.ReadSendMessageResponse(ref json);
        return json.Error;
    }

    private static long Allocated(Func<object?> make)
    {
        for (var i = 0; i < 100; i++)
            GC.KeepAlive(make());
        var before = GC.GetAllocatedBytesForCurrentThread();
        GC.KeepAlive(make());
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}

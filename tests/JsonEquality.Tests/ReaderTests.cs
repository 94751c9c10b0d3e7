using System.Text;
using EveryKind;
using PageMessages;
using PageMessagesGen.Generated;

namespace PageMessagesGen.JsonEquality.Tests;

public sealed class ReaderTests
{
    private const string Least = "\"must\":\"m\",\"kind\":\"plain\",\"must_count\":1,\"must_day\":\"2026-11-22\"";

    [Theory]
    [InlineData("""{"recipient_id":"4471239905512287","message_id":"m_AbC","new":[1,{"a":"\u00e9"}]}""")]
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
    [InlineData("{\"must\":\"m\",\"kind\":\"of the future\",\"must_count\":1,\"must_day\":\"2026-11-22\"}", false)]
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

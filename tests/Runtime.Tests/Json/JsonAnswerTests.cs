using System.Text;
using System.Text.Json;
using PageMessages;
using PageMessagesGen.Json;

namespace PageMessagesGen.Runtime.Tests.Json;

/// <summary>The readers that a schema's answers may need, beyond those of the default schema.</summary>
public sealed class JsonAnswerTests
{
    private static readonly MessageTagJsonConverter Tags = new();

    private delegate T Reader<out T>(ref Utf8JsonReader json);

    [Fact]
    public void Each_kind_of_value_is_read()
    {
        Assert.Equal("a🍕", Read("\"a\\ud83c\\udf55\"", JsonAnswer.ReadString));
        Assert.Equal("a", Read("\"a\"", JsonAnswer.ReadStringOrInteger));
        Assert.Equal("123456789012345678901234567890", Read("123456789012345678901234567890", JsonAnswer.ReadStringOrInteger));
        Assert.Equal(long.MinValue, Read("-9223372036854775808", JsonAnswer.ReadInteger));
        Assert.Equal(-1.50m, Read("-1.50", JsonAnswer.ReadNumber));
        Assert.Equal(true, Read("true", JsonAnswer.ReadBoolean));
        Assert.Equal(false, Read("false", JsonAnswer.ReadBoolean));
        Assert.Equal("""{"a": [1]}""", Read("""{"a": [1]}""", JsonAnswer.ReadJson)?.GetRawText());
        Assert.Equal(MessageTag.HumanAgent, Read("\"human_Agent\"", ReadTag));
    }

    [Fact]
    public void Null_counts_as_absent()
    {
        Assert.Null(Read("null", JsonAnswer.ReadString));
        Assert.Null(Read("null", JsonAnswer.ReadStringOrInteger));
        Assert.Null(Read("null", JsonAnswer.ReadInteger));
        Assert.Null(Read("null", JsonAnswer.ReadNumber));
        Assert.Null(Read("null", JsonAnswer.ReadBoolean));
        Assert.Null(Read("null", JsonAnswer.ReadJson));
        Assert.Null(Read("null", ReadTag));
        Assert.Null(Read("null", ReadTexts));
        Assert.Null(Read("null", ReadTags));
        Assert.False(Read("null", JsonAnswer.BeginsObject));
    }

    [Theory]
    [InlineData("\"a\"", "a whole number, a number, true or false, an object, a list")]
    [InlineData("1.5", "text, text or integer, a whole number, true or false, an object, a list, enum")]
    [InlineData("9223372036854775808", "text, a whole number, true or false, an object, a list, enum")]
    [InlineData("1e400", "text, text or integer, a whole number, a number, true or false, an object, a list, enum")]
    [InlineData("true", "text, text or integer, a whole number, a number, an object, a list, enum")]
    [InlineData("{}", "text, text or integer, a whole number, a number, true or false, a list, enum")]
    [InlineData("[]", "text, text or integer, a whole number, a number, true or false, an object, enum")]
    public void A_value_of_another_kind_is_refused(string json, string refusedBy)
    {
        (string Kind, Action Read)[] readers =
        [
            ("text", () => Read(json, JsonAnswer.ReadString)),
            ("text or integer", () => Read(json, JsonAnswer.ReadStringOrInteger)),
            ("a whole number", () => Read(json, JsonAnswer.ReadInteger)),
            ("a number", () => Read(json, JsonAnswer.ReadNumber)),
            ("true or false", () => Read(json, JsonAnswer.ReadBoolean)),
            ("an object", () => Read(json, JsonAnswer.BeginsObject)),
            ("a list", () => Read(json, ReadTexts)),
            ("enum", () => Read(json, ReadTag)),
        ];

        Assert.Equal(refusedBy.Split(", "), readers.Where(r => Record.Exception(r.Read) is JsonException).Select(r => r.Kind));
    }

    [Fact]
    public void Lists_pass_over_nulls_and_enum_values_that_are_not_known_yet()
    {
        Assert.Equal(["a", "b"], Read("""["a",null,"b"]""", ReadTexts)!);
        Assert.Equal([MessageTag.HumanAgent], Read("""["HUMAN_AGENT","FROM_THE_FUTURE",null]""", ReadTags)!);
        Assert.Empty(Read("[]", ReadTexts)!);
        Assert.Null(Read("\"FROM_THE_FUTURE\"", ReadTag));
    }

    private static IReadOnlyList<string>? ReadTexts(ref Utf8JsonReader json) => JsonAnswer.ReadList(ref json, JsonAnswer.ReadString);

    private static IReadOnlyList<MessageTag>? ReadTags(ref Utf8JsonReader json) => JsonAnswer.ReadValues(ref json, ReadTag);

    private static MessageTag? ReadTag(ref Utf8JsonReader json) => JsonAnswer.ReadEnum(ref json, Tags);

    // Also sees to it that a reader stops on the last token of its value.
    private static T Read<T>(string json, Reader<T> read)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes($"[{json},\"next\"]"));
        reader.Read();
        reader.Read();
        var value = read(ref reader);
        if (read.Method.Name != nameof(JsonAnswer.BeginsObject))
        {
            reader.Read();
            Assert.Equal("next", reader.GetString());
        }

        return value;
    }
}

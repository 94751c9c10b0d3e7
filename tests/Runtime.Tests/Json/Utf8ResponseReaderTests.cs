using System.Text;
using PageMessages;
using PageMessagesGen.Generated;

namespace PageMessagesGen.Runtime.Tests.Json;

/// <summary>The readers that a schema's answers may need, beyond those of the default schema.</summary>
public sealed class Utf8ResponseReaderTests
{
    [Fact]
    public void Each_kind_of_value_is_read()
    {
        Assert.Equal("a🍕", Read("\"a\\ud83c\\udf55\"", (ref j) => j.ReadString()));
        Assert.Equal("a", Read("\"a\"", (ref j) => j.ReadStringOrInteger()));
        Assert.Equal("123456789012345678901234567890", Read("123456789012345678901234567890", (ref j) => j.ReadStringOrInteger()));
        Assert.Equal(long.MinValue, Read("-9223372036854775808", (ref j) => j.ReadInteger()));
        Assert.Equal(-1.50m, Read("-1.50", (ref j) => j.ReadNumber()));
        Assert.Equal(-150m, Read("-1.5e2", (ref j) => j.ReadNumber()));
        Assert.Equal(true, Read("true", (ref j) => j.ReadBoolean()));
        Assert.Equal(false, Read("false", (ref j) => j.ReadBoolean()));
        Assert.Equal("""{"a": [1]}""", Read("""{"a": [1]}""", (ref j) => j.ReadJson())?.GetRawText());
        Assert.Equal(MessageTag.HumanAgent, Read("\"human_Agent\"", ReadTag));
    }

    [Fact]
    public void Null_counts_as_absent()
    {
        Assert.Null(Read("null", (ref j) => j.ReadString()));
        Assert.Null(Read("null", (ref j) => j.ReadStringOrInteger()));
        Assert.Null(Read("null", (ref j) => j.ReadInteger()));
        Assert.Null(Read("null", (ref j) => j.ReadNumber()));
        Assert.Null(Read("null", (ref j) => j.ReadBoolean()));
        Assert.Null(Read("null", (ref j) => j.ReadJson()));
        Assert.Null(Read("null", ReadTag));
        Assert.Null(Read("null", ReadTexts));
        Assert.Null(Read("null", ReadTags));
        Assert.False(Read("null", (ref j) => j.BeginObject()));
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
        (string Kind, bool IsUsable)[] readers =
        [
            ("text", IsUsable(json, (ref j) => j.ReadString())),
            ("text or integer", IsUsable(json, (ref j) => j.ReadStringOrInteger())),
            ("a whole number", IsUsable(json, (ref j) => j.ReadInteger())),
            ("a number", IsUsable(json, (ref j) => j.ReadNumber())),
            ("true or false", IsUsable(json, (ref j) => j.ReadBoolean())),
            ("an object", IsUsable(json, (ref j) =>
            {
                while (j.BeginObject() && j.NextMember(out _))
                    j.Skip();
                return true;
            })),
            ("a list", IsUsable(json, ReadTexts)),
            ("enum", IsUsable(json, ReadTag)),
        ];

        Assert.Equal(refusedBy.Split(", "), readers.Where(r => !r.IsUsable).Select(r => r.Kind));
    }

    [Fact]
    public void Lists_pass_over_nulls_and_enum_values_that_are_not_known_yet()
    {
        Assert.Equal(["a", "b"], Read("""["a",null,"b"]""", ReadTexts)!);
        Assert.Equal([MessageTag.HumanAgent], Read("""["HUMAN_AGENT","FROM_THE_FUTURE",null]""", ReadTags)!);
        Assert.Empty(Read("[]", ReadTexts)!);
        Assert.Null(Read("\"FROM_THE_FUTURE\"", ReadTag));
    }

    private static IReadOnlyList<string>? ReadTexts(ref Utf8ResponseReader json) => json.ReadList<string>((ref j) => j.ReadString());

    private static IReadOnlyList<MessageTag>? ReadTags(ref Utf8ResponseReader json) => json.ReadValues<MessageTag>(ReadTag);

    private static MessageTag? ReadTag(ref Utf8ResponseReader json) =>
        json.ReadText(out var text) && Utf8ResponseReader.Matches(text, "HUMAN_AGENT"u8) ? MessageTag.HumanAgent : null;

    // Also sees to it that a reader stops behind its value.
    private static T Read<T>(string json, JsonRead<T> read)
    {
        var answer = new Utf8ResponseReader(Encoding.UTF8.GetBytes($$"""{"value":{{json}},"next":"next"}"""));
        Assert.True(answer.BeginObject());
        Assert.True(answer.NextMember(out _));
        var value = read(ref answer);
        Assert.True(answer.NextMember(out _));
        Assert.Equal("next", answer.ReadString());
        Assert.False(answer.NextMember(out _));
        Assert.True(answer.IsUsable());
        return value;
    }

    private static bool IsUsable<T>(string json, JsonRead<T> read)
    {
        var answer = new Utf8ResponseReader(Encoding.UTF8.GetBytes(json));
        read(ref answer);
        return answer.IsUsable();
    }
}

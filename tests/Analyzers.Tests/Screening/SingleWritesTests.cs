using PageMessagesGen.Analyzers.Screening;

namespace PageMessagesGen.Analyzers.Tests.Screening;

public class SingleWritesTests
{
    [Theory]
    [InlineData("var text = \"a\"; Send(text);")]
    [InlineData("string text = Find(); return new() { Text = text };")]
    [InlineData("var text = \"a\"; Send(text, 1); Send([text]); if (text == null) return; text.ToString();")]
    [InlineData("var text = b ? \"a\" : \"c\"; Send(b ? text : \"d\", text ?? \"e\", text?.Length, $\"{text}\", text != null, text + \"a\", \"a\" + text);")]
    [InlineData("var text = new Message(); Send(text with { Text = \"a\" });")]
    [InlineData("var text = \"a\"; other.text2 = mytext = texts = 1; Send(text);")]
    [InlineData("var text = \"a\"; Run(text => text.Length);")]
    [InlineData("var @text = \"a\"; Send(@text);")]
    [InlineData("var text = \"a\\n\"; Send(text, \"é\", '\\n');")]
    public void A_local_that_is_only_read_is_written_once(string method) => Assert.True(IsWrittenOnce(method));

    [Theory]
    [InlineData("var text = \"a\"; text = null;")]
    [InlineData("string text; text = \"a\"; text = \"b\";")]
    [InlineData("var text = \"a\"; text += \"b\";")]
    [InlineData("var text = \"a\"; text ??= \"b\";")]
    [InlineData("var text = \"a\"; text /* a remark */ = \"b\";")]
    [InlineData("var text = \"a\"; text\n    = \"b\";")]
    [InlineData("var text = 1; text++;")]
    [InlineData("var text = 1; --text;")]
    [InlineData("var text = 1; text <<= 1;")]
    [InlineData("var text = \"a\"; Change(ref text);")]
    [InlineData("var text = \"a\"; Change(ref @text);")]
    [InlineData("var text = \"a\"; Change(out text);")]
    [InlineData("var text = 1; var p = &text;")]
    [InlineData("var text = \"a\"; (text, _) = (\"b\", 1);")]
    [InlineData("var text = \"a\"; (_, text) = (1, \"b\");")]
    [InlineData("var text = \"a\"; (text) /* now */ = \"b\";")]
    [InlineData("var text = \"a\"; (/* now */ text) = \"b\";")]
    [InlineData("var text = \"a\"; (text)\n#if !NO\n = \"b\";\n#endif")]
    [InlineData("var text = \"a\"; (text)\u001A= \"b\";")]
    [InlineData("var text = \"a\"; te\u00ADxt = \"b\";")]
    [InlineData("var text = \"a\"; te\\u0078t = \"b\";")]
    [InlineData("var text = \"a\"; Run(() => text = \"b\");")]
    public void A_local_that_may_be_written_again_is_noticed(string method) => Assert.False(IsWrittenOnce(method));

    [Fact]
    public void The_reading_in_question_may_look_like_anything()
    {
        const string Method = "var text = \"a\"; (other, _) = (text, 1);";
        Assert.False(IsWrittenOnce(Method));
        Assert.True(SingleWrites.IsWrittenOnce(Method, "text", Method.LastIndexOf("text", StringComparison.Ordinal)));
    }

    private static bool IsWrittenOnce(string method) => SingleWrites.IsWrittenOnce(method, "text", -1);
}

using System.Globalization;
using System.Text;
using System.Text.Json;
using PageMessagesGen.Generated;

namespace PageMessagesGen.Runtime.Tests.Json;

public sealed class Utf8RequestWriterTests
{
    [Theory]
    [InlineData("", "\"\"")]
    [InlineData("plain", "\"plain\"")]
    [InlineData("say \"yes\"", """
        "say \"yes\""
        """)]
    [InlineData(@"C:\temp\", """
        "C:\\temp\\"
        """)]
    [InlineData("a\nb\rc\td", """
        "a\nb\rc\td"
        """)]
    [InlineData("\"", """
        "\""
        """)]
    [InlineData("</script> & ' + /", "\"</script> & ' + /\"")]
    [InlineData("\u007f\u0080\u2028\u2029\ufeff", "\"\u007f\u0080\u2028\u2029\ufeff\"")]
    public void Text_is_escaped_only_where_JSON_demands_it(string value, string expected) =>
        Assert.Equal(expected, Written((ref j) => j.String(value)));

    [Fact]
    public void Each_control_character_is_escaped()
    {
        for (var c = '\0'; c < ' '; c++)
        {
            var written = Written((ref j) => j.String($"<{c}>"));

            var expected = c switch { '\n' => "\\n", '\r' => "\\r", '\t' => "\\t", _ => $"\\u{(int)c:x4}" };
            Assert.Equal($"\"<{expected}>\"", written);
        }
    }

    [Theory]
    [InlineData(0x41)]
    [InlineData(0xE9)]
    [InlineData(0x7FF)]
    [InlineData(0x800)]
    [InlineData(0x2764)]
    [InlineData(0xD7FF)]
    [InlineData(0xE000)]
    [InlineData(0xFFFF)]
    [InlineData(0x10000)]
    [InlineData(0x1F355)]
    [InlineData(0x20000)]
    [InlineData(0x30000)]
    [InlineData(0xE0067)]
    [InlineData(0xF0000)]
    [InlineData(0x10FFFF)]
    public void Characters_of_all_planes_go_out_as_their_own_UTF_8(int codePoint)
    {
        var rune = new Rune(codePoint);
        Span<byte> utf8 = stackalloc byte[4];
        var length = rune.EncodeToUtf8(utf8);

        byte[] expected = [(byte)'"', .. utf8[..length], (byte)'"'];
        Assert.Equal(Encoding.UTF8.GetString(expected), Written((ref j) => j.String(rune.ToString())));
    }

    [Fact]
    public void A_joined_emoji_keeps_all_its_parts()
    {
        const string Family = "👩🏽‍👩🏿‍👧🏻🏴󠁧󠁢󠁥󠁮󠁧󠁿❤️";

        Assert.Equal($"\"{Family}\"", Written((ref j) => j.String(Family)));
    }

    [Fact]
    public void Half_a_surrogate_pair_becomes_the_replacement_character()
    {
        // No InlineData: attributes are kept in UTF-8, which has no halves.
        (string Value, string Expected)[] cases =
        [
            ("\ud83c", "\ufffd"),
            ("\udf55", "\ufffd"),
            ("\udf55\ud83c", "\ufffd\ufffd"),
            ("a\ud83cb", "a\ufffdb"),
            ("\ud83c\ud83c\udf55", "\ufffd🍕"),
            ("\ud83c\"\udf55", "\ufffd\\\"\ufffd"),
        ];

        Assert.All(cases, c => Assert.Equal($"\"{c.Expected}\"", Written((ref j) => j.String(c.Value))));
    }

    [Fact]
    public void Text_of_any_length_is_written_whole()
    {
        // Around the sizes of buffers and far beyond; three bytes for each character, four for the last one.
        foreach (var length in (int[])[0, 1, 169, 170, 171, 339, 340, 341, 342, 509, 510, 511, 512, 513, 1023, 1024, 1025, 300_000])
        {
            var value = new string('漢', length) + "🍕";

            Assert.Equal($"[\"{value}\",\"{value}\"]", Written((ref j) =>
            {
                j.Append("["u8);
                j.String(value);
                j.Append(","u8);
                j.String(value);
                j.Append(","u8);
                j.EndList();
            }));
        }
    }

    [Fact]
    public void Many_escapes_grow_the_buffer_too() =>
        Assert.Equal($"\"{string.Concat(Enumerable.Repeat("\\u0000", 10_000))}\"", Written((ref j) => j.String(new string('\0', 10_000))));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(369239263222822)]
    [InlineData(long.MaxValue)]
    [InlineData(long.MinValue)]
    public void Whole_numbers_are_written_in_digits(long value) =>
        Assert.Equal(value.ToString(CultureInfo.InvariantCulture), Written((ref j) => j.Integer(value)));

    [Theory]
    [InlineData("0")]
    [InlineData("-0.5")]
    [InlineData("1.50")]
    [InlineData("1E-28")]
    [InlineData("-0.0000000000000000000000000001")]
    [InlineData("-7.9228162514264337593543950335")]
    [InlineData("79228162514264337593543950335")]
    [InlineData("-79228162514264337593543950335")]
    public void Numbers_are_written_exactly_and_without_exponent(string text)
    {
        var value = decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

        Assert.Equal(value.ToString(CultureInfo.InvariantCulture), Written((ref j) => j.Number(value)));
    }

    [Fact]
    public void A_number_fits_wherever_the_buffer_ends()
    {
        // Bytes take up their own length only, so that a number meets the end of the buffer at every place.
        for (var length = 4050; length < 4100; length++)
        {
            var bytes = Encoding.ASCII.GetBytes(new string('1', length));
            var text = new string('1', length);

            Assert.Equal($"{text}{long.MinValue}", Written((ref j) => { j.Append(bytes); j.Integer(long.MinValue); }));
            Assert.Equal($"{text}-7.9228162514264337593543950335", Written((ref j) => { j.Append(bytes); j.Number(-7.9228162514264337593543950335m); }));
        }
    }

    [Fact]
    public void Numbers_do_not_depend_on_the_culture()
    {
        var before = CultureInfo.CurrentCulture;
        var strange = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        strange.NumberFormat.NegativeSign = "minus";
        strange.NumberFormat.NumberDecimalSeparator = ",";
        CultureInfo.CurrentCulture = strange;
        try
        {
            Assert.Equal("-15-2.5", Written((ref j) => { j.Integer(-15); j.Number(-2.5m); }));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Objects_and_lists_get_their_braces_brackets_and_commas() =>
        Assert.Equal("""{"a":{},"b":[],"c":[[],{"d":"x"},"{","[",",",1],"e":true,"f":false}""", Written((ref j) =>
        {
            var start = j.BeginObject();
            j.Append(",\"a\":"u8);
            j.EndObject(j.BeginObject());
            j.Append(",\"b\":["u8);
            j.EndList();
            j.Append(",\"c\":["u8);
            j.Append("["u8);
            j.EndList();
            j.Append(","u8);
            var inner = j.BeginObject();
            j.Append(",\"d\":\"x\""u8);
            j.EndObject(inner);
            j.Append(","u8);
            j.String("{");
            j.Append(","u8);
            j.String("[");
            j.Append(","u8);
            j.String(",");
            j.Append(","u8);
            j.Integer(1);
            j.Append(","u8);
            j.EndList();
            j.Member(",\"e\":"u8, true);
            j.Member(",\"f\":"u8, false);
            j.EndObject(start);
        }));

    [Fact]
    public void Members_that_are_null_are_left_out_without_a_trace() =>
        Assert.Equal("""{"text":"","whole":0,"number":0.0,"flag":false,"json":[null]}""", Written((ref j) =>
        {
            var start = j.BeginObject();
            j.Member(",\"x\":"u8, (string?)null);
            j.Member(",\"text\":"u8, "");
            j.Member(",\"x\":"u8, (long?)null);
            j.Member(",\"whole\":"u8, 0L);
            j.Member(",\"x\":"u8, (decimal?)null);
            j.Member(",\"number\":"u8, 0.0m);
            j.Member(",\"x\":"u8, (bool?)null);
            j.Member(",\"flag\":"u8, false);
            j.Member(",\"x\":"u8, (JsonElement?)null);
            j.Member(",\"x\":"u8, default(JsonElement));
            j.Member(",\"x\":"u8, RawJson.Parse("null"));
            j.Member(",\"json\":"u8, RawJson.Parse("[null]"));
            j.EndObject(start);
        }));

    [Theory]
    [InlineData("""{ "a" : [ 1.50, -0, 1e3, 123456789012345678901234567890 ] }""")]
    [InlineData("\"\\ud83c\\udf55 \\/ \\u00e9\"")]
    [InlineData("\"🍕 é\"")]
    [InlineData("""{"a":1,"a":2}""")]
    [InlineData("[\n  true,\n  null\n]")]
    public void Raw_JSON_is_taken_over_as_it_stands(string json) =>
        Assert.Equal($"[{json},{json}]", Written((ref j) =>
        {
            j.Append("["u8);
            j.Json(RawJson.Parse(json));
            j.Append(","u8);
            j.Json(RawJson.Parse(json));
            j.Append(","u8);
            j.EndList();
        }));

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{'a':1}")]
    [InlineData("[1,]")]
    [InlineData("1 // one")]
    [InlineData("1 2")]
    public void Raw_JSON_that_is_no_JSON_is_refused(string json) =>
        Assert.ThrowsAny<JsonException>(() => RawJson.Parse(json));

    [Fact]
    public void What_was_never_given_a_value_is_refused_where_something_must_stand()
    {
        Assert.Throws<ArgumentException>(() => Written((ref j) => j.Json(default)));
        Assert.Throws<ArgumentNullException>(() => Written((ref j) => j.String(null!)));
    }

    [Fact]
    public void The_closing_quote_fits_wherever_the_buffer_ends()
    {
        for (var before = 0; before <= 4096; before++)
        {
            var beginning = new string('b', before);
            Assert.Equal($"\"{beginning}\"\"\\u0001\\\\\"", Written((ref j) =>
            {
                j.String(beginning);
                j.String("\u0001\\");
            }));
        }
    }

    private delegate void Writing(ref Utf8RequestWriter json);

    private static string Written(Writing write)
    {
        var buffer = new Utf8RequestWriter();
        try
        {
            write(ref buffer);
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(buffer.Written);
        }
        finally
        {
            buffer.Dispose();
        }
    }
}

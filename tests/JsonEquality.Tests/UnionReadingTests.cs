using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using PageMessagesGen.Generated;
using Shapes;

namespace PageMessagesGen.JsonEquality.Tests;

/// <summary>System.Text.Json reads unions as the client does, with the options that applications use.</summary>
public sealed class UnionReadingTests
{
    private static readonly Dictionary<string, JsonSerializerOptions> Options = new()
    {
        ["default"] = new() { TypeInfoResolver = ShapesJsonContext.Default },
        ["web"] = new(JsonSerializerDefaults.Web) { TypeInfoResolver = ShapesJsonContext.Default },
        ["reflection"] = new() { TypeInfoResolver = new DefaultJsonTypeInfoResolver() },
        ["reflection, web"] = new(JsonSerializerDefaults.Web) { TypeInfoResolver = new DefaultJsonTypeInfoResolver() },
    };

    public static TheoryData<string> Boxes =>
    [
        """{"button":{"type":"postback","title":"t"}}""",
        """{"button":{"title":"t","payload":"p","type":"postback"}}""",
        """{"button":{"title":"t","new":{"type":"web_url"},"type":"POSTBACK"}}""",
        """{"button":{"type":"call","number":1}}""",
        """{"button":{"number":1,"type":"call"}}""",
        """{"button":{"type":"of the future","a":[1]}}""",
        """{"button":{"a":[1],"type":"of the future"}}""",
        """{"button":{"title":"t"}}""",
        """{"button":{}}""",
        """{"button":null}""",
        """{"button":{"type":null,"title":"t"}}""",
        """{"button":{"type":7,"title":"t"}}""",
        """{"button":{"type":{},"title":"t"}}""",
        """{"button":{"type":"\u0070ostback","title":"t"}}""",
        """{"button":{"\u0074ype":"postback","title":"t"}}""",
        """{"button":{"type":"postback","type":"web_url","title":"t"}}""",
        """{"button":{"type":"web_url","type":"postback","title":"t"}}""",
        """{"button":{"type":"postback"}}""",
        """{"button":[]}""",
        """{"button":"postback"}""",
        """{"button":1}""",
        """{"buttons":[{"title":"t","type":"postback"},{"type":"call"},{"url":"u","type":"web_url"},{}]}""",
        """{"valued":{"url":"u","kind":"picture"}}""",
        """{"valued":{"kind":"Picture","url":"u"}}""",
        """{"valued":{"kind":"place","x":1}}""",
        """{"valued":{"x":1,"kind":"heart"}}""",
        """{"valued":{"x":1,"kind":"of the future"}}""",
        """{"valued":{"x":1}}""",
        """{"valued":{"kind":2}}""",
        """{"attachment":{"type":"picture","payload":{"url":"u"}}}""",
        """{"attachment":{"payload":{"url":"u"},"type":"picture"}}""",
        """{"attachment":{"payload":{"url":"u"},"type":"PICTURE"}}""",
        """{"attachment":{"payload":{"url":"u","new":1},"type":"picture"}}""",
        """{"attachment":{"payload":{"url":"u"},"new":1,"type":"picture"}}""",
        """{"attachment":{"payload":{"x":1},"type":"place"}}""",
        """{"attachment":{"type":"place"}}""",
        """{"attachment":{"type":"place","payload":7}}""",
        """{"attachment":{"payload":{"x":1},"type":"of the future"}}""",
        """{"attachment":{"type":"of the future"}}""",
        """{"attachment":{"type":"heart"}}""",
        """{"attachment":{"type":"heart","payload":{}}}""",
        """{"attachment":{"payload":{"new":1},"type":"heart"}}""",
        """{"attachment":{"type":"heart","payload":null}}""",
        """{"attachment":{"type":"picture"}}""",
        """{"attachment":{"type":"picture","payload":null}}""",
        """{"attachment":{"type":"picture","payload":[]}}""",
        """{"attachment":{"type":"picture","payload":"u"}}""",
        """{"attachment":{"type":"picture","payload":{}}}""",
        """{"attachment":{"payload":[],"type":"form"}}""",
        """{"attachment":{"type":"heart","payload":"x"}}""",
        """{"attachment":{"payload":{"url":"u"}}}""",
        """{"attachment":{"type":null,"payload":{"url":"u"}}}""",
        """{"attachment":{"type":3,"payload":{"url":"u"}}}""",
        """{"attachment":{"type":"picture","payload":{"url":"u"},"payload":{"url":"v"}}}""",
        """{"attachment":{"type":"picture","type":"place","payload":{"url":"v"}}}""",
        """{"attachment":{}}""",
        """{"attachment":7}""",
        """{"attachment":{"payload":{"buttons":[{"title":"t","type":"postback"}],"text":"a","form_type":"button"},"type":"form"}}""",
        """{"attachment":{"payload":{"x":1,"form_type":"list"},"type":"form"}}""",
        """{"attachment":{"payload":{"x":1,"form_type":"new"},"type":"form"}}""",
        """{"attachment":{"payload":{"x":1},"type":"form"}}""",
        """{"attachments":[{"payload":{"url":"u"},"type":"picture"},{"type":"heart"},{"x":1,"type":"place"}]}""",
        """{"payload":{"url":"u"},"kind":"picture"}""",
        """{"kind":"picture","payload":{"url":"u"}}""",
        """{"kind":"place","payload":[1]}""",
        """{"payload":"text","kind":"of the future"}""",
        """{"payload":{"url":"u"}}""",
    ];

    [Theory]
    [MemberData(nameof(Boxes))]
    public void Each_reads_what_the_client_reads(string json)
    {
        var reader = new Utf8ResponseReader(Encoding.UTF8.GetBytes(json));
        var read = ShapesJsonReader.ReadBox(ref reader);
        var expected = read is not null && reader.IsUsable() ? Describe(read) : "unusable";

        Assert.Equal(Options.Keys.Select(name => $"{name}: {expected}"), Options.Select(options => $"{options.Key}: {Read(json, options.Value)}"));
    }

    [Theory]
    [InlineData("""{"Button":{"Title":"t","Type":"postback"}}""", """{"button":{"type":"postback","title":"t"}}""")]
    [InlineData("""{"BUTTON":{"Number":1,"TYPE":"call"}}""", """{"button":{"Number":1,"TYPE":"call"}}""")]
    [InlineData("""{"attachment":{"Payload":{"Url":"u"},"Type":"Picture"}}""", """{"attachment":{"type":"picture","payload":{"url":"u"}}}""")]
    [InlineData("""{"attachment":{"Type":"heart"}}""", """{"attachment":{"type":"heart"}}""")]
    [InlineData("""{"attachment":{"\u0054ype":"place","Payload":{"X":1}}}""", """{"attachment":{"type":"place","payload":{"X":1}}}""")]
    [InlineData("""{"attachment":{"Type":"picture","Payload":{"Url":"u"},"New":1}}""", """{"attachment":{"type":"picture","payload":{"Url":"u"},"New":1}}""")]
    public void Names_in_any_casing_select_a_shape_where_the_options_read_them(string json, string expected)
    {
        Assert.StartsWith($"{expected} ", Read(json, Options["web"]), StringComparison.Ordinal);
        Assert.Equal(Read(json, Options["web"]), Read(json, Options["reflection, web"]));
        Assert.DoesNotContain($"{expected} ", Read(json, Options["default"]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public async Task A_late_discriminator_is_found_in_a_stream(int bufferSize)
    {
        var text = new string('t', 5000);
        var json = $$$"""{"button":{"title":"{{{text}}}","type":"postback"},"attachment":{"payload":{"url":"{{{text}}}"},"type":"picture"}}""";
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web) { TypeInfoResolver = ShapesJsonContext.Default, DefaultBufferSize = bufferSize };

        var read = await JsonSerializer.DeserializeAsync(new MemoryStream(Encoding.UTF8.GetBytes(json)), (JsonTypeInfo<Box>)options.GetTypeInfo(typeof(Box)));

        Assert.EndsWith(" Postback Picture", Describe(read!), StringComparison.Ordinal);
    }

    private static string Read(string json, JsonSerializerOptions options)
    {
        try
        {
            return Describe(JsonSerializer.Deserialize(json, (JsonTypeInfo<Box>)options.GetTypeInfo(typeof(Box)))!);
        }
        catch (JsonException)
        {
            return "unusable";
        }
    }

    private static string Describe(Box box)
    {
        var shapes = new object?[] { box.Button, box.Valued, box.Attachment, box.Payload }.Concat(box.Buttons ?? []).Concat(box.Attachments ?? []);
        return $"{JsonNode.Parse(JsonSerializer.Serialize(box, ShapesJsonContext.Default.Box))!.ToJsonString()} {string.Join(' ', shapes.OfType<object>().Select(shape => shape.GetType().Name))}";
    }
}

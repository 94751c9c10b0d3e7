using System.Text;
using System.Text.Json;
using PageMessagesGen.Emulator.Http;
using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Emulator.Tests;

public sealed class WireJsonTests
{
    [Theory]
    [InlineData("""{"a":[1,-0.5,1.50e+3,12345678901234567890],"b":{},"c":[],"d":"x\ny","e":true,"f":false,"g":null}""")]
    [InlineData("""{"a":1,"a":2,"":""}""")]
    [InlineData("\"text\"")]
    [InlineData("null")]
    public void JSON_is_the_same_after_there_and_back(string json)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true }))
            WireJson.Write(writer, Read(json));

        Assert.Equal(json, Encoding.UTF8.GetString(buffer.ToArray()));
    }

    [Fact]
    public void A_name_that_stands_twice_is_kept_twice()
    {
        var body = Assert.IsType<WireObject>(Read("""{"a":1,"b":2,"a":3}"""));

        Assert.Equal([("a", "1"), ("b", "2"), ("a", "3")], body.Members.Select(m => (m.Name, ((WireNumber)m.Value).Digits)));
    }

    private static WireValue Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return WireJson.Read(document.RootElement);
    }
}

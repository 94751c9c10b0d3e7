using PageMessagesGen.Schema.Model;
using PageMessagesGen.Schema.Validation;

namespace PageMessagesGen.Schema.Tests;

/// <summary>Maps, lists of lists, dates and objects without members are validated in JSON.</summary>
public class CollectionAndDateTests
{
    private static readonly SchemaDocument Schema = SchemaReader.Read(Parts.Head + """
        operations:
          order: { request: "POST /{page_id}/orders", body: Order, returns: Order }
        types:
          Order:
            members:
              labels: { type: map<string> }
              sizes: { type: map<Size> }
              items: { type: map<list<Item>> }
              grid: { type: list<list<integer>> }
              day: { type: date }
              moment: { type: datetime }
              nothing: { type: Nothing }
          Item: { members: { name: { type: string, required: true, max-length: 3 characters } } }
          Nothing: { members: {} }
        enums:
          Size: [SMALL, LARGE]
        """).Document!;

    [Theory]
    [InlineData("""{"labels":{"a":"b","":"c"},"sizes":{"x":"small"},"items":{"n":[{"name":"abc"}]},"grid":[[1,2],[]],"nothing":{}}""")]
    [InlineData("""{"labels":["a"]}""", "wrong-type labels")]
    [InlineData("""{"labels":{"a":1,"b":null}}""", "wrong-type labels.a", "null-value labels.b")]
    [InlineData("""{"labels":{"a":"1","a":"2"}}""", "repeated-member labels.a")]
    [InlineData("""{"sizes":{"x":"HUGE"}}""", "unknown-value sizes.x")]
    [InlineData("""{"items":{"n":[{"name":"abcd"},{}]}}""", "length items.n[0].name", "required items.n[1].name")]
    [InlineData("""{"grid":[[1,"2"],3,null]}""", "wrong-type grid[0][1]", "wrong-type grid[1]", "null-value grid[2]")]
    [InlineData("""{"nothing":{"a":1}}""", "unknown-member nothing")]
    public void Collections_are_validated_to_their_innermost_elements(string json, params string[] expected) => Assert.Equal(expected, Validate(json));

    [Theory]
    [InlineData("day", "\"2026-02-28\"", true)]
    [InlineData("day", "\"2026-02-30\"", false)]
    [InlineData("day", "\"2026-02-28T00:00:00+0000\"", false)]
    [InlineData("day", "20260228", false)]
    [InlineData("moment", "\"2026-11-22T10:00:00+0000\"", true)]
    [InlineData("moment", "\"2026-11-22T10:00:00-09:30\"", true)]
    [InlineData("moment", "\"2026-11-22T10:00:00.123Z\"", true)]
    [InlineData("moment", "1795341600", true)]
    [InlineData("moment", "\"2026-11-22T25:00:00+0000\"", false)]
    [InlineData("moment", "\"2026-11-31T10:00:00+0000\"", false)]
    [InlineData("moment", "\"2026-11-22\"", false)]
    [InlineData("moment", "1.5", false)]
    public void Dates_are_validated(string member, string json, bool isValid) =>
        Assert.Equal(isValid ? [] : [$"wrong-type {member}"], Validate($$"""{"{{member}}":{{json}}}"""));

    private static IEnumerable<string> Validate(string json) =>
        new RequestValidator(Schema).Validate(Wire.Parse(json), "Order", platform: null).Select(violation => $"{violation.Rule} {violation.Path}");
}

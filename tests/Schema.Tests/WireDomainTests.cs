using PageMessagesGen.Schema.Model;
using PageMessagesGen.Schema.Validation;

namespace PageMessagesGen.Schema.Tests;

/// <summary>Rules and limits are evaluated on JSON that is possible, but rare.</summary>
public class WireDomainTests
{
    private static readonly SchemaDocument Schema = SchemaReader.Read(Parts.Head + """
        operations:
          order: { summary: Orders., request: "POST /{page_id}/orders", body: Order, returns: Order }
        types:
          Order:
            summary: An order.
            members:
              price: { type: number, min: -9, max: 1000, summary: What it costs. }
              number: { type: string-or-integer, summary: Its number. }
              extra: { type: json, summary: Anything. }
            rules:
              prices: { allow: { price: ["1.5", "100"], extra.price: ["1.5", "100"] }, severity: error, because: Others are unknown. }
              numbers: { limit: { number: { max-length: 3 characters } }, severity: error, because: There is no room. }
        """).Document!;

    [Theory]
    [InlineData("""{"price":100}""")]
    [InlineData("""{"price":1e2,"extra":{"price":[1.50,100.0]}}""")]
    [InlineData("""{"price":10,"extra":{"price":1e1}}""", "prices price")]
    [InlineData("""{"extra":{"price":1e1}}""", "prices extra.price")]
    public void A_number_is_compared_in_any_notation(string json, params string[] expected) => Assert.Equal(expected, Validate(json));

    [Theory]
    [InlineData("1e-400", "prices price")]
    [InlineData("1e30", "number price", "prices price")]
    [InlineData("1e999", "number price", "prices price")]
    [InlineData("-1e999", "number price", "prices price")]
    public void A_number_that_is_too_large_for_a_decimal_exceeds_a_limit(string number, params string[] expected) => Assert.Equal(expected, Validate($$"""{"price":{{number}}}"""));

    [Theory]
    [InlineData("""{"number":123}""")]
    [InlineData("""{"number":1234}""", "numbers number")]
    [InlineData("""{"number":"1234"}""", "numbers number")]
    public void A_rule_limits_an_id_that_is_a_number_as_its_member_does(string json, params string[] expected) => Assert.Equal(expected, Validate(json));

    [Fact]
    public void A_member_with_an_empty_name_is_not_an_element() =>
        Assert.Equal(["repeated-member extra.", "repeated-member extra.[1].a"], Validate("""{"extra":{"":1,"":[0,{"a":1,"a":2}]}}"""));

    private static IEnumerable<string> Validate(string json) =>
        new RequestValidator(Schema).Validate(Wire.Parse(json), "Order", platform: null).Select(violation => $"{violation.Rule} {violation.Path}");
}

using static PageMessagesGen.Schema.Tests.Files.ShopFiles;

namespace PageMessagesGen.Schema.Tests.Files;

/// <summary>Mistakes in files that extend a schema are reported in the file, line and column that make them.</summary>
public class OverlayMistakeTests
{
    public static TheoryData<string, string> Alone => new()
    {
        { "extends: {|PMG2003:[shop.endpoint.yaml]|}", "'extends' must be a string, but it is a list" },
        { "extends: {|PMG2003:{ a: b }|}", "'extends' must be a string, but it is a mapping" },
        { "extends: {|PMG2002:''|}", "The schema needs the key 'extends'" },
        { Head + "{|PMG2001:extnds|}: a", "'extnds' is not a key of the schema. Did you mean 'extends'?" },
        { Head + "{|PMG2001:enumss|}: {}", "'enumss' is not a key of the schema. Did you mean 'enums'?" },
        { Head + "version: {|PMG2005:26|}", "'26' is not a Graph API version such as v26.0." },
        { Head + "errors: {|PMG2003:[]|}", "'errors' must be a mapping, but it is a list" },
        { Head + "enums: { Size: { members: { HUGE: { {|PMG2001:sumary|}: s } } } }", "'sumary' is not a key of the enum member 'HUGE'. Did you mean 'summary'?" },
        { Head + "enums: { {|PMG2006:order|}: { summary: s., members: { A: { summary: A. } } } }", "The type 'order' conflicts with 'Order' in line 14 of shop.endpoint.yaml: the names differ only in case." },
        { Head + "types: { Order: { members: { id: { type: {|PMG2004:Cusomer|} } } } }", "There is no type 'Cusomer'." },
        { Head + "types: { Order: { rules: { {|PMG2015:a|}: { severity: info, because: b. } } } }", "The rule 'a' needs exactly one of require, forbid, allow, exactly-one-of, at-least-one-of, at-most-one-of, limit, count-where; it has 0." },
        { Head + "as-of: 2026-11-22\n{|PMG1003:as-of|}: 2026-11-23", "Duplicate key 'as-of' in this mapping; it is first used in line 2" },
    };

    [Theory]
    [MemberData(nameof(Alone))]
    public void A_mistake_of_one_overlay_is_reported_there(string marked, string message) =>
        SchemaProject.AssertMatch([(Shop, Parts.Whole), (More, marked)], message);

    [Fact]
    public void What_an_overlay_breaks_is_reported_where_it_is_said() => SchemaProject.AssertMatch(
        [
            (Shop, Parts.Whole.Replace("parameters: { size: { type: Size,", "parameters: { size: { type: {|PMG2004:Size|},", StringComparison.Ordinal)),
            (More, Head + "enums:\n"),
        ],
        "There is no type 'Size'.");

    [Fact]
    public void An_overlay_that_is_no_YAML_is_reported_and_the_schema_is_read_without_it()
    {
        var results = SchemaProject.Read((Shop, Parts.Whole), (More, Head + "enums: [a"));

        Assert.Empty(results[0].Result.Diagnostics);
        var diagnostic = Assert.Single(results[1].Result.Diagnostics);
        Assert.Equal("more.endpoint.yaml(2,8): error PMG1001: The YAML cannot be read: The '[' is not closed properly.", diagnostic.ToString());
    }
}

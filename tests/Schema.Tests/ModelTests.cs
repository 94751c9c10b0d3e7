using PageMessagesGen.Schema.Model;
using PageMessagesGen.TestKit.Markup;

namespace PageMessagesGen.Schema.Tests;

public class ModelTests
{
    [Fact]
    public void A_schema_full_of_comments_is_read_without_a_finding()
    {
        const string Text =
            """
            # A shop.
            %YAML 1.2
            --- # begins
            schema: 1 # the language
              # indented
            namespace: Shop

            service: Shop
            version: v26.0
            as-of: 2026-11-22
            # The operations.
            operations: # of the shop
              # The one.
              order: { summary: "Orders # it", request: POST /a, body: Order, returns: Order } # done
            types:
              Order:
                summary: >-
                  An order # with a number sign,
                  over two lines.
                # members follow
                members:
                  id: # the id
                    type: string
                    summary: 'It''s the id.'
            ... # ends
            # Nothing follows.

            """;

        var document = Read(Text);

        Assert.Equal("An order # with a number sign, over two lines.", document.Types[0].Summary);
        Assert.Equal("It's the id.", document.Types[0].Members[0].Summary);
        Assert.Equal("Orders # it", document.Operations[0].Summary);
    }

    [Theory]
    [InlineData("NO")]
    [InlineData("null")]
    [InlineData("~")]
    [InlineData("1.10")]
    [InlineData("0x1F")]
    [InlineData("2026-11-22")]
    [InlineData("true")]
    public void A_plain_word_stays_the_text_that_it_is(string word) =>
        Assert.Equal(word, Read(Parts.WithMembers($"a: {{ type: string, summary: {word}, default: {word} }}")).Types[0].FindMember("a")!.Default);

    [Fact]
    public void Country_codes_are_names_and_not_truths()
    {
        var country = Read(Parts.WithEnums("Country: { summary: a, wire-case: lower, members: { NO: { summary: Norway. }, SE: { summary: Sweden. }, ON: { summary: Ontario. } } }").Replace("How big. }", "How big. }, country: { type: Country, summary: Where. }", StringComparison.Ordinal));

        Assert.Equal(["NO=no", "SE=se", "ON=on"], country.FindEnum("Country")!.Members.Select(m => $"{m.Name}={m.Wire}"));
    }

    [Fact]
    public void A_byte_order_mark_in_front_of_the_first_key_changes_nothing_but_the_columns_of_its_line()
    {
        var plain = SchemaReader.Read(Parts.Whole);
        var marked = SchemaReader.Read("\uFEFF" + Parts.Whole);

        Assert.Empty(marked.Diagnostics);
        Assert.Equal(plain.Document!.Types.Select(t => t.Name), marked.Document!.Types.Select(t => t.Name));
        Assert.Equal(plain.Document.Types[0].Range.Start.Column, marked.Document.Types[0].Range.Start.Column);
    }

    [Fact]
    public void Mistakes_behind_a_byte_order_mark_are_found_where_they_are() =>
        Findings.AssertMatch(
            "\uFEFF{|PMG2001:shema|}: 1\n" + Parts.Whole.Replace("version: v26.0", "version: {|PMG2005:26|}", StringComparison.Ordinal),
            "'shema' is not a key of the schema. Did you mean 'schema'?",
            "'26' is not a Graph API version such as v26.0.");

    [Fact]
    public void Line_ends_make_no_difference_to_the_model()
    {
        var withReturns = Read(RealSchema.Text.Replace("\n", "\r\n", StringComparison.Ordinal));
        var plain = Read(RealSchema.Text);

        Assert.Equal(plain.Types.SelectMany(t => t.Members).Select(PlaceAndWords), withReturns.Types.SelectMany(t => t.Members).Select(PlaceAndWords));
        Assert.Equal(plain.Enums.SelectMany(e => e.Members).Select(m => (m.Name, m.Wire, m.Summary)), withReturns.Enums.SelectMany(e => e.Members).Select(m => (m.Name, m.Wire, m.Summary)));
    }

    [Fact]
    public void Reading_twice_gives_equal_results()
    {
        Assert.Equal(SchemaReader.Read(RealSchema.Text), SchemaReader.Read(RealSchema.Text));
        Assert.Equal(SchemaReader.Read("schema: 2\n"), SchemaReader.Read("schema: 2\n"));
        Assert.NotEqual(SchemaReader.Read(RealSchema.Text), SchemaReader.Read(RealSchema.Text.Replace("default: REGULAR", "default: NO_PUSH", StringComparison.Ordinal)));
    }

    [Fact]
    public void Names_stand_where_they_are_written()
    {
        var text = MarkedText.Parse(Parts.WithMembers("[|name|]: { type: string, summary: a }"));
        var member = Read(text.Text).Types[0].FindMember("name")!;

        Assert.Equal((text.Spans[0].Start, text.Spans[0].End), (member.Range.Start.Index, member.Range.End.Index));
        Assert.Null(Places.FaultOf(text.Text, member.Range));
    }

    [Fact]
    public void All_kinds_of_members_are_read()
    {
        var type = Read(Parts.WithMembers(
            """
            a: { type: string, format: digits, required: true, default: x, summary: A. }
            b: { type: integer, emoji: true, default: -5, summary: B. }
            c: { type: " list< Size > ", undocumented: true, summary: C. }
            d: { type: Order, summary: D. }
            e: { type: Size, default: LARGE, summary: E. }
            f: { type: boolean, default: false, summary: F. }
            g: { type: number, summary: G. }
            h: { type: json, summary: H. }
            i: { type: string-or-integer, summary: I. }
            """)).Types[0];

        Assert.Equal(
            [
                "id ScalarReference { Kind = String } Any",
                "a ScalarReference { Kind = String } digits required =x",
                "b ScalarReference { Kind = Integer } Any emoji =-5",
                "c ListReference { Element = EnumReference { Name = Size } } Any undocumented",
                "d ObjectReference { Name = Order } Any",
                "e EnumReference { Name = Size } Any =LARGE",
                "f ScalarReference { Kind = Boolean } Any =false",
                "g ScalarReference { Kind = Number } Any",
                "h ScalarReference { Kind = Json } Any",
                "i ScalarReference { Kind = StringOrInteger } Any",
            ],
            type.Members.Select(m => $"{m.Name} {m.Type} {m.Limits.Select(limit => limit.Format?.Name).SingleOrDefault() ?? "Any"}{(m.Required ? " required" : "")}{(m.Emoji ? " emoji" : "")}{(m.Undocumented ? " undocumented" : "")}{(m.Default is { } value ? $" ={value}" : "")}"));
    }

    [Fact]
    public void A_value_on_the_wire_is_found_in_any_casing()
    {
        var size = Read(Parts.Whole).FindEnum("Size")!;

        Assert.Equal("SMALL", size.FindWire("sMaLl")!.Name);
        Assert.Null(size.FindWire("MEDIUM"));
    }

    private static (string, string, int, int) PlaceAndWords(Member m) => (m.Name, m.Summary, m.Range.Start.Line, m.Range.Start.Column);

    private static SchemaDocument Read(string text)
    {
        var result = SchemaReader.Read(text);
        Assert.Equal([], result.Diagnostics.Select(d => d.ToString()));
        return result.Document!;
    }
}

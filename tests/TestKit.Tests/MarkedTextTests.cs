using PageMessagesGen.TestKit.Markup;

namespace PageMessagesGen.TestKit.Tests;

public class MarkedTextTests
{
    [Fact]
    public void Marks_are_taken_out_and_their_places_kept()
    {
        var marked = MarkedText.Parse("ab[|cd|]e{|PMG1001:f|}");

        Assert.Equal("abcdef", marked.Text);
        Assert.Equal([new MarkedSpan("", 2, 2), new MarkedSpan("PMG1001", 5, 1)], marked.Spans);
    }

    [Fact]
    public void Marks_nest_and_the_outer_one_comes_first()
    {
        var marked = MarkedText.Parse("{|A:x[|{|B:y|}|]z|}");

        Assert.Equal("xyz", marked.Text);
        Assert.Equal(["A", "", "B"], marked.Spans.OrderByDescending(s => s.Length).ThenBy(s => s.Id).Select(s => s.Id));
        Assert.Equal(new MarkedSpan("A", 0, 3), marked.Spans[0]);
    }

    [Fact]
    public void An_empty_mark_is_a_place_between_two_characters() =>
        Assert.Equal([new MarkedSpan("", 1, 0), new MarkedSpan("A", 2, 0)], MarkedText.Parse("a[||]b{|A:|}").Spans);

    [Theory]
    [InlineData("a {|X:[|}b", "a [b", 2)]
    [InlineData("a {|X:{|} b }", "a { b }", 2)]
    [InlineData("[[|[|]a]", "[[a]", 1)]
    [InlineData("[a{|X:]|}", "[a]", 2)]
    [InlineData("{a{|X:}|}", "{a}", 2)]
    public void A_lone_bracket_can_be_marked(string marked, string text, int at)
    {
        var parsed = MarkedText.Parse(marked);

        Assert.Equal(text, parsed.Text);
        Assert.Equal((at, 1), (Assert.Single(parsed.Spans).Start, parsed.Spans[0].Length));
    }

    [Theory]
    [InlineData("key: [a, b]\nother: { a: b, c: [d] }\n")]
    [InlineData("text: |\n  a\nfolded: >-\n  b\n")]
    [InlineData("if (a || b && x is [var y, ..] or { Length: > 0 }) { return a | b; }")]
    [InlineData("a\r\n\tb\uFEFF\u0085c\rd")]
    public void Text_without_marks_is_kept_character_by_character(string text)
    {
        var marked = MarkedText.Parse(text);

        Assert.Equal(text, marked.Text);
        Assert.Empty(marked.Spans);
    }

    [Theory]
    [InlineData("a [|b", "(1,3): '[|' is not closed by '|]'")]
    [InlineData("a\nb {|X1:c", "(2,3): '{|X1:' is not closed by '|}'")]
    [InlineData("a b|]", "(1,4): '|]' closes nothing")]
    [InlineData("a\n\n|}", "(3,1): '|}' closes nothing")]
    [InlineData("[|a|}", "(1,4): '|}' closes '[|' of (1,1), which wants '|]'")]
    [InlineData("{|X:a|]", "(1,6): '|]' closes '{|X:' of (1,1), which wants '|}'")]
    [InlineData("{|X a|}", "(1,1): '{|' needs an id and a colon")]
    [InlineData("{|:a|}", "(1,1): '{|' needs an id and a colon")]
    [InlineData("{|X", "(1,1): '{|' needs an id and a colon")]
    public void Unbalanced_marks_are_refused_with_their_place(string text, string message) =>
        Assert.Contains(message, Assert.Throws<FormatException>(() => MarkedText.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_fault_is_shown_below_its_line() =>
        Assert.EndsWith("\n    a [|b\n      ^", Assert.Throws<FormatException>(() => MarkedText.Parse("first\na [|b\nlast")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("plain")]
    [InlineData("[|a|][|b|]{|X:c|}")]
    [InlineData("[||]a[||]")]
    [InlineData("{|A:x[|y|]z|}\r\n{|B:|}")]
    [InlineData("{|A:{|B:both|}|}")]
    [InlineData("{|A:[|}{|B:{|}{|C:]|}{|D:}|}")]
    public void Writing_marks_is_the_reverse_of_reading_them(string text)
    {
        var marked = MarkedText.Parse(text);

        Assert.Equal(text, MarkedText.Write(marked.Text, marked.Spans, out var crossing));
        Assert.Empty(crossing);
    }

    [Fact]
    public void A_span_that_crosses_another_cannot_be_written_and_is_given_back()
    {
        var written = MarkedText.Write("abcdef", [new("A", 0, 3), new("B", 2, 3)], out var crossing);

        Assert.Equal("{|A:abc|}def", written);
        Assert.Equal([new MarkedSpan("B", 2, 3)], crossing);
    }
}

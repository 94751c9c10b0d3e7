using System.Text.Json;
using PageMessagesGen.Analyzers.Evaluation;
using PageMessagesGen.Analyzers.Tests.Support;
using PageMessagesGen.Analyzers.Usage;
using PageMessagesGen.TestKit.Verifiers;

namespace PageMessagesGen.Analyzers.Tests.Usage;

/// <summary>A constant is not JSON.</summary>
public sealed class PMG4003Tests
{
    private static readonly int Texts = LongTests.Inputs(6_000, 60_000);

    [Theory]
    [InlineData("""RawJson.Parse("{ {|PMG4003:'|}a': 1 }");""")]
    [InlineData("""RawJson.Parse(json: @"[1, 2,{|PMG4003:]|}");""")]
    [InlineData(""""RawJson.Parse("""{ "a": 1, {|PMG4003:}|}""");"""")]
    [InlineData("""PageMessagesGen.RawJson.Parse("[0{|PMG4003:1|}]");""")]
    [InlineData("""Parse("{|PMG4003:t|}ru");""")]
    [InlineData(""""RawJson.Parse("""{ "a": "{|PMG4003:\|}ud83c" }""");"""")]
    [InlineData(""""RawJson.Parse("""["\ud83c\udf55 {|PMG4003:\|}ud83c \udf55"]""");"""")]
    [InlineData(""""RawJson.Parse("""["{|PMG4003:\|}udf55\ud83c"]""");"""")]
    public Task The_place_where_it_stops_being_JSON_is_reported(string statement) => ExpectAsync(statement);

    [Theory]
    [InlineData("RawJson.Parse({|PMG4003:\"\"|});")]
    [InlineData("RawJson.Parse({|PMG4003:\"{ \\\"a\\\": 1\"|});")]
    [InlineData("RawJson.Parse({|PMG4003:\"\\\"\\ud800\\\"\"|});")]
    [InlineData("RawJson.Parse({|PMG4003:\"{ \\\"a\\\": \" + \"}\"|});")]
    [InlineData("const string Broken = \"{ a: 1 }\"; RawJson.Parse({|PMG4003:Broken|});")]
    public Task The_whole_text_is_reported_where_the_source_spells_it_otherwise(string statements) => ExpectAsync(statements);

    [Theory]
    [InlineData("RawJson.Parse(\"{}\");")]
    [InlineData("RawJson.Parse(\" [1, -0.5e+3, 1e999, true, null, \\\"\\\\u00e9\\\"] \\n\");")]
    [InlineData("RawJson.Parse(unknown);")]
    [InlineData("RawJson.Parse($\"{{ \\\"a\\\": {unknown} }}\");")]
    [InlineData("int.Parse(\"{\");")]
    [InlineData("Other.RawJson.Parse(\"{\");")]
    [InlineData("RawJson.{|CS7036:Parse|}();")]
    [InlineData("RawJson.Parse(null!);")]
    public Task Anything_else_is_not_reported(string statements) => ExpectAsync(statements);

    [Fact]
    public Task Without_the_runtime_library_nothing_is_reported() => new ProjectAnalyzerTest<RawJsonAnalyzer>(
        PageMessagesProject.Bare("class C { object o = RawJson.Parse(\"{\"); static class RawJson { public static object Parse(string s) => s; } }")).RunAsync();

    // What it takes for JSON must be what the program takes for JSON, in both directions.
    [Fact]
    public void It_is_as_strict_as_the_program()
    {
        string[] seeds =
        [
            """{ "url": "https://cdn.example.com/menu.jpg", "is_reusable": true }""",
            """[0, -1, 1.5, 10e3, 2E-7, 1e+2, -0, -0.0, 123456789012345678901234567890, 1e400]""",
            """{"a":{"b":[{"c":null},[],{},"\u00e9\n\"\\\/\b\f\r\t"]},"a":false}""",
            """ "text with 'quotes', é, 🍕 and \ud83c\udf55" """,
            new string('[', 64) + new string(']', 64),
            new string('[', 65) + new string(']', 65),
        ];
        const string Alphabet = "{}[]\",:0123456789.eE+-\\/utrfalsn \t\n\r\v\0'\u00A0é#";
        var random = new Random(20261125);
        var (sound, broken) = (0, 0);
        for (var i = 0; i < Texts; i++)
        {
            var json = Mutate(seeds[i % seeds.Length], Alphabet, random);
            var mistake = JsonReader.FindMistake(json);
            Assert.True(IsJson(json) == mistake is null, $"{json}: {mistake}");
            Assert.InRange(mistake ?? 0, 0, json.Length);
            _ = mistake is null ? sound++ : broken++;
        }

        Assert.InRange(sound, Texts / 12, Texts);
        Assert.InRange(broken, Texts / 12, Texts);
    }

    private static string Mutate(string json, string alphabet, Random random)
    {
        for (var edits = random.Next(3); edits > 0 && json.Length > 0; edits--)
        {
            var place = random.Next(json.Length);
            var length = random.Next(3);
            json = json.Remove(place, Math.Min(length, json.Length - place)).Insert(place, new string(alphabet[random.Next(alphabet.Length)], random.Next(2)));
        }

        return json;
    }

    private static bool IsJson(string json)
    {
        try
        {
            RawJson.Parse(json);
            return true;
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            return false;
        }
    }

    private static Task ExpectAsync(string statements) => new ProjectAnalyzerTest<RawJsonAnalyzer>(PageMessagesProject.WithRuntime($$"""
        using PageMessagesGen;
        using static PageMessagesGen.RawJson;
        class Code
        {
            void Run(string unknown)
            {
                {{statements}}
            }
        }
        namespace Other
        {
            static class RawJson { public static string Parse(string text) => text; }
        }
        """)).RunAsync();
}

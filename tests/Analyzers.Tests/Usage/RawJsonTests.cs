using System.Text.Json;
using Microsoft.CodeAnalysis;
using PageMessagesGen.Analyzers.Evaluation;
using PageMessagesGen.Analyzers.Tests.Support;
using PageMessagesGen.Analyzers.Usage;
using PageMessagesGen.TestKit.Expectations;
using PageMessagesGen.TestKit.Markup;
using PageMessagesGen.TestKit.Running;

namespace PageMessagesGen.Analyzers.Tests.Usage;

public sealed class RawJsonTests
{
    [Theory]
    [InlineData("""RawJson.Parse("{ 'a': 1 }");""", 2)]
    [InlineData("""RawJson.Parse(json: @"[1, 2,]");""", 6)]
    [InlineData(""""RawJson.Parse("""{ "a": 1, }""");"""", 10)]
    [InlineData("""PageMessagesGen.RawJson.Parse("[01]");""", 2)]
    [InlineData("""Parse("tru");""", 0)]
    public async Task The_place_where_it_stops_being_JSON_is_reported(string statement, int position)
    {
        var reported = Assert.Single(await ReportAsync(statement));

        Assert.Equal("PMG4003", reported.Id);
        Assert.Equal(DiagnosticSeverity.Error, reported.Severity);
        var text = reported.Location.SourceTree!.GetText().ToString();
        var start = text.IndexOf(statement, StringComparison.Ordinal);
        var quotes = statement.IndexOf('"', StringComparison.Ordinal);
        var json = start + quotes + statement[quotes..].TakeWhile(c => c == '"').Count();
        Assert.Equal(json + position, reported.Location.SourceSpan.Start);
        Assert.Equal(1, reported.Location.SourceSpan.Length);
    }

    [Theory]
    [InlineData("RawJson.Parse({|PMG4003:\"\"|});")]
    [InlineData("RawJson.Parse({|PMG4003:\"{ \\\"a\\\": 1\"|});")]
    [InlineData("RawJson.Parse({|PMG4003:\"\\\"\\ud800\\\"\"|});")]
    [InlineData("RawJson.Parse({|PMG4003:\"{ \\\"a\\\": \" + \"}\"|});")]
    [InlineData("const string Broken = \"{ a: 1 }\"; RawJson.Parse({|PMG4003:Broken|});")]
    public async Task The_whole_text_is_reported_where_the_source_spells_it_otherwise(string statements)
    {
        var code = MarkedText.Parse(Code(statements));
        var reported = await AnalyzerRun.ReportAsync(PageMessagesProject.WithRuntime(code.Text), new RawJsonAnalyzer());
        new DiagnosticExpectations().In(PageMessagesProject.CodePath, code).AssertMatch(reported);
    }

    [Theory]
    [InlineData("RawJson.Parse(\"{}\");")]
    [InlineData("RawJson.Parse(\" [1, -0.5e+3, 1e999, true, null, \\\"\\\\u00e9\\\"] \\n\");")]
    [InlineData("RawJson.Parse(unknown);")]
    [InlineData("RawJson.Parse($\"{{ \\\"a\\\": {unknown} }}\");")]
    [InlineData("int.Parse(\"{\");")]
    [InlineData("Other.RawJson.Parse(\"{\");")]
    [InlineData("RawJson.Parse();")]
    [InlineData("RawJson.Parse(null!);")]
    public async Task Anything_else_is_not_reported(string statements) => Assert.Empty(await ReportAsync(statements));

    [Fact]
    public async Task Without_the_runtime_library_nothing_is_reported() =>
        Assert.Empty(await AnalyzerRun.ReportAsync(PageMessagesProject.Bare("class C { object o = RawJson.Parse(\"{\"); static class RawJson { public static object Parse(string s) => s; } }"), new RawJsonAnalyzer()));

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
        for (var i = 0; i < 60_000; i++)
        {
            var json = Mutate(seeds[i % seeds.Length], Alphabet, random);
            var mistake = JsonReader.FindMistake(json);
            Assert.True(IsJson(json) == mistake is null, $"{json}: {mistake}");
            Assert.InRange(mistake ?? 0, 0, json.Length);
            _ = mistake is null ? sound++ : broken++;
        }

        Assert.InRange(sound, 5_000, 55_000);
        Assert.InRange(broken, 5_000, 55_000);
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
            using var document = JsonDocument.Parse(json);
            return true;
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            return false;
        }
    }

    private static async Task<IReadOnlyList<Diagnostic>> ReportAsync(string statements) =>
        await AnalyzerRun.ReportAsync(PageMessagesProject.WithRuntime(Code(statements)), new RawJsonAnalyzer());

    private static string Code(string statements) => $$"""
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
        """;
}

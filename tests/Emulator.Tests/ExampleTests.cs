using System.Text;
using System.Text.Json;
using PageMessagesGen.Emulator.Http;
using PageMessagesGen.Emulator.Tests.Support;
using PageMessagesGen.Schema;
using PageMessagesGen.Schema.Files;
using PageMessagesGen.Schema.Model;
using PageMessagesGen.Schema.Validation;

namespace PageMessagesGen.Emulator.Tests;

/// <summary>The emulator does with every example of the Page Messages schema what the example says.</summary>
public sealed class ExampleTests(ExampleTests.OneForEachPlatform emulators) : IClassFixture<ExampleTests.OneForEachPlatform>
{
    private static readonly SchemaDocument Schema = SchemaReader.Read(SchemaGrouping.GroupAll([Read("page-messages.endpoint.yaml"), Read("page-messages.examples.endpoint.yaml")])[0]).Document!;

    private static readonly Dictionary<string, DeclaredRule> Rules = Schema.Types.SelectMany(t => t.Rules).ToDictionary(r => r.Rule.Name, StringComparer.Ordinal);

    private static readonly Dictionary<string, Example> Examples = Schema.Operations[0].Examples.ToDictionary(e => e.Summary, StringComparer.Ordinal);

    public static TheoryData<string> Summaries => [.. Examples.Keys];

    [Theory]
    [MemberData(nameof(Summaries))]
    public async Task An_example_is_refused_or_named_as_it_says(string summary)
    {
        var example = Examples[summary];
        var first = new RequestValidator(Schema).Validate(example.Request!, Schema.Operations[0].Body!, example.Platform).FirstOrDefault(f => f.Severity == RuleSeverity.Error);
        var emulator = emulators.For(example.Platform);
        using var caller = new Caller(emulator);
        var delivered = emulator.Ledger.Count;

        var answer = await caller.SendAsync(Json(example.Request!));

        Assert.Equal(example.Breaks.Where(CountsAlways).Order(StringComparer.Ordinal), Named(answer).Where(CountsAlways).Order(StringComparer.Ordinal));
        Assert.Empty(example.Breaks.Except(Named(answer)));
        if (first is null)
        {
            Assert.True(answer.Status == 200, answer.Text);
            Assert.Equal(delivered + 1, emulator.Ledger.Count);
            return;
        }

        var key = first.Answer ?? new ErrorKey(100, null);
        Assert.Contains(first.Rule, example.Breaks);
        answer.AssertIsError(key.Code, key.Subcode);
        Assert.Equal(delivered, emulator.Ledger.Count);
    }

    [Theory]
    [InlineData("2026-04-26", 200)]
    [InlineData("2026-04-27", 400)]
    public async Task What_is_refused_since_a_date_depends_on_the_day_that_is_given(string day, int status)
    {
        await using var emulator = await GraphEmulator.StartAsync(new() { IsStateful = false, AsOf = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture) });
        using var caller = new Caller(emulator);

        var answer = await caller.SendAsync("""{"recipient":{"id":"1"},"messaging_type":"MESSAGE_TAG","tag":"ACCOUNT_UPDATE","message":{"text":"Hi"}}""");

        Assert.Equal((status, "refused"), (answer.Status, answer.Rules));
    }

    [Fact]
    public async Task The_answer_to_a_rule_is_in_the_words_of_the_schema()
    {
        using var caller = new Caller(emulators.For(null));

        var answer = await caller.SendAsync("""{"recipient":{"id":"1"}}""");

        answer.AssertIsError(100, 2018015);
        Assert.Equal("(#100) One of 'message' and 'sender_action' is required. The server refuses a request with nothing to send.", answer.Message);
        Assert.Equal("The request has neither a message nor a sender action.", answer.Error["error_user_title"]!.GetValue<string>());
    }

    private static SchemaFile Read(string name) => new(name, File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "schema", name)));

    // Advice may be found beside what an example shows.
    private static bool CountsAlways(string rule) => !Rules.TryGetValue(rule, out var found) || found.Rule.Severity != RuleSeverity.Info;

    private static string[] Named(Answer answer) => answer.Rules?.Split(',') ?? [];

    private static string Json(WireValue value)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
            WireJson.Write(writer, value);
        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    /// <summary>Emulators for each platform of the schema, and one that does not know where requests are sent.</summary>
    public sealed class OneForEachPlatform : IAsyncLifetime
    {
        private readonly Dictionary<string, GraphEmulator> _emulators = new(StringComparer.Ordinal);

        public GraphEmulator For(string? platform) => _emulators[platform ?? ""];

        public async ValueTask InitializeAsync()
        {
            foreach (var platform in Schema.Platforms.Append(""))
                _emulators.Add(platform, await GraphEmulator.StartAsync(new() { IsStateful = false, Platform = platform.Length == 0 ? null : platform }));
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var emulator in _emulators.Values)
                await emulator.DisposeAsync();
        }
    }
}

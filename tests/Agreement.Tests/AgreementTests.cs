using System.Collections.Immutable;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using PageMessages;
using PageMessagesGen.Agreement.Tests.Judges;
using PageMessagesGen.Agreement.Tests.Oracles;
using PageMessagesGen.Agreement.Tests.Requests;

namespace PageMessagesGen.Agreement.Tests;

/// <summary>
/// A rule is written once and judged in C# by the analyzer, in objects by the validator, in JSON by the emulator. Random requests
/// show whether the three mean the same, and what the oracle reads in the schema: rule, severity and path.
/// </summary>
public class AgreementTests
{
    private const int BatchSize = 1000;

    private static readonly Dictionary<Unknown, int> NoChoices = [];

    private static readonly string[] AtTheLimit = ["', 2000)", "', 2001)"];

    private static readonly int Count = LongTests.Inputs(200, 10_000);

    private static readonly ulong Seed = (ulong)LongTests.Seed(20_261_126);

    private static readonly SchemaOracle Oracle = new(PageMessagesSchema.Text, nameof(SendMessageRequest));

    [Fact]
    public async Task On_constants_analyzer_validator_and_emulator_find_the_same()
    {
        await using var emulation = await Emulation.StartAsync();
        var broken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var batch in Sample(hasUnknowns: false, Count).Chunk(BatchSize))
        {
            var disagreements = await CompareAsync(batch, new(emulation, PageMessagesSchema.Text), Oracle, Validation.Judge, broken);
            Assert.True(disagreements.Count == 0, Describe(disagreements));
        }

        // A generator that breaks few rules would prove little.
        Assert.True(Count < 10_000 || broken.Count >= 50, $"Only {broken.Count} rules were broken: {string.Join(", ", broken)}");
    }

    [Fact]
    public async Task With_unknowns_the_analyzer_reports_only_what_every_completion_breaks()
    {
        var surplus = new List<string>();
        foreach (var batch in Sample(hasUnknowns: true, Count / 10).Chunk(BatchSize))
        {
            var analyzed = await Analysis.JudgeAsync(batch);
            for (var i = 0; i < batch.Length; i++)
            {
                var rest = analyzed[i].Rules();
                foreach (var completions in batch[i].Request.Branches.Select(branch => Completions(batch[i].Request, branch)))
                    rest = rest.IsEmpty ? rest : rest.Except(completions.Select(request => Validation.Judge(request, batch[i].Platform).Rules()).Aggregate((all, next) => all.Intersect(next)));
                if (!rest.IsEmpty)
                    surplus.Add($"{string.Join(", ", rest)}: client{batch[i].Receiver}.SendAsync({batch[i].Request.Code})");
            }
        }

        Assert.True(surplus.Count == 0, Describe(surplus));
    }

    [Fact]
    public async Task A_rule_that_one_of_them_reads_otherwise_is_noticed()
    {
        LongTests.Require();
        var changed = PageMessagesSchema.Text.Replace("max-length: 2000 characters", "max-length: under 2000 characters", StringComparison.Ordinal);
        Assert.NotEqual(PageMessagesSchema.Text, changed);
        await using var emulation = await Emulation.StartAsync(changed);
        var batch = Sample(hasUnknowns: false, BatchSize * 20).Where(request => AtTheLimit.Any(request.Request.Code.Contains)).Take(BatchSize).ToArray();
        Assert.NotEmpty(await CompareAsync(batch, new(emulation, changed), Oracle, Validation.Judge, []));

        await using var usual = await Emulation.StartAsync();
        Assert.NotEmpty(await CompareAsync(batch, new(usual, PageMessagesSchema.Text), Oracle, (request, platform) => [.. Validation.Judge(request, platform).Where(v => v.Rule != "length")], []));

        // What the three have in common is seen by the oracle alone.
        Assert.Empty(await CompareAsync(batch, new(usual, PageMessagesSchema.Text), Oracle, Validation.Judge, []));
        Assert.NotEmpty(await CompareAsync(batch, new(usual, PageMessagesSchema.Text), new SchemaOracle(changed, nameof(SendMessageRequest)), Validation.Judge, []));
    }

    [Fact]
    public async Task A_limit_on_buttons_that_one_of_them_does_not_know_is_noticed()
    {
        var changed = PageMessagesSchema.Text.Replace("buttons: { max-count: 3 }", "buttons: { max-count: 4 }", StringComparison.Ordinal);
        Assert.NotEqual(PageMessagesSchema.Text, changed);
        await using var usual = await Emulation.StartAsync();
        await using var lax = await Emulation.StartAsync(changed);
        var requests = Sample(hasUnknowns: false, BatchSize * 10).Where(request => request.Request.Code.Contains("Buttons = [new", StringComparison.Ordinal));
        var batch = requests.Where(request => Validation.Judge((SendMessageRequest)request.Request.Evaluate(NoChoices)!, null).Any(IsOfButtons)).Take(LongTests.Inputs(10, 50)).ToArray();
        Assert.NotEmpty(batch);

        Assert.Empty(await CompareAsync(batch, new(usual, PageMessagesSchema.Text), Oracle, Validation.Judge, []));
        Assert.Equal(batch.Length, (await CompareAsync(batch, new(lax, changed), Oracle, Validation.Judge, [])).Count);
        Assert.Equal(batch.Length, (await CompareAsync(batch, new(usual, PageMessagesSchema.Text), Oracle, WithoutLimit, [])).Count);
        Assert.Equal(batch.Length, (await CompareAsync(batch, new(usual, PageMessagesSchema.Text), new SchemaOracle(changed, nameof(SendMessageRequest)), Validation.Judge, [])).Count);

        static bool IsOfButtons(Violation violation) => violation.Rule.EndsWith("-has-at-most-three-buttons", StringComparison.Ordinal);

        static IReadOnlyList<Violation> WithoutLimit(SendMessageRequest request, string? platform) => [.. Validation.Judge(request, platform).Where(v => !IsOfButtons(v))];
    }

    [Fact]
    public void A_count_is_evaluated_as_the_oracle_does()
    {
        const string Rules = "    rules:\n      message-has-content:";
        var counting = PageMessagesSchema.Text.Replace(Rules, """
                rules:
                  few-contacts:
                    count-where: { quick_replies.content_type: { values: [TEXT, USER_EMAIL], max: 1 }, quick_replies.data.poll_options: { max: 2 } }
                    severity: error
                    because: A test.
                  some-icon:
                    when: { quick_replies: present }
                    count-where: { quick_replies.image_url: { min: 1 } }
                    severity: warning
                    because: A test.
                  message-has-content:
            """, StringComparison.Ordinal);
        Assert.NotEqual(PageMessagesSchema.Text, counting);
        var (judgement, oracle, found) = (new WireJudgement(counting), new SchemaOracle(counting, nameof(SendMessageRequest)), new HashSet<string>());
        foreach (var request in Sample(hasUnknowns: false, LongTests.Inputs(500, 2_000)))
        {
            var bytes = RequestJson.Write(request.Request);
            using var json = JsonDocument.Parse(bytes.WrittenMemory);
            var judged = judgement.Judge(json.RootElement, request.Platform);
            found.UnionWith(judged.Rules());

            Assert.Equal(oracle.Validate(json.RootElement, request.Platform).Lines(), judged.Lines());
        }

        Assert.Superset(new HashSet<string> { "few-contacts", "some-icon" }, found);
    }

    private static async Task<List<string>> CompareAsync(
        SentRequest[] batch, WireJudges wire, SchemaOracle oracle, Func<SendMessageRequest, string?, IReadOnlyList<Violation>> validate, HashSet<string> broken)
    {
        var disagreements = new List<string>();
        var analyzed = await Analysis.JudgeAsync(batch);
        for (var i = 0; i < batch.Length; i++)
        {
            var request = (SendMessageRequest)batch[i].Request.Evaluate(NoChoices)!;
            var bytes = RequestJson.Write(batch[i].Request);
            using var json = JsonDocument.Parse(bytes.WrittenMemory);

            var validated = validate(request, batch[i].Platform);
            var judged = wire.Judgement.Judge(json.RootElement, batch[i].Platform);
            var emulated = await wire.Emulation.JudgeAsync(bytes, batch[i].Platform);
            var expected = oracle.Validate(json.RootElement, batch[i].Platform);
            broken.UnionWith(validated.Rules());
            var agree = analyzed[i].Outlines().SequenceEqual(validated.Outlines())
                && validated.Lines().SequenceEqual(judged.Lines())
                && validated.Rules().SetEquals(emulated)
                && judged.Lines().SequenceEqual(expected.Lines());
            if (!agree)
            {
                disagreements.Add($"""
                    client{batch[i].Receiver}.SendAsync({batch[i].Request.Code})
                      analyzer  {string.Join(", ", analyzed[i].Outlines())}
                      validator {string.Join(", ", validated.Lines())}
                      emulator  {string.Join(", ", judged.Lines())}; over HTTP {string.Join(", ", emulated)}
                      oracle    {string.Join(", ", expected.Lines())}
                    """);
            }
        }

        return disagreements;
    }

    private sealed record WireJudges(Emulation Emulation, string Schema)
    {
        public WireJudgement Judgement { get; } = new(Schema);
    }

    private static SentRequest[] Sample(bool hasUnknowns, int count)
    {
        var requests = from request in new RequestGenerator(hasUnknowns).Requests
                       from platform in Gen.Elements(null, "messenger", "instagram")
                       select new SentRequest(request, platform);
        return Gen.Sample(requests, count, new Rnd(Seed), 50);
    }

    // An object in a branch is judged for the case that the branch is taken. Of the completions of a branch some are tried: the first
    // alternatives, each alternative once, and random ones.
    private static IEnumerable<SendMessageRequest> Completions(Expression request, ImmutableDictionary<Unknown, int> branch)
    {
        var unknowns = request.Unknowns.ToList();
        var random = new Random((int)(Seed % int.MaxValue));
        var choices = Enumerable.Range(0, unknowns.Count == 0 ? 0 : 12)
            .Select(_ => branch.SetItems(unknowns.Select(unknown => KeyValuePair.Create(unknown, random.Next(unknown.Alternatives.Count)))))
            .Concat(unknowns.SelectMany(unknown => Enumerable.Range(1, unknown.Alternatives.Count - 1).Select(choice => branch.SetItem(unknown, choice))))
            .Prepend(branch);
        return choices.Select(choice => (SendMessageRequest)request.Evaluate(choice.SetItems(branch))!);
    }

    private static string Describe(List<string> findings) =>
        $"TEST_SEED={Seed}: {findings.Count} disagreements, such as\n{string.Join("\n\n", findings.OrderBy(finding => finding.Length).Take(5))}";
}

namespace PageMessagesGen.Rules.Tests;

/// <summary>The text of a rule in generated code is read as the rule that was written.</summary>
public sealed class RuleTextTests
{
    private static readonly string[] Names =
        ["tag", "recipient.comment_id", "and", "when", "on", "present", "a b", "a,b", "a: b", "[x]", "{y}", "\"", "\\", "\\\"", "ä.🍕", "payload.with space"];

    private static readonly string[] Values = ["A", "MESSAGE_TAG", "present", "absent", "and", "", " ", "a]b", "\"quoted\"", "\\", "1.5", "🍕", "a and b: c"];

    [Theory]
    [InlineData("require tag when messaging_type: MESSAGE_TAG")]
    [InlineData("require sender_action: [REACT, UNREACT] when payload: present")]
    [InlineData("forbid messaging_type, tag when sender_action: present and image_url: absent on messenger, instagram")]
    [InlineData("limit title {min-characters 1, max-characters 20}, payload {max-bytes 1000}")]
    [InlineData("limit amount {min -5, max 9223372036854775807}, items {min-count 1, max-count 13}, id {format digits, min-bytes 2}")]
    [InlineData("exactly-one-of a, b.c")]
    [InlineData("at-least-one-of \"a b\", \"and\"")]
    [InlineData("at-most-one-of a, b")]
    [InlineData("limit a {min -0.5, max 0.25, max-count 3}")]
    [InlineData("require \"a\\\\.b.c\" when \"d\\\\\\\\\": A")]
    [InlineData("count-where list.a: [A, B] {max-count 1}, list.b {min-count 2} when c: present")]
    [InlineData("allow \"when\": [\"a, b\", \"say \\\"no\\\"\"]")]
    public void A_text_is_written_as_it_was_read(string text) => Assert.Equal(text, RuleWriter.Write(Parse(text)!));

    [Theory]
    [InlineData("")]
    [InlineData("demand tag")]
    [InlineData("require")]
    [InlineData("require tag,")]
    [InlineData("require tag when")]
    [InlineData("require tag when a")]
    [InlineData("require tag when a: A or b: B")]
    [InlineData("require tag when a: A and")]
    [InlineData("require tag: [A")]
    [InlineData("require tag: [A,]")]
    [InlineData("require a..b")]
    [InlineData("require \"tag")]
    [InlineData("require tag on")]
    [InlineData("require tag on messenger when a: A")]
    [InlineData("limit tag {max-letters 5}")]
    [InlineData("limit tag {max-characters many}")]
    [InlineData("limit tag {max-characters 1.5}")]
    [InlineData("limit tag {max 1e3}")]
    [InlineData("require \"a\\\\.b.\"")]
    [InlineData("limit tag {format unheard-of}")]
    [InlineData("limit tag {max-characters 5")]
    [InlineData("require tag; drop")]
    public void Any_other_text_is_no_rule_and_no_exception(string text) => Assert.Null(Parse(text));

    [Fact]
    public void Random_rules_are_read_as_they_were_written()
    {
        var random = new Random(20_261_127);
        for (var i = 0; i < 20_000; i++)
        {
            var rule = RandomRule(random);
            var text = RuleWriter.Write(rule);

            Assert.True(rule.Equals(RuleParser.Parse(rule.Name, text, rule.Severity, rule.Reason, RuleWriter.Write(rule.Fix))), text);
        }
    }

    [Fact]
    public void Half_of_a_rule_is_no_exception()
    {
        var random = new Random(20_261_127);
        for (var i = 0; i < 2_000; i++)
        {
            var text = RuleWriter.Write(RandomRule(random));
            for (var length = 0; length < text.Length; length++)
                _ = Parse(text[..length]);
        }
    }

    private static Rule? Parse(string text) => RuleParser.Parse("a-rule", text, RuleSeverity.Error, "Because.");

    private static Rule RandomRule(Random random)
    {
        var kind = Pick(random, RuleWords.Kinds).Kind;
        var targets = Some(random, 1, r => new RuleTarget(
            MemberPath.Parse(Pick(r, Names)),
            kind is RuleKind.Require or RuleKind.Allow or RuleKind.CountWhere ? Some(r, 0, v => Pick(v, Values)) : default,
            kind is RuleKind.Limit or RuleKind.CountWhere ? Some(r, 1, RandomLimit) : default));
        return new Rule(
            "a-rule", kind, targets, Some(random, 0, RandomCondition), Some(random, 0, r => Pick(r, ["messenger", "instagram", "on"])), RuleSeverity.Warning, "Because.", Some(random, 0, RandomCondition));
    }

    private static RuleCondition RandomCondition(Random random)
    {
        var test = Pick(random, Enum.GetValues<ConditionTest>());
        return new(MemberPath.Parse(Pick(random, Names)), test, test == ConditionTest.OneOf ? Some(random, 1, r => Pick(r, Values)) : default);
    }

    private static Limit RandomLimit(Random random)
    {
        var kind = Pick(random, Enum.GetValues<LimitKind>());
        var number = random.NextInt64(long.MinValue, long.MaxValue);
        return kind switch
        {
            LimitKind.Format => new Limit(kind, 0, Pick(random, StringFormat.All)),
            LimitKind.Min or LimitKind.Max => Limit.Of(kind, number / Pick(random, [1m, 10m, 1000m])),
            _ => new Limit(kind, number),
        };
    }

    private static EquatableArray<T> Some<T>(Random random, int least, Func<Random, T> create)
        where T : IEquatable<T> => Enumerable.Range(0, random.Next(least, least + 3)).Select(_ => create(random)).ToEquatableArray();

    private static T Pick<T>(Random random, T[] items) => items[random.Next(items.Length)];
}

using System.Net;
using PageMessagesGen.Emulator;
using PageMessagesGen.Emulator.Inbox;
using PageMessagesGen.Inbox.Tests.Support;
using PageMessagesGen.Schema;

namespace PageMessagesGen.Inbox.Tests;

public sealed class RuleTests : InboxTest
{
    [Fact]
    public async Task A_rule_of_the_schema_has_its_sentence_its_reason_and_its_sources()
    {
        var page = WebUtility.HtmlDecode(await Http.GetStringAsync(new Uri("inbox/rules/message-tag-needs-tag", UriKind.Relative)));

        Assert.Contains("'tag' is required when 'messaging_type' is MESSAGE_TAG.", page, StringComparison.Ordinal);
        Assert.Contains("Outside the 24-hour window, a tag is required to send a message.", page, StringComparison.Ordinal);
        Assert.Contains("The Send API reference of the Messenger Platform", page, StringComparison.Ordinal);
        Assert.Contains("Error: the call is refused.", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_rule_has_a_page()
    {
        var schemas = SchemaLoader.Load(new GraphEmulatorOptions());
        var rules = new InboxRules(schemas, []);

        var names = schemas.SelectMany(s => s.Types).SelectMany(t => t.Rules).Select(r => r.Rule.Name).Concat(PageMessagesGen.Rules.BuiltInRules.All).Distinct().ToList();

        Assert.InRange(names.Count, 50, 1000);
        Assert.All(names, name => Assert.Contains("class=\"demand\"", rules.Describe(name), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("length", "A string must have at least its fewest")]
    [InlineData("message-window", "within 24 hours of the customer's last message")]
    public async Task Rules_that_no_schema_states_have_a_page_too(string name, string sentence)
    {
        var page = WebUtility.HtmlDecode(await Http.GetStringAsync(new Uri($"inbox/rules/{name}", UriKind.Relative)));

        Assert.Contains(sentence, page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("%3Cscript%3Ealert(1)%3C%2Fscript%3E")]
    public async Task An_unknown_rule_does_not_exist_and_is_not_quoted(string name)
    {
        using var response = await SendAsync(HttpMethod.Get, $"inbox/rules/{name}");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.DoesNotContain("<script", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public void Texts_of_schemas_are_escaped()
    {
        var schema = SchemaReader.Read("""
            schema: 1
            namespace: A
            service: S
            version: v1.0
            as-of: 2026-01-01
            sources:
              doc: <img src=x onerror=alert(1)> & "more"
            operations:
              send:
                summary: s
                request: POST /{page_id}/x
                body: T
                returns: T
            types:
              T:
                summary: s
                members:
                  "a<b>": { type: string, summary: s }
                  b: { type: string, summary: s }
                rules:
                  one-of: { at-least-one-of: ["a<b>", b], severity: error, because: "<script>alert(1)</script>", source: doc }
            """);
        Assert.True(schema.Document is not null, string.Join('\n', schema.Diagnostics));

        var page = new InboxRules([schema.Document], []).Describe("one-of");

        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", page, StringComparison.Ordinal);
        Assert.Contains("&lt;img src=x onerror=alert(1)&gt; &amp; &quot;more&quot;", page, StringComparison.Ordinal);
        Assert.Contains("a&lt;b&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
    }
}

using PageMessagesGen.Schema.Model;
using PageMessagesGen.Schema.Validation;

namespace PageMessagesGen.Schema.Tests;

/// <summary>What platforms and dates mean for members, for values, and for values in lists.</summary>
public class AvailabilityTests
{
    private const string Text =
        """
        schema: 1
        namespace: Acme.Shop
        service: Shop
        version: v26.0
        as-of: 2026-06-15
        platforms: [web, phone]
        operations:
          order: { summary: s, request: "POST /{page_id}/orders", body: Order, returns: Order }
        types:
          Order:
            summary: s
            members:
              note: { type: string, platforms: [web], summary: s }
              gift: { type: boolean, refused-since: 2026-06-16, because: Nobody wraps any more., summary: s }
              code: { type: string, deprecated-since: 2026-06-15, summary: s }
              kind: { type: Kind, summary: s }
              kinds: { type: list<Kind>, summary: s }
              inner: { type: Order, summary: s }
              free: { type: json, summary: s }
            rules:
              web-address: { limit: { free.page.url: { format: url, max-length: 20 characters } }, severity: warning, because: It is opened. }
        enums:
          Kind:
            summary: s
            wire-case: lower
            members:
              NEW: { summary: s }
              OLD: { refused-since: 2026-06-15, because: It is gone., summary: s }
              LOCAL: { platforms: [phone], summary: s }
        """;

    private static readonly SchemaDocument Schema = Read();

    [Theory]
    [InlineData(null, null, null)]
    [InlineData("2026-06-16", null, null)]
    [InlineData("2026-06-15", null, "Deprecated Warning 2026-06-15")]
    [InlineData(null, "2026-06-15", "Refused Error 2026-06-15")]
    [InlineData(null, "2026-06-16", "Refused Warning 2026-06-16")]
    [InlineData("2026-01-01", "2026-06-16", "Refused Warning 2026-06-16")]
    [InlineData("2026-01-01", "2026-06-14", "Refused Error 2026-06-14")]
    public void Dates_mean_something_on_a_day(string? deprecated, string? refused, string? expected)
    {
        var retirement = new Lifecycle(null, Date(deprecated), Date(refused), null).RetirementOn(new SchemaDate(2026, 6, 15));

        Assert.Equal(expected, retirement is { } r ? $"{(r.IsRefusal ? "Refused" : "Deprecated")} {r.Severity} {r.Since}" : null);
    }

    [Theory]
    [InlineData("""{"note":"a"}""", "web", null)]
    [InlineData("""{"note":"a"}""", null, null)]
    [InlineData("""{"note":"a"}""", "phone", "platform Warning note: Param note is not available on phone, only on web.")]
    [InlineData("""{"inner":{"note":"a"}}""", "phone", "platform Warning inner.note: Param inner.note is not available on phone, only on web.")]
    [InlineData("""{"note":null}""", "phone", null)]
    [InlineData("""{"kind":"local"}""", "phone", null)]
    [InlineData("""{"kind":"LOCAL"}""", "web", "platform Warning kind: Value \"local\" of param kind is not available on web, only on phone.")]
    [InlineData("""{"kinds":["new","local"]}""", "web", "platform Warning kinds[1]: Value \"local\" of param kinds[1] is not available on web, only on phone.")]
    public void What_belongs_to_one_platform_is_a_warning_on_another(string body, string? platform, string? expected) =>
        Assert.Equal(expected, Judge(body, platform));

    [Theory]
    [InlineData("""{"gift":true}""", null, "refused Warning gift: Param gift will be refused from 2026-06-16. Nobody wraps any more.")]
    [InlineData("""{"gift":true}""", "2026-06-16", "refused Error gift: Param gift has been refused since 2026-06-16. Nobody wraps any more.")]
    [InlineData("""{"code":"a"}""", null, "deprecated Warning code: Param code has been deprecated since 2026-06-15.")]
    [InlineData("""{"code":"a"}""", "2026-06-14", null)]
    [InlineData("""{"kind":"old"}""", null, "refused Error kind: Value \"old\" of param kind has been refused since 2026-06-15. It is gone.")]
    [InlineData("""{"kinds":["new","old"]}""", "2026-06-14", "refused Warning kinds[1]: Value \"old\" of param kinds[1] will be refused from 2026-06-15. It is gone.")]
    public void Dates_are_judged_against_the_day_of_the_schema_or_another_one(string body, string? day, string? expected) =>
        Assert.Equal(expected, Judge(body, platform: null, day));

    [Theory]
    [InlineData("""{"free":{"page":{"url":"https://example.com"}}}""", null)]
    [InlineData("""{"free":{"page":{"url":"example.com"}}}""", "web-address Warning free.page.url: 'free.page.url' must be an absolute http or https URL. It is opened.")]
    [InlineData("""{"free":{"page":[{"url":"https://example.com"},{"url":"https://example.com/a"}]}}""", "web-address Warning free.page.url: 'free.page.url' must have at most 20 characters. It is opened.")]
    [InlineData("""{"free":{"page":{"url":5}}}""", null)]
    [InlineData("""{"free":"a"}""", null)]
    public void A_limit_can_bound_texts_in_free_JSON(string body, string? expected) => Assert.Equal(expected, Judge(body, platform: null));

    private static string? Judge(string body, string? platform, string? day = null)
    {
        var finding = new RequestValidator(Schema, Date(day)).Validate(Wire.Parse(body), "Order", platform).SingleOrDefault();
        return finding is null ? null : $"{finding.Rule} {finding.Severity} {finding.Path}: {finding.Message}";
    }

    private static SchemaDate? Date(string? text) => text is null ? null : SchemaDate.Parse(text);

    private static SchemaDocument Read()
    {
        var result = SchemaReader.Read(Text);
        Assert.Empty(result.Diagnostics);
        return result.Document!;
    }
}

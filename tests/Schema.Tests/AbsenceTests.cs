using PageMessagesGen.Schema.Model;
using PageMessagesGen.Schema.Validation;

namespace PageMessagesGen.Schema.Tests;

/// <summary>What rules take for absent: what is not there, null, and null in a list.</summary>
public class AbsenceTests
{
    private const string Text =
        """
        schema: 1
        namespace: Acme.Shop
        service: Shop
        version: v26.0
        as-of: 2026-06-15
        operations:
          order: { summary: s, request: "POST /{page_id}/orders", body: Order, returns: Order }
        types:
          Order:
            summary: s
            members:
              note: { type: string, summary: s }
              tags: { type: list<string>, summary: s }
              parts: { type: list<Part>, summary: s }
              free: { type: json, summary: s }
            rules:
              tags-instead-of-a-note: { when: { tags: present }, forbid: note, severity: warning, because: They say it all. }
              no-free-list: { forbid: free.list, severity: warning, because: It is not free. }
              parts-have-names: { when: { parts: present }, require: parts.name, severity: warning, because: They are asked for by name. }
          Part:
            summary: s
            members:
              name: { type: string, summary: s }
        """;

    private static readonly SchemaDocument Schema = SchemaReader.Read(Text).Document!;

    [Theory]
    [InlineData("""{"note":"a"}""", "")]
    [InlineData("""{"note":"a","tags":["b"]}""", "tags-instead-of-a-note")]
    [InlineData("""{"note":"a","tags":[]}""", "tags-instead-of-a-note")]
    [InlineData("""{"note":"a","tags":null}""", "")]
    [InlineData("""{"note":null}""", "")]
    [InlineData("""{"note":"a","tags":["b",null]}""", "null-value")]
    [InlineData("""{"free":{"list":[1]}}""", "no-free-list")]
    [InlineData("""{"free":{"list":[]}}""", "no-free-list")]
    [InlineData("""{"free":{"list":[null]}}""", "")]
    [InlineData("""{"free":{"list":null}}""", "")]
    [InlineData("""{"parts":[{"name":"a"},{"name":"b"}]}""", "")]
    [InlineData("""{"parts":[{"name":"a"},{}]}""", "parts-have-names")]
    [InlineData("""{"parts":[{"name":"a"},{"name":null}]}""", "parts-have-names")]
    [InlineData("""{"parts":[{"name":"a"},null]}""", "null-value")]
    public void A_value_counts_as_absent_where_nothing_is_sent(string body, string expected) => Assert.Equal(
        expected,
        string.Join(' ', new RequestValidator(Schema).Validate(Wire.Parse(body), "Order", platform: null).Select(f => f.Rule).Order(StringComparer.Ordinal)));
}

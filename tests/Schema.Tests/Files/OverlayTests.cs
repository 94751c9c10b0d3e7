using PageMessagesGen.Schema.Files;

namespace PageMessagesGen.Schema.Tests.Files;

/// <summary>What a file says of the schema that it extends.</summary>
public class OverlayTests
{
    private const string Shop = "shop.endpoint.yaml";

    [Fact]
    public void An_overlay_changes_what_it_says_and_keeps_the_rest()
    {
        var document = Merged("""
            extends: shop.endpoint.yaml
            as-of: 2026-12-01
            operations:
              list: { summary: Lists orders., request: GET /orders, returns: Order }
            types:
              Order:
                members:
                  note: { type: string, summary: A note. }
                  id: { max-length: 5 characters }
                rules:
                  some-note: { require: note, severity: warning, because: Notes help. }
            enums: { Size: { members: { HUGE: { summary: Huge. }, SMALL: { refused-since: 2026-11-30 } } } }
            errors: { 200: { name: Forbidden, recovery: permission, summary: It is forbidden. } }
            """).Document!;

        Assert.Equal("2026-12-01", document.AsOf.ToString());
        Assert.Equal(["order", "list"], document.Operations.Select(o => o.Name));
        var order = document.FindType("Order")!;
        Assert.Equal(["id", "note"], order.Members.Select(m => m.Name));
        Assert.Equal("The id.", order.FindMember("id")!.Summary);
        Assert.Single(order.FindMember("id")!.Limits);
        Assert.Equal("some-note", Assert.Single(order.Rules).Rule.Name);
        Assert.Equal(["SMALL", "LARGE", "HUGE"], document.FindEnum("Size")!.Members.Select(m => m.Name));
        Assert.Equal([100, 200], document.Errors.Select(e => e.Key.Code));
    }

    [Fact]
    public void A_key_without_a_value_removes_that_of_the_schema()
    {
        var document = Merged("extends: shop.endpoint.yaml\nenums: { Size: { members: { SMALL: } } }\nerrors:\n").Document!;

        Assert.Equal(["LARGE"], document.FindEnum("Size")!.Members.Select(m => m.Name));
        Assert.Empty(document.Errors);
    }

    [Fact]
    public void A_list_is_replaced_as_a_whole()
    {
        var results = SchemaProject.Read(
            (Shop, Parts.Whole.Replace("schema: 1", "schema: 1\nplatforms: [web, phone]", StringComparison.Ordinal)),
            ("more.endpoint.yaml", "extends: shop.endpoint.yaml\nplatforms: [fax]\n"));

        Assert.Equal(["fax"], results[0].Result.Document!.Platforms);
    }

    [Fact]
    public void A_large_schema_is_split_over_files_of_which_one_has_the_head()
    {
        var results = SchemaProject.Read(
            ("types.endpoint.yaml", "extends: shop.endpoint.yaml\n" + Parts.Types),
            (Shop, Parts.Head),
            ("enums.endpoint.yaml", "extends: shop.endpoint.yaml\n" + Parts.Enums + Parts.Errors),
            ("operations.endpoint.yaml", "extends: shop.endpoint.yaml\n" + Parts.OperationsWithSize));

        Assert.All(results, r => Assert.Empty(r.Result.Diagnostics));
        Assert.Equal(["Order", "Size"], results[1].Result.Document!.Types.Select(t => t.Name).Concat(results[1].Result.Document!.Enums.Select(e => e.Name)));
        Assert.All([0, 2, 3], i => Assert.Null(results[i].Result.Document));
    }

    [Fact]
    public void Several_files_apply_in_the_order_of_their_names()
    {
        var results = SchemaProject.Read(
            ("a/z.endpoint.yaml", "extends: shop.endpoint.yaml\nenums: { Size: { members: { Z: { summary: Z. } } } }"),
            (Shop, Parts.Whole),
            ("b/a.endpoint.yaml", "extends: shop.endpoint.yaml\nenums: { Size: { members: { A: { summary: A. } } } }"));

        Assert.Equal(["SMALL", "LARGE", "A", "Z"], results[1].Result.Document!.FindEnum("Size")!.Members.Select(m => m.Name));
    }

    [Fact]
    public void A_file_can_have_the_name_of_the_one_that_it_extends()
    {
        var results = SchemaProject.Read(("package/shop.endpoint.yaml", Parts.Whole), ("own/shop.endpoint.yaml", "extends: shop.endpoint.yaml\nas-of: 2026-12-01"));

        Assert.Equal("2026-12-01", results[0].Result.Document!.AsOf.ToString());
        Assert.Null(results[1].Result.Document);
    }

    [Fact]
    public void Examples_of_the_extended_file_are_not_blamed_for_what_the_overlay_changes()
    {
        var shop = Parts.Whole;
        shop = shop.Replace("    parameters: { size", "    examples: [{ summary: One., request: { id: a } }]\n    parameters: { size", StringComparison.Ordinal);
        const string Own = "extends: shop.endpoint.yaml\ntypes: { Order: { members: { id: { max-length: 3 bytes, format: digits } } } }\n";

        SchemaProject.AssertMatch([(Shop, shop), ("more.endpoint.yaml", Own)]);
        SchemaProject.AssertMatch(
            [(Shop, shop), ("more.endpoint.yaml", Own + "operations: { order: { examples: [{ summary: One., request: { id: {|PMG2020:a|} } }] } }")],
            "This example is declared valid, but it is not: 'id' must be a string of digits. Add 'breaks: format' if this is intended.");
    }

    [Fact]
    public void Sources_of_the_extended_file_are_not_blamed_for_what_the_overlay_removes()
    {
        var shop = Parts.Whole
            .Replace("as-of: 2026-11-22", "as-of: 2026-11-22\nsources: { guide: The guide., notes: The notes., {|PMG2031:spare|}: Another guide. }", StringComparison.Ordinal)
            .Replace("id: { type: string,", "id: { type: string, source: [guide, notes],", StringComparison.Ordinal);
        const string Message = "No fact names the source 'spare'; name it where it is stated, or remove it";

        SchemaProject.AssertMatch([(Shop, shop), ("more.endpoint.yaml", "extends: shop.endpoint.yaml\ntypes: { Order: { members: { id: { source: guide } } } }\n")], Message);
        SchemaProject.AssertMatch([(Shop, shop), ("more.endpoint.yaml", "extends: shop.endpoint.yaml\nsources: { {|PMG2031:more|}: More. }\n")], Message, Message.Replace("spare", "more", StringComparison.Ordinal));
    }

    [Fact]
    public void A_source_that_only_the_overlay_names_is_used() => SchemaProject.AssertMatch(
    [
        (Shop, Parts.Whole.Replace("as-of: 2026-11-22", "as-of: 2026-11-22\nsources: { guide: The guide. }", StringComparison.Ordinal)),
        ("more.endpoint.yaml", "extends: shop.endpoint.yaml\ntypes: { Order: { members: { id: { source: guide } } } }\n"),
    ]);

    [Fact]
    public void Groups_are_values()
    {
        var one = SchemaGrouping.GroupAll([new SchemaFile(Shop, Parts.Whole), new SchemaFile("a.yaml", "extends: shop.endpoint.yaml\n")]);
        var same = SchemaGrouping.GroupAll([new SchemaFile(Shop, new string(Parts.Whole.AsSpan())), new SchemaFile("a.yaml", "extends: shop.endpoint.yaml\n")]);

        Assert.Equal(one, same);
        Assert.True(one[1].IsPartOfAnother);
        Assert.Equal([Shop, "a.yaml"], one[0].Files.Select(f => f.Path));
    }

    private static SchemaReadResult Merged(string overlay) => SchemaProject.AssertMatch([(Shop, Parts.Whole), ("more.endpoint.yaml", overlay)])[0];
}

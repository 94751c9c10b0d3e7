using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Schema.Tests;

/// <summary>One mistake does not take the rest of a schema with it: what is sound is still in the model.</summary>
public class SoundPartsTests
{
    [Fact]
    public void A_member_of_an_unknown_type_holds_any_JSON()
    {
        var type = BrokenDocument(Parts.WithMembers("name: { type: strng, required: true, summary: a }\nsize: { type: Size, summary: a }")).Types[0];

        Assert.Equal(new ScalarReference(ScalarKind.Json), type.FindMember("name")!.Type);
        Assert.True(type.FindMember("name")!.Required);
        Assert.Equal(["id", "name", "size"], type.Members.Select(m => m.Name));
    }

    [Fact]
    public void What_cannot_be_named_is_left_out_and_its_neighbours_stay()
    {
        var document = BrokenDocument(
            Parts.WithMembers("' 1st': { type: string, summary: a }\nsecond: { type: string, summary: a }")
                .Replace("SMALL:", "' SMALL':", StringComparison.Ordinal)
                .Replace("errors:\n", "errors:\n  x: { name: Other, recovery: wait, summary: a }\n", StringComparison.Ordinal));

        Assert.Equal(["id", "second"], document.Types[0].Members.Select(m => m.Name));
        Assert.Equal(["LARGE"], document.Enums[0].Members.Select(m => m.Name));
        Assert.Equal([100], document.Errors.Select(e => e.Key.Code));
    }

    [Fact]
    public void An_operation_without_its_types_is_left_out_and_the_types_stay()
    {
        var document = BrokenDocument(Parts.Whole.Replace("body: Order", "body: Ordre", StringComparison.Ordinal));

        Assert.Empty(document.Operations);
        Assert.Equal(["Order"], document.Types.Select(t => t.Name));
    }

    [Fact]
    public void A_missing_summary_an_impossible_default_and_an_unknown_key_cost_only_themselves()
    {
        var member = BrokenDocument(Parts.WithMembers("size: { type: Size, default: HUGE, colour: red }")).Types[0].FindMember("size")!;

        Assert.Equal((new EnumReference("Size"), "", null), (member.Type, member.Summary, member.Default));
    }

    [Fact]
    public void Of_two_things_with_one_name_the_first_stays()
    {
        var types = BrokenDocument(Parts.WithTypes("ORDER: { summary: a, members: { id: { type: string, summary: a } } }"));
        Assert.Equal(["Order"], types.Types.Select(t => t.Name));

        var both = BrokenDocument(Parts.WithTypes("Size: { summary: a, members: { id: { type: string, summary: a } } }"));
        Assert.Equal(["Order", "Size"], both.Types.Select(t => t.Name).Concat(both.Enums.Select(e => e.Name)));

        var members = BrokenDocument(Parts.WithEnums("Color: { summary: a, members: { RED: { summary: a }, ROSE: { wire: red, summary: a } } }"));
        Assert.Equal(["RED"], members.FindEnum("Color")!.Members.Select(m => m.Name));

        var errors = BrokenDocument(Parts.WithErrors("200: { name: InvalidParameter, recovery: wait, summary: a }"));
        Assert.Equal([100], errors.Errors.Select(e => e.Key.Code));
    }

    [Fact]
    public void Of_two_keys_with_one_name_the_first_stays_and_all_are_reported()
    {
        var result = SchemaReader.Read(Parts.WithMembers("id: { type: integer, summary: b }\nname: { type: string, type: integer, summary: a }"));

        Assert.Equal(["PMG1003", "PMG1003"], result.Diagnostics.Select(d => d.Rule.Id));
        Assert.Equal(
            ["id String", "name String"],
            result.Document!.Types[0].Members.Select(m => $"{m.Name} {((ScalarReference)m.Type).Kind}"));
    }

    [Theory]
    [InlineData("namespace: Shop", "namespace: 1")]
    [InlineData("service: Shop\n", "")]
    [InlineData("version: v26.0", "version: new")]
    public void Without_what_everything_is_named_by_there_is_no_model(string old, string changed) =>
        Assert.Null(SchemaReader.Read(Parts.Whole.Replace(old, changed, StringComparison.Ordinal)).Document);

    private static SchemaDocument BrokenDocument(string text)
    {
        var result = SchemaReader.Read(text);
        Assert.NotEmpty(result.Diagnostics);
        return result.Document!;
    }
}

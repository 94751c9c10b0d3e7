using PageMessagesGen.Schema.Tests.Files;
using static PageMessagesGen.Schema.Tests.Files.ShopFiles;

namespace PageMessagesGen.Schema.Tests.Diagnostics;

/// <summary>Two files that extend the same schema say different things.</summary>
public sealed class PMG2027Tests
{
    [Fact]
    public void Two_files_that_set_one_key_to_two_values_are_reported() => SchemaProject.AssertMatch(
        [
            ("a.yaml", Head + "as-of: 2026-12-01\nversion: v27.0\nenums: { Size: { summary: A. } }\ntypes: { Order: { members: { id: { format: digits } } } }\n"),
            ("b.yaml", Head + "{|PMG2027:as-of|}: 2026-12-02\nversion: v27.0\nenums: { Size: { members: { HUGE: { summary: H. } } } }\ntypes: { Order: { members: { {|PMG2027:id|}: } } }\n"),
            (Shop, Parts.Whole),
        ],
        "'as-of' is changed in another way in line 2 of a.yaml; change it in only one file",
        "'id' is changed in another way in line 5 of a.yaml; change it in only one file");

    [Fact]
    public void One_file_must_not_set_what_another_one_removes()
    {
        SchemaProject.AssertMatch(
            [
                ("a.yaml", Head + "errors:\nenums: { Size: { members: { LARGE: } } }\n"),
                ("b.yaml", Head + "errors:\nenums: { Size: { members: { {|PMG2027:LARGE|}: { summary: Large. } } } }\n"),
                (Shop, Parts.Whole),
            ],
            "'LARGE' is changed in another way in line 3 of a.yaml; change it in only one file");
    }
}

using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PageMessagesGen.TestKit.Running;

namespace PageMessagesGen.Generator.Tests;

/// <summary>Text of a schema stays text: it can end no comment, no literal and no documentation.</summary>
public class HostileTextTests
{
    private static readonly string[] Texts =
    [
        "*/ public class Evil { } /*",
        "</summary> <b> & &amp; <![CDATA[",
        "\\\"; } public class Evil { } //",
        "\\u2028public class Evil { }",
        "\\u2029#pragma warning disable",
        "\\u0085#if false",
        "\\r\\npublic class Evil { }\\n",
        "\\u202Etxet desrever",
        "\\0\\x01\\x1f",
        "{0} {x} $(Prop) %PATH% @\\\"\\\"\\\"",
        "::Task ::Nothing global::System.Uri a::b ::: ::",
        "🎉 é ü 漢字 \\U0001F600",
    ];

    public static TheoryData<string> Hostile => [.. LongTests.Cases(Texts, 4)];

    private static readonly GeneratorRun Clean = Schemas.Run(Schemas.Small);

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Text_stays_in_its_place(string text)
    {
        var schema = Schemas.Small
            .Replace("summary: A film.", $"summary: \"{text} A film.\"", StringComparison.Ordinal)
            .Replace("summary: Its label.", $"summary: \"{text} Its label.\"", StringComparison.Ordinal)
            .Replace("summary: Sends a thing.", $"summary: \"{text} Sends.\"", StringComparison.Ordinal)
            .Replace("summary: Something is wrong.", $"summary: \"{text} Something.\"", StringComparison.Ordinal)
            .Replace("because: A picture without a name is refused.", $"because: \"{text} A picture.\"", StringComparison.Ordinal)
            .Replace("because: Hearts go.", $"because: \"{text} Hearts.\"", StringComparison.Ordinal)
            .Replace("\"no and\"", $"\"{text}\"", StringComparison.Ordinal)
            .Replace("default: none,", $"default: \"{text}\",", StringComparison.Ordinal);

        var run = Schemas.Run(schema);

        Assert.Empty(run.GeneratorDiagnostics);
        run.AssertCompilesClean();
        foreach (var (name, source) in run.Files)
            Assert.Equal(Declarations(Clean.File(name)), Declarations(source));

        // The validator parses the text of its rules when it is first used.
        RuntimeHelpers.RunClassConstructor(run.EmitAndLoad().Assembly.GetType("Acme.Shop.ShopValidator", throwOnError: true)!.TypeHandle);
    }

    [Theory]
    [InlineData("a-b", "AB")]
    [InlineData("$scope", "Scope")]
    [InlineData("2fa_code", "_2faCode")]
    [InlineData("class", "Class")]
    [InlineData("größe", "Größe")]
    [InlineData("a\\\"b", "AB")]
    [InlineData("a\\\\b", "AB")]
    [InlineData("mediaType", "MediaType")]
    [InlineData("record", "Record")]
    [InlineData("value", "Value")]
    [InlineData("json", "Json")]
    [InlineData("item", "Item")]
    [InlineData("@id", "Id")]
    public void Any_wire_name_gets_a_name_in_CSharp_and_stays_itself_on_the_wire(string wireName, string name)
    {
        var run = Schemas.Run(Schemas.Small.Replace("      label:", $"      \"{wireName}\":", StringComparison.Ordinal).Replace("      id:", $"      \"{wireName}\":", StringComparison.Ordinal));

        Assert.Empty(run.GeneratorDiagnostics);
        run.AssertCompilesClean();
        var thing = Schemas.Declaration(run, "shop.Types.g.cs", "Thing");
        Assert.Contains($"public string? {name} {{ get; init; }}", thing, StringComparison.Ordinal);
        Assert.Contains($"JsonPropertyName(\"{wireName}\")", thing, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("price:", "Label:", "PMG2006")]
    [InlineData("price:", "la_bel:", null)]
    [InlineData("price:", "label_:", "PMG2006")]
    [InlineData("price:", "thing:", "PMG2008")]
    [InlineData("price:", "equals:", "PMG2008")]
    [InlineData("price:", "get_hash_code:", "PMG2008")]
    [InlineData("price:", "to_string:", "PMG2008")]
    [InlineData("price:", "to_json:", "PMG2008")]
    [InlineData("  Part:", "  ToString:", "PMG2008")]
    [InlineData("  Part:", "  ShopClient:", "PMG2008")]
    [InlineData("  Part:", "  part:", "PMG2005")]
    [InlineData("  Part:", "  KIND:", "PMG2006")]
    [InlineData("price: {", "label_: { name: Price,", null)]
    public void A_name_that_cannot_be_had_is_reported(string before, string after, string? id)
    {
        var schema = Schemas.Small.Replace(before, after, StringComparison.Ordinal);

        var ids = Schemas.Run(schema).GeneratorDiagnostics.Select(d => d.Id).ToList();

        if (id is null)
            Assert.Empty(ids);
        else
            Assert.Contains(id, ids);
    }

    private static List<string> Declarations(string source) => [.. CSharpSyntaxTree.ParseText(source).GetRoot().DescendantNodes().Where(n => n is MemberDeclarationSyntax or EnumMemberDeclarationSyntax or StatementSyntax).Select(n => n.Kind().ToString())];
}

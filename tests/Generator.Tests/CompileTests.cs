using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using PageMessagesGen.TestKit.Running;

namespace PageMessagesGen.Generator.Tests;

/// <summary>Generated code compiles without a warning wherever it lands.</summary>
public class CompileTests
{
    public static TheoryData<string> RepositorySchemas =>
        [.. LongTests.Cases(Schemas.OfRepository.Keys.Where(name => !name.Contains(".examples.", StringComparison.Ordinal)).Order(StringComparer.Ordinal), 2)];

    [Theory]
    [MemberData(nameof(RepositorySchemas))]
    public void Every_schema_of_the_repository_compiles_clean_in_the_oldest_and_the_newest_CSharp(string name)
    {
        var project = Schemas.Project([(name, Schemas.OfRepository[name]), .. Schemas.UsedBy(name)]);
        foreach (var version in new[] { LanguageVersion.CSharp12, LanguageVersion.Latest })
        {
            var run = Schemas.Run(project with { LanguageVersion = version });

            Assert.Empty(run.GeneratorDiagnostics);
            Assert.NotEmpty(run.Files);
            run.AssertCompilesClean();
            AssertRightAboutNulls(run);
        }
    }

    // Compliance with the common language specification is part of it.
    [Fact]
    public void All_schemas_of_the_repository_compile_clean_together() => Schemas.Repository.AssertCompilesClean();

    [Fact]
    public void A_schema_with_all_constructs_compiles_clean_beside_hostile_code()
    {
        var run = Schemas.Run(Schemas.Project((Schemas.SmallPath, Schemas.Small))
            .WithSource("Hostile.cs", """
                namespace Acme.System { internal class Type; }
                namespace Acme.Shop.System { internal class Nothing; }
                namespace Acme { internal class Task; internal class HttpClient; internal class JsonElement; internal class IReadOnlyList; internal class Kind; }
                namespace Acme.Shop { internal class String; internal class Object; internal class Int64; internal class Exception; internal class Console; }
                internal class String;
                internal class Task;
                internal class JsonPropertyNameAttribute;
                internal class StringBuilder;
                """));

        Assert.Empty(run.GeneratorDiagnostics);
        run.AssertCompilesClean();
    }

    [Fact]
    public void A_schema_with_all_constructs_is_right_about_nulls() => AssertRightAboutNulls(Schemas.Run(Schemas.Small));

    [Fact]
    public void A_project_with_nullable_off_compiles_clean() =>
        Schemas.Run(Schemas.Project((Schemas.SmallPath, Schemas.Small)) with { Nullable = NullableContextOptions.Disable }).AssertCompilesClean();

    [Fact]
    public void Internal_types_are_not_seen_from_outside()
    {
        var run = Schemas.Run(With("EndpointVisibility", "internal"));

        run.AssertCompilesClean();
        Assert.Empty(run.EmitAndLoad().Assembly.GetExportedTypes());
    }

    [Theory]
    [InlineData("EndpointClient", "ShopClient")]
    [InlineData("EndpointClient", "ShopJsonWriter")]
    [InlineData("EndpointJsonContext", "ShopJsonContext")]
    public void A_part_can_be_left_out(string setting, string type)
    {
        var run = Schemas.Run(With(setting, "false"));

        run.AssertCompilesClean();
        Assert.Contains(Schemas.Run(Schemas.Small).Files.Values, source => source.Contains($" class {type}", StringComparison.Ordinal));
        Assert.DoesNotContain(run.Files.Values, source => source.Contains($" class {type}", StringComparison.Ordinal));
    }

    [Fact]
    public void There_is_a_validator_without_a_client_but_none_where_nothing_is_sent()
    {
        var withoutClient = Schemas.Run(With("EndpointClient", "false"));
        var withoutBody = Schemas.Run(Schemas.Small.Replace("    body: Thing\n", "", StringComparison.Ordinal));

        withoutBody.AssertCompilesClean();
        Assert.Contains("shop.Validation.g.cs", withoutClient.Files.Keys);
        Assert.DoesNotContain("shop.Validation.g.cs", withoutBody.Files.Keys);
        Assert.DoesNotContain("Messenger", withoutBody.File("shop.Client.g.cs"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("      generic: GenericTemplate\n      button: ButtonTemplate\n", "      generic: json\n      button: json\n")]
    [InlineData("      IMAGE: Media\n      VIDEO: Media\n      TEMPLATE: Template\n", "      IMAGE: json\n      VIDEO: none\n      TEMPLATE: json\n")]
    public void A_union_without_a_known_shape_compiles_clean(string shapes, string open)
    {
        var schema = Schemas.Small.Replace(shapes, open, StringComparison.Ordinal);
        Assert.NotEqual(Schemas.Small, schema);

        Schemas.Run(schema).AssertCompilesClean();
    }

    // The schema is reported, and what is reported must not be followed by errors of the compiler.
    [Fact]
    public void A_type_without_members_compiles_clean()
    {
        var run = Schemas.Run(Schemas.Small.Replace("      name: { type: string, required: true, summary: Its name. }\n", "", StringComparison.Ordinal).Replace("parts.name", "parts", StringComparison.Ordinal));

        Assert.NotEmpty(run.GeneratorDiagnostics);
        run.AssertCompilesClean();
    }

    [Fact]
    public void The_project_can_choose_the_namespace()
    {
        var run = Schemas.Run(With("EndpointNamespace", "My.Own"));

        run.AssertCompilesClean();
        Assert.All(run.EmitAndLoad().Assembly.GetExportedTypes(), type => Assert.Equal("My.Own", type.Namespace));
    }

    private static GeneratorInput With(string setting, string value) =>
        Schemas.Project().WithAdditionalFile(Schemas.SmallPath, Schemas.Small, ("EndpointSchema", "true"), (setting, value));

    // Generated code switches the analysis of nulls off, which costs users time and tells them nothing. It is on here.
    private static void AssertRightAboutNulls(GeneratorRun run)
    {
        const string Directive = "#nullable disable warnings";
        var trees = run.Output.SyntaxTrees.Where(tree => run.Files.ContainsValue(tree.ToString())).ToList();
        Assert.Equal(run.Files.Count, trees.Count);
        Assert.All(trees, tree => Assert.Contains(Directive, tree.ToString(), StringComparison.Ordinal));

        var output = trees.Aggregate(run.Output, (output, tree) =>
            output.ReplaceSyntaxTree(tree, tree.WithChangedText(SourceText.From(tree.ToString().Replace(Directive, "#nullable enable warnings", StringComparison.Ordinal)))));

        Assert.DoesNotContain(output.GetDiagnostics(), diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);
    }
}

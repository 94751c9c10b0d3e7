using PageMessagesGen.Language.Tests.Support;
using PageMessagesGen.Rules;
using PageMessagesGen.Schema;
using PageMessagesGen.Schema.Files;
using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Language.Tests;

/// <summary>The schema files of the repository, as files that people read and start from.</summary>
public sealed class SchemaFilesTests
{
    private const string PageMessages = "page-messages.endpoint.yaml";

    private const string Examples = "page-messages.examples.endpoint.yaml";

    public static TheoryData<string> Files => [.. Repository.SchemaFiles];

    public static TheoryData<string> Schemas => [.. Repository.SchemaFiles.Where(f => f != Examples)];

    public static TheoryData<string> Neighbours => [.. Repository.SchemaFiles.Where(f => f is not (PageMessages or Examples))];

    // Some use the types of others, so all are read as those of one project.
    private static readonly Dictionary<string, SchemaReadResult> Results = SchemaGrouping.GroupAll([.. Repository.SchemaFiles.Select(f => new SchemaFile(f, Text(f)))])
        .ToDictionary(group => group.Path, SchemaReader.Read);

    [Theory]
    [MemberData(nameof(Files))]
    public void A_schema_file_is_read_without_a_finding(string file)
    {
        Assert.Empty(Results[file].Diagnostics);
    }

    [Fact]
    public void The_generator_has_nothing_against_the_schema_files()
    {
        Assert.Empty(Generation.FindingsIn([.. Repository.SchemaFiles.Select(file => (file, Text(file)))]));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_schema_file_fits_the_editors_schema(string file)
    {
        Assert.Empty(EditorSchema.Judge(Text(file)));
    }

    [Theory]
    [MemberData(nameof(Neighbours))]
    public void A_schema_file_tells_editors_by_what_to_judge_it(string file)
    {
        Assert.StartsWith("# yaml-language-server: $schema=./endpoint.schema.json\n", Text(file), StringComparison.Ordinal);
    }

    [Fact]
    public void Each_schema_file_has_a_namespace_and_a_service_of_its_own()
    {
        var schemas = Repository.SchemaFiles.Where(f => f != Examples).Select(Document).ToList();

        Assert.Equal(schemas.Count, schemas.Select(s => s.Namespace).Distinct().Count());
        Assert.Equal(schemas.Count, schemas.Select(s => s.Service).Distinct().Count());
        Assert.True(schemas.Count >= 8);
    }

    [Theory]
    [MemberData(nameof(Neighbours))]
    public void Each_operation_shows_a_request_or_an_answer_by_an_example(string file)
    {
        Assert.All(Document(file).Operations, operation =>
        {
            Assert.Contains(operation.Examples, e => e.Answer is not null);
            Assert.Equal(operation.Body is not null, operation.Examples.Any(e => e.Request is not null && e.Breaks.Count == 0));
        });
    }

    [Theory]
    [MemberData(nameof(Neighbours))]
    public void Each_rule_that_can_refuse_a_request_is_shown_broken(string file)
    {
        var schema = Document(file);
        var shown = schema.Operations.SelectMany(o => o.Examples).SelectMany(e => e.Breaks).ToList();

        Assert.True(shown.Count > 0 || schema.Operations.All(o => o.Body is null), "Nothing is shown broken.");
        var rules = schema.Types.SelectMany(t => t.Rules.Where(r => !NeedsFile(t, r.Rule)).Select(r => r.Rule));
        Assert.All(rules.Where(r => r.Severity.ToString() != "Info"), rule => Assert.Contains(rule.Name, shown));
    }

    // They are in the language, and not in the file.
    private static bool IsOfEachWebhook(SchemaDocument schema, ObjectType type, Member member) =>
        Webhook.TypeNames.Contains(type.Name) || (member.Name == Webhook.Field && schema.Webhook?.Events.Find(type.Name) is not null);

    // An example is JSON, which has no files.
    private static bool NeedsFile(ObjectType type, Rule rule) =>
        rule is { Kind: RuleKind.AtMostOneOf } && rule.Targets.Any(target => type.FindMember(target.Path.First)?.Type.IsFile == true);

    [Theory]
    [MemberData(nameof(Neighbours))]
    public void Each_member_says_where_it_is_known_from_or_that_it_is_unverified(string file)
    {
        var schema = Document(file);
        var facts = schema.Types.SelectMany(t => t.Members.Where(m => !IsOfEachWebhook(schema, t, m)).Select(m => ($"{t.Name}.{m.Name}", m.Evidence)))
            .Concat(schema.Enums.SelectMany(e => e.Members.Select(m => ($"{e.Name}.{m.Name}", m.Evidence))))
            .Concat(schema.Types.SelectMany(t => t.Rules.Select(r => (r.Rule.Name, r.Evidence))))
            .Concat(schema.Operations.SelectMany(o => o.Windows.Select(w => (w.Name, w.Evidence))));

        Assert.All(facts, fact => Assert.True(fact.Evidence.Sources.Count > 0 || fact.Evidence.IsUnverified, fact.Item1));
    }

    [Theory]
    [MemberData(nameof(Schemas))]
    public void Each_source_of_a_schema_file_is_named_by_a_fact(string file)
    {
        var schema = Document(file);
        var named = schema.Types.SelectMany(t => t.Members.Select(m => m.Evidence).Concat(t.Rules.Select(r => r.Evidence)))
            .Concat(schema.Enums.SelectMany(e => e.Members).Select(m => m.Evidence))
            .Concat(schema.Errors.Select(e => e.Evidence))
            .Concat(schema.Operations.SelectMany(o => o.Rates).Select(r => r.Evidence))
            .Concat(schema.Operations.SelectMany(o => o.Windows).Select(w => w.Evidence))
            .SelectMany(e => e.Sources);

        Assert.Empty(schema.Sources.Select(s => s.Name).Except(named));
    }

    private static string Text(string file) => Repository.Read($"schema/{file}");

    private static SchemaDocument Document(string file) => Results[file].Document!;
}

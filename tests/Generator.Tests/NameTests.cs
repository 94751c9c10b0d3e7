using Microsoft.CodeAnalysis.CSharp;
using PageMessagesGen.Generator.Model;
using PageMessagesGen.TestKit.Running;

namespace PageMessagesGen.Generator.Tests;

/// <summary>Names of a schema never collide with those that generated code derives or uses: it compiles, or the schema is reported.</summary>
public class NameTests
{
    [Theory]
    [InlineData("order: NewOrder, other: Order", "NewOrder: a: string\nOrder: a: string", "")]
    [InlineData("group: Group, members: GroupMembers", "Group: a: string\nGroupMembers: a: string", "")]
    [InlineData("status: SetStatus", "SetStatus: status: string", "")]
    [InlineData("a: Json, b: Describe, c: Write, d: Validate, e: Get, f: Members", "Json: a: string\nDescribe: a: string\nWrite: a: string\nValidate: a: string\nGet: a: string\nMembers: a: string", "")]
    [InlineData("a: ReadPart, b: Part", "Part: a: string", "ReadPart: A")]
    [InlineData("a: ReadStatus, b: Status", "Status: a: string", "ReadStatus: A")]
    [InlineData("a: Write, b: Undefined, c: Judge, d: Validate, e: Describe, f: Get", "", "Write: A\nUndefined: A\nJudge: A\nValidate: A\nDescribe: A\nGet: A")]
    [InlineData("a: Type, b: Task, c: Options, d: Default, e: Uri", "", "Type: A\nTask: A\nOptions: A\nDefault: A\nUri: A")]
    [InlineData("a: list<Type>, b: list<Task>, c: list<Options>, d: list<Default>, e: list<IReadOnlyList>, f: list<JsonElement>", "Type: a: json\nTask: a: json\nOptions: a: json\nDefault: a: json\nIReadOnlyList: a: json\nJsonElement: a: json", "")]
    [InlineData("a: Options, b: Default, c: GetTypeInfo, d: GeneratedSerializerOptions", "Options: a: string\nDefault: a: string\nGetTypeInfo: a: string\nGeneratedSerializerOptions: a: string", "")]
    [InlineData("a: String, b: Object, c: Int64, d: Nullable, e: Exception, f: Attribute, g: Enum", "String: a: string\nObject: a: string\nNullable: a: integer", "Int64: A\nException: A\nAttribute: A\nEnum: A")]
    [InlineData("a: Acme, b: Shop, c: System, d: PageMessagesGen", "Acme: a: string\nShop: a: string\nSystem: a: string", "PageMessagesGen: A")]
    public void Types_can_have_any_name(string members, string types, string enums) => AssertSound(SmallestSchemas.Of(members, types, enums));

    [Theory]
    [InlineData("default: string, default_value: string, type: string, type_value: string, field: string, field_value: string")]
    [InlineData("event: string, event_value: string, value: string, value_value: string, from: string, from_value: string")]
    [InlineData("json: string, json_value: integer, start: list<string>, start_value: string, element: list<integer>, element_value: string, member: boolean, member_value: json")]
    [InlineData("and: list<string>, or: list<string>, not: list<string>, is: list<string>, when: list<string>, var: list<string>, await: list<string>, nameof: list<string>")]
    [InlineData("rule_severity: string, json_ignore_condition: string, string_builder: string, json_property_name: string, printer: string, builder: string")]
    [InlineData("\u212Aelvin: list<string>, kelvin: list<string>, \u212Bngström: list<string>, ångström: list<string>")]
    public void Members_can_have_any_name(string members) => AssertSound(SmallestSchemas.Of(members));

    [Fact]
    public void Types_and_members_can_have_the_names_of_all_types_that_generated_code_uses()
    {
        var names = ImportedTypes.Names.Select((name, i) => (name, index: i)).ToList();
        var types = string.Concat(names.Where(n => n.index % 2 == 0).Select(n => $"{n.name}: a: string, b: json, c: list<integer>, d: string-or-integer\n"));
        var enums = string.Concat(names.Where(n => n.index % 2 == 1).Select(n => $"{n.name}: A, B\n"));
        var members = string.Join(", ", names.Select(n => $"{n.name}: {n.name}, list_of_{n.name}: list<{n.name}>"));

        AssertSound(SmallestSchemas.Of(members, types, enums).Replace("\"POST /{page_id}/things\"", "\"POST /things/{part}\", parameters: { part: { type: string, summary: S. }, kind: { type: Uri, summary: S. } }", StringComparison.Ordinal));
    }

    [Fact]
    public void A_service_can_have_a_name_that_a_reading_method_would_have() =>
        AssertSound(SmallestSchemas.Of("a: FooJsonReader", "FooJsonReader: a: string").Replace("service: Shop", "service: ReadFoo", StringComparison.Ordinal));

    [Theory]
    [InlineData("address-x", "x_client")]
    [InlineData("http-method", "send")]
    [InlineData("graph-path", "send")]
    [InlineData("argument-null-exception", "send")]
    [InlineData("shop-errors", "send")]
    [InlineData("shop-json-reader", "send")]
    public void Platforms_can_have_any_name_but_that_of_the_client(string platform, string operation) => AssertSound(SmallestSchemas.Of("a: string")
        .Replace("operations:", $"platforms: [{platform}]\noperations:", StringComparison.Ordinal)
        .Replace("  send:", $"  {operation}:", StringComparison.Ordinal));

    [Theory]
    [InlineData("request")]
    [InlineData("path")]
    [InlineData("cancellation_token")]
    [InlineData("body")]
    [InlineData("answer")]
    [InlineData("default")]
    [InlineData("await")]
    public void Parameters_can_have_any_name(string parameter) => AssertSound(SmallestSchemas.Of("a: string")
        .Replace("returns: Thing }", $"returns: Thing, parameters: {{ {parameter}: {{ type: string, required: true, summary: S. }}, {parameter}_value: {{ type: integer, summary: S. }} }} }}", StringComparison.Ordinal));

    [Theory]
    [InlineData("string")]
    [InlineData("integer")]
    [InlineData("number")]
    [InlineData("boolean")]
    [InlineData("string-or-integer")]
    [InlineData("Kind")]
    public void A_part_of_the_path_can_have_any_type_that_the_reader_accepts(string type) => AssertSound(SmallestSchemas.Of("kind: Kind", enums: "Kind: A, B")
        .Replace("\"POST /{page_id}/things\"", $"\"POST /things/{{part}}\", parameters: {{ part: {{ type: {type}, summary: S. }} }}", StringComparison.Ordinal));

    [Theory]
    [InlineData("Acme.Uri")]
    [InlineData("Acme.Task")]
    [InlineData("Acme.Order.Type")]
    [InlineData("class.event.record")]
    [InlineData("Thing")]
    [InlineData("Thing.Shop")]
    [InlineData("_")]
    [InlineData("global")]
    [InlineData("var.await.field.partial")]
    public void A_namespace_can_have_any_name(string @namespace)
    {
        var run = Schemas.Run(Schemas.Project(
            ("a.endpoint.yaml", SmallestSchemas.Of("a: json", @namespace: @namespace)),
            ("b.endpoint.yaml", SmallestSchemas.Of("a: json", @namespace: "Acme"))));

        Assert.Empty(run.GeneratorDiagnostics);
        AssertCompiles(run);
    }

    private static void AssertSound(string schema)
    {
        var run = Schemas.Run(schema);
        Assert.Empty(run.GeneratorDiagnostics);
        AssertCompiles(run);
        if (LongTests.AreOn)
            AssertCompiles(Schemas.Run(Schemas.Project((Schemas.SmallPath, schema)) with { LanguageVersion = LanguageVersion.Latest }));
    }

    private static void AssertCompiles(GeneratorRun run)
    {
        Assert.NotEmpty(run.Files);
        run.AssertCompilesClean();
    }
}

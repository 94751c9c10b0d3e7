using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using PageMessagesGen.Analyzers.Tests.Support;
using PageMessagesGen.Analyzers.Usage;
using PageMessagesGen.Generator;
using PageMessagesGen.TestKit.Verifiers;

namespace PageMessagesGen.Analyzers.Tests.Usage;

/// <summary>A JSON context of a type that is generated in the same project.</summary>
public sealed class PMG4002Tests
{
    private const string Usings = """
        using System.Collections.Generic;
        using System.Text.Json;
        using System.Text.Json.Serialization;
        using PageMessages;

        """;

    private static readonly int Length = LongTests.Inputs(2_000, 20_000);

    // A schema of few lines is generated much sooner than the default one.
    private const string Schema = """
        schema: 1
        namespace: PageMessages
        service: PageMessages
        version: v26.0
        as-of: 2026-11-22
        operations:
          send: { request: "POST /{page_id}/messages", body: SendMessageRequest, returns: SendMessageRequest }
        types:
          SendMessageRequest: { members: { message: { type: Message }, sender_action: { type: SenderAction } } }
          Message: { members: { text: { type: string } } }
        enums:
          SenderAction: { members: { TYPING_ON: {} } }
        """;

    [Theory]
    [InlineData("SendMessageRequest")]
    [InlineData("List<SendMessageRequest>")]
    [InlineData("Message[]")]
    [InlineData("Dictionary<string, IReadOnlyList<Message>>")]
    [InlineData("SenderAction")]
    [InlineData("Envelope")]
    [InlineData("List<Envelope>")]
    public Task A_context_of_a_generated_type_is_reported(string type) => ExpectAsync($$"""
        [{|PMG4002:JsonSerializable(typeof({{type}}))|}]
        abstract partial class OwnContext : JsonSerializerContext { OwnContext() : base(null) { } }
        class Envelope { public Envelope? Next { get; set; } public SendMessageRequest? Request { get; set; } }
        """);

    [Fact]
    public Task A_stub_beside_the_generated_type_does_not_hide_it() => ExpectAsync("""
        namespace PageMessages
        {
            public partial record Message;
            [{|PMG4002:JsonSerializable(typeof(Message))|}, JsonSerializable(typeof(string))]
            abstract partial class OwnContext : JsonSerializerContext { OwnContext() : base(null) { } }
        }
        """);

    [Fact]
    public Task A_type_with_a_converter_by_hand_is_left_alone() => ExpectAsync("""
        namespace PageMessages
        {
            [JsonConverter(typeof(OwnConverter))]
            public partial record Message;
            public sealed class OwnConverter : JsonConverter<Message>
            {
                public override Message? Read(ref Utf8JsonReader reader, System.Type type, JsonSerializerOptions options) => null;
                public override void Write(Utf8JsonWriter writer, Message value, JsonSerializerOptions options) { }
            }
            [JsonSerializable(typeof(Message))]
            abstract partial class OwnContext : JsonSerializerContext { OwnContext() : base(null) { } }
        }
        """);

    [Fact]
    public Task Own_types_and_other_classes_are_left_alone() => ExpectAsync("""
        [JsonSerializable(typeof(Own)), JsonSerializable(typeof(int))]
        abstract partial class OwnContext : JsonSerializerContext { OwnContext() : base(null) { } }
        class Own { public string? Name { get; set; } public List<Own>? Parts { get; set; } [JsonIgnore] public static Message? Shared { get; set; } }
        """);

    [Fact]
    public Task What_is_not_written_is_left_alone() => ExpectAsync("""
        [JsonSerializable(typeof(Own))]
        abstract partial class OwnContext : JsonSerializerContext { OwnContext() : base(null) { } }
        class Own { [JsonIgnore] public Message? Last { get; set; } [JsonIgnore(Condition = JsonIgnoreCondition.Always)] public Message? First { get; set; } public Message? Taken { private get; set; } }
        """);

    [Fact]
    public Task What_is_written_on_a_condition_is_reported() => ExpectAsync("""
        [{|PMG4002:JsonSerializable(typeof(Own))|}]
        abstract partial class OwnContext : JsonSerializerContext { OwnContext() : base(null) { } }
        class Own { [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public Message? Last { get; set; } }
        """);

    [Fact]
    public Task A_type_that_is_made_of_ever_longer_ones_has_an_end() => ExpectAsync($$"""
        [JsonSerializable(typeof(Node<int>)), JsonSerializable(typeof(T0))]
        abstract partial class OwnContext : JsonSerializerContext { OwnContext() : base(null) { } }
        class Node<T> { public T? Value { get; set; } public Node<Node<T>>? Next { get; set; } }
        {{string.Join("\n", Enumerable.Range(0, Length).Select(i => $"class T{i} {{ public T{i + 1}? Next {{ get; set; }} }}"))}}
        class T{{Length}} { }
        """);

    [Fact]
    public Task Types_of_another_assembly_are_seen_by_every_generator_and_left_alone() => new ProjectAnalyzerTest<JsonContextAnalyzer>(PageMessagesProject.Referring(Usings + """
        [JsonSerializable(typeof(SendMessageRequest))]
        abstract partial class OwnContext : JsonSerializerContext { OwnContext() : base(null) { } }
        """)).RunAsync();

    [Fact]
    public Task The_message_names_the_context_to_use_instead() => ExpectAsync(
        """
        [{|#0:JsonSerializable(typeof(List<Message>))|}]
        abstract partial class OwnContext : JsonSerializerContext { OwnContext() : base(null) { } }
        """,
        new DiagnosticResult("PMG4002", DiagnosticSeverity.Warning).WithLocation(0).WithMessage(
            "System.Text.Json cannot see the members of 'Message', which is generated in this project, so 'OwnContext' would write it as an empty object: add PageMessagesJsonContext.Default to the chain of resolvers instead"));

    private static Task ExpectAsync(string types, params DiagnosticResult[] expected)
    {
        var test = new ProjectAnalyzerTest<JsonContextAnalyzer>(PageMessagesProject.Generating(Usings + types, Schema), new PageMessagesGenerator());
        test.ExpectedDiagnostics.AddRange(expected);
        return test.RunAsync();
    }
}

using System.Globalization;
using Microsoft.CodeAnalysis;
using PageMessagesGen.Analyzers.Tests.Support;
using PageMessagesGen.Analyzers.Usage;
using PageMessagesGen.TestKit.Expectations;
using PageMessagesGen.TestKit.Markup;
using PageMessagesGen.TestKit.Running;

namespace PageMessagesGen.Analyzers.Tests.Usage;

public sealed class JsonContextTests
{
    private const string Usings = """
        using System.Collections.Generic;
        using System.Text.Json;
        using System.Text.Json.Serialization;
        using PageMessages;

        """;

    [Theory]
    [InlineData("SendMessageRequest")]
    [InlineData("List<SendMessageRequest>")]
    [InlineData("Message[]")]
    [InlineData("Dictionary<string, IReadOnlyList<Message>>")]
    [InlineData("SenderAction")]
    [InlineData("Envelope")]
    [InlineData("List<Envelope>")]
    public async Task A_context_of_a_generated_type_is_reported(string type) => await ExpectAsync($$"""
        [{|PMG4002:JsonSerializable(typeof({{type}}))|}]
        abstract partial class OwnContext : JsonSerializerContext { OwnContext() : base(null) { } }
        class Envelope { public Envelope? Next { get; set; } public SendMessageRequest? Request { get; set; } }
        """);

    [Fact]
    public async Task A_stub_beside_the_generated_type_does_not_hide_it() => await ExpectAsync("""
        namespace PageMessages
        {
            public partial record Message;
            [{|PMG4002:JsonSerializable(typeof(Message))|}, JsonSerializable(typeof(string))]
            abstract partial class OwnContext : JsonSerializerContext { OwnContext() : base(null) { } }
        }
        """);

    [Fact]
    public async Task A_type_with_a_converter_by_hand_is_left_alone() => await ExpectAsync("""
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
    public async Task Own_types_and_other_classes_are_left_alone() => await ExpectAsync("""
        [JsonSerializable(typeof(Own)), JsonSerializable(typeof(int))]
        abstract partial class OwnContext : JsonSerializerContext { OwnContext() : base(null) { } }
        class Own { public string? Name { get; set; } public List<Own>? Parts { get; set; } [JsonIgnore] public static Message? Shared { get; set; } }
        """);

    [Fact]
    public async Task What_is_not_written_is_left_alone() => await ExpectAsync("""
        [JsonSerializable(typeof(Own))]
        abstract partial class OwnContext : JsonSerializerContext { OwnContext() : base(null) { } }
        class Own { [JsonIgnore] public Message? Last { get; set; } [JsonIgnore(Condition = JsonIgnoreCondition.Always)] public Message? First { get; set; } public Message? Taken { private get; set; } }
        """);

    [Fact]
    public async Task What_is_written_on_a_condition_is_reported() => await ExpectAsync("""
        [{|PMG4002:JsonSerializable(typeof(Own))|}]
        abstract partial class OwnContext : JsonSerializerContext { OwnContext() : base(null) { } }
        class Own { [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public Message? Last { get; set; } }
        """);

    [Fact]
    public async Task A_type_that_is_made_of_ever_longer_ones_has_an_end() => await ExpectAsync($$"""
        [JsonSerializable(typeof(Node<int>)), JsonSerializable(typeof(T0))]
        abstract partial class OwnContext : JsonSerializerContext { OwnContext() : base(null) { } }
        class Node<T> { public T? Value { get; set; } public Node<Node<T>>? Next { get; set; } }
        {{string.Join("\n", Enumerable.Range(0, 20_000).Select(i => $"class T{i} {{ public T{i + 1}? Next {{ get; set; }} }}"))}}
        class T20000 { }
        """);

    [Fact]
    public async Task Types_of_another_assembly_are_seen_by_every_generator_and_left_alone()
    {
        var project = PageMessagesProject.Referring(Usings + """
            [JsonSerializable(typeof(SendMessageRequest))]
            abstract partial class OwnContext : JsonSerializerContext { OwnContext() : base(null) { } }
            """);

        Assert.Empty(await AnalyzerRun.ReportAsync(project, new JsonContextAnalyzer()));
    }

    [Fact]
    public async Task The_message_names_the_context_to_use_instead()
    {
        var run = PageMessagesProject.Run(PageMessagesProject.Generating(Usings + """
            [JsonSerializable(typeof(List<Message>))]
            abstract partial class OwnContext : JsonSerializerContext { OwnContext() : base(null) { } }
            """));

        var reported = Assert.Single(await AnalyzerRun.ReportAsync(run, new JsonContextAnalyzer()));

        Assert.Equal(
            "System.Text.Json cannot see the members of 'Message', which is generated in this project, so 'OwnContext' would write it as an empty object: add PageMessagesJsonContext.Default to the chain of resolvers instead",
            reported.GetMessage(CultureInfo.InvariantCulture));
    }

    private static async Task ExpectAsync(string types)
    {
        var code = MarkedText.Parse(Usings + types);
        var run = PageMessagesProject.Run(PageMessagesProject.Generating(code.Text));
        new DiagnosticExpectations(severity: DiagnosticSeverity.Warning)
            .In(PageMessagesProject.CodePath, code)
            .AssertMatch(await AnalyzerRun.ReportAsync(run, new JsonContextAnalyzer()));
    }
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using PageMessages;
using PageMessagesGen.Runtime.Tests.Support;

namespace PageMessagesGen.Runtime.Tests.Json;

public sealed class ContextWritingTests
{
    public static TheoryData<string> OptionSets => [.. Sets.Keys];

    // Options that would spell, hide or reshape members if the metadata let them.
    private static Dictionary<string, Action<JsonSerializerOptions>> Sets { get; } = new()
    {
        ["plain"] = _ => { },
        ["web"] = o => Configure(o, new JsonSerializerOptions(JsonSerializerDefaults.Web)),
        ["camel case"] = o => o.PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        ["kebab case"] = o => o.PropertyNamingPolicy = JsonNamingPolicy.KebabCaseUpper,
        ["indented"] = o => o.WriteIndented = true,
        ["never ignore"] = o => o.DefaultIgnoreCondition = JsonIgnoreCondition.Never,
        ["ignore defaults"] = o => o.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        ["enum strings"] = o => o.Converters.Add(new JsonStringEnumConverter<MessageTag>(JsonNamingPolicy.CamelCase)),
        ["all enum strings"] = o => o.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase)),
        ["numbers as text"] = o => o.NumberHandling = JsonNumberHandling.WriteAsString | JsonNumberHandling.AllowReadingFromString,
        ["strict nullability"] = o => o.RespectNullableAnnotations = true,
        ["relaxed escaping"] = o => o.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        ["no read-only members"] = o => o.IgnoreReadOnlyProperties = true,
        ["no unknown members"] = o => o.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ["populated objects"] = o => o.PreferredObjectCreationHandling = JsonObjectCreationHandling.Populate,
    };

    [Theory]
    [MemberData(nameof(OptionSets))]
    public void The_wire_names_and_values_hold_whatever_the_options_say(string set)
    {
        var options = Options(set);
        foreach (var request in Requests.Corpus)
        {
            var written = JsonSerializer.Serialize(request, options.GetTypeInfo(typeof(SendMessageRequest)));

            Wire.AssertNoNulls(written);
            Wire.AssertSame(JsonSerializer.Serialize(request, PageMessagesJsonContext.Default.SendMessageRequest), written);
        }

        Wire.AssertSame(Expected.Everything, JsonSerializer.Serialize(Requests.Everything, options.GetTypeInfo(typeof(SendMessageRequest))));
    }

    [Theory]
    [MemberData(nameof(OptionSets))]
    public void Everything_comes_back_as_it_was(string set)
    {
        var info = Options(set).GetTypeInfo(typeof(SendMessageRequest));
        foreach (var request in Requests.Corpus)
        {
            var written = JsonSerializer.Serialize(request, info);
            var read = (SendMessageRequest)JsonSerializer.Deserialize(written, info)!;

            Wire.AssertSame(written, JsonSerializer.Serialize(read, info));
            Assert.Equal(request.ToString(), read.ToString());
        }
    }

    [Fact]
    public void Payloads_without_a_value_are_left_out()
    {
        foreach (JsonElement? nothing in (JsonElement?[])[null, default(JsonElement), RawJson.Parse("null")])
        {
            var request = Requests.Text with
            {
                Message = new() { A2ui = nothing, Attachment = new RawAttachment { Type = AttachmentType.LikeHeart, Payload = nothing } },
            };

            Assert.Equal(
                """{"recipient":{"id":"4471239905512287"},"messaging_type":"RESPONSE","message":{"attachment":{"type":"like_heart"}}}""",
                JsonSerializer.Serialize(request, PageMessagesJsonContext.Default.SendMessageRequest));
        }
    }

    [Fact]
    public void An_undefined_enum_value_is_not_written()
    {
        var request = Requests.Text with { Tag = (MessageTag)6 };
        var attachment = new RawAttachment { Type = default };

        var first = Assert.Throws<JsonException>(() => JsonSerializer.Serialize(request, PageMessagesJsonContext.Default.SendMessageRequest));
        var second = Assert.Throws<JsonException>(() => JsonSerializer.Serialize(attachment, PageMessagesJsonContext.Default.RawAttachment));

        Assert.Equal("'6' is not a valid MessageTag.", first.Message);
        Assert.Equal("'0' is not a valid AttachmentType.", second.Message);
    }

    [Fact]
    public void A_required_member_that_was_forced_to_null_is_not_written()
    {
        var request = new SendMessageRequest { Recipient = null! };

        var exception = Assert.Throws<JsonException>(() => JsonSerializer.Serialize(request, PageMessagesJsonContext.Default.SendMessageRequest));

        Assert.Equal("The required member 'recipient' is null.", exception.Message);
    }

    [Fact]
    public void Answers_are_written_too() =>
        Wire.AssertSame(
            """{"recipient_id":"1","message_id":"m_AbC","attachment_id":"99","thread_key":"t_7"}""",
            JsonSerializer.Serialize(Requests.Answer, PageMessagesJsonContext.Default.SendMessageResponse));

    private static JsonSerializerOptions Options(string set)
    {
        var options = new JsonSerializerOptions { TypeInfoResolver = PageMessagesJsonContext.Default };
        Sets[set](options);
        return options;
    }

    private static void Configure(JsonSerializerOptions target, JsonSerializerOptions source)
    {
        target.PropertyNamingPolicy = source.PropertyNamingPolicy;
        target.PropertyNameCaseInsensitive = source.PropertyNameCaseInsensitive;
        target.NumberHandling = source.NumberHandling;
    }
}

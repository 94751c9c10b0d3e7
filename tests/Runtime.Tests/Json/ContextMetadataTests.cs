using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using PageMessages;
using PageMessagesGen.ForeignContext;
using PageMessagesGen.Runtime.Tests.Support;

namespace PageMessagesGen.Runtime.Tests.Json;

public sealed class ContextMetadataTests
{
    [Fact]
    public void Each_generated_type_has_a_property_that_describes_it()
    {
        var context = new PageMessagesJsonContext();
        Assert.NotEmpty(GeneratedTypes.Records);
        Assert.NotEmpty(GeneratedTypes.Enums);

        Assert.All([.. GeneratedTypes.Records, .. GeneratedTypes.Enums], type =>
        {
            var property = typeof(PageMessagesJsonContext).GetProperty(type.Name)!;

            Assert.Equal(typeof(JsonTypeInfo<>).MakeGenericType(type), property.PropertyType);
            Assert.Same(property.GetValue(context), context.GetTypeInfo(type));
        });
    }

    [Fact]
    public void Records_are_described_as_objects_with_their_members()
    {
        Assert.All(GeneratedTypes.Records, type =>
        {
            var info = PageMessagesJsonContext.Default.GetTypeInfo(type)!;

            Assert.Equal(JsonTypeInfoKind.Object, info.Kind);
            Assert.Equal(GeneratedTypes.Members(type).Count(), info.Properties.Count(p => p is { Set: not null, IsExtensionData: false }));
            Assert.All(info.Properties, p => Assert.NotNull(p.Get));
            Assert.Same(PageMessagesJsonContext.Default, info.OriginatingResolver);
        });
    }

    [Fact]
    public void Types_of_others_are_not_described()
    {
        Assert.Null(PageMessagesJsonContext.Default.GetTypeInfo(typeof(Outbox)));
        Assert.Null(PageMessagesJsonContext.Default.GetTypeInfo(typeof(Uri)));
    }

    [Fact]
    public void A_request_has_the_JSON_schema_of_the_endpoint()
    {
        var schema = PageMessagesJsonContext.Default.SendMessageRequest.GetJsonSchemaAsNode().AsObject();

        Assert.Contains("object", schema["type"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(["recipient"], Names(schema["required"]!));
        Assert.Equal(
            ["recipient", "messaging_type", "message", "sender_action", "payload", "tag", "notification_type", "persona_id", "reply_to", "thread_control", "suggestion_action", "folder"],
            schema["properties"]!.AsObject().Select(p => p.Key));

        var reply = schema["properties"]!["message"]!["properties"]!["quick_replies"]!["items"]!;
        Assert.Equal(["content_type"], Names(reply["required"]!));
        Assert.Contains("integer", reply["properties"]!["data"]!["properties"]!["payment_amount"]!["type"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_context_takes_options_of_its_own()
    {
        var context = new PageMessagesJsonContext(new JsonSerializerOptions { WriteIndented = true });

        Assert.Contains("\n", JsonSerializer.Serialize(Requests.Text, context.SendMessageRequest), StringComparison.Ordinal);
        Assert.True(context.Options.IsReadOnly);
        Assert.Throws<InvalidOperationException>(() => context.Options.WriteIndented = false);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void It_joins_a_chain_before_and_behind_another_context(bool first)
    {
        var options = new JsonSerializerOptions();
        options.TypeInfoResolverChain.Add(first ? PageMessagesJsonContext.Default : OutboxJsonContext.Default);
        options.TypeInfoResolverChain.Add(first ? OutboxJsonContext.Default : PageMessagesJsonContext.Default);

        var written = JsonSerializer.Serialize(new Outbox { Request = Requests.Everything }, (JsonTypeInfo<Outbox>)options.GetTypeInfo(typeof(Outbox)));

        Wire.AssertSame(Expected.Everything, JsonNode.Parse(written)!["Request"]!.ToJsonString());
        Assert.Same(
            first ? PageMessagesJsonContext.Default : (IJsonTypeInfoResolver)OutboxJsonContext.Default,
            options.GetTypeInfo(typeof(SendMessageRequest)).OriginatingResolver);
    }

    [Fact]
    public void It_serves_a_type_of_the_users_that_only_the_chain_brings_together()
    {
        // As in a project whose context cannot see the types that are generated beside it.
        var options = new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };
        options.TypeInfoResolverChain.Add(new OnlyDrafts());
        options.TypeInfoResolverChain.Add(PageMessagesJsonContext.Default);
        var info = (JsonTypeInfo<Draft>)options.GetTypeInfo(typeof(Draft));

        var written = JsonSerializer.Serialize(new Draft { Request = Requests.Everything }, info);

        Wire.AssertSame($$"""{"request":{{Expected.Everything}}}""", written);
        Assert.Equal(Requests.Everything.ToString(), JsonSerializer.Deserialize(written, info)!.Request!.ToString());
    }

    private static IEnumerable<string> Names(JsonNode list) => list.AsArray().Select(n => n!.GetValue<string>());

    private sealed class Draft
    {
        public SendMessageRequest? Request { get; set; }
    }

    // The metadata that a context of the user's would have, with a member whose type it does not know.
    private sealed class OnlyDrafts : IJsonTypeInfoResolver
    {
        public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options)
        {
            if (type != typeof(Draft))
                return null;
            var info = JsonTypeInfo.CreateJsonTypeInfo<Draft>(options);
            info.CreateObject = () => new Draft();
            var request = info.CreateJsonPropertyInfo(typeof(SendMessageRequest), "request");
            request.Get = d => ((Draft)d).Request;
            request.Set = (d, value) => ((Draft)d).Request = (SendMessageRequest?)value;
            info.Properties.Add(request);
            return info;
        }
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;
using PageMessagesGen.ForeignContext;
using PageMessagesGen.Runtime.Tests.Support;

namespace PageMessagesGen.Runtime.Tests.Json;

/// <summary>A context that System.Text.Json generates in another assembly, from the attributes on our types alone.</summary>
public sealed class ForeignContextTests
{
    [Fact]
    public void Its_assembly_only_uses_the_types_of_another_one()
    {
        var assembly = typeof(Outbox).Assembly;

        Assert.DoesNotContain(assembly.GetTypes(), t => t.Namespace == "PageMessages");
        Assert.Contains(assembly.GetReferencedAssemblies(), a => a.Name == GeneratedTypes.Assembly.GetName().Name);
    }

    [Fact]
    public void It_writes_the_wire_names_and_no_nulls_inside_a_type_of_the_users()
    {
        foreach (var request in Requests.Corpus)
        {
            var written = JsonSerializer.Serialize(new Outbox { Request = request, Response = Requests.Answer }, OutboxJsonContext.Default.Outbox);

            Wire.AssertNoNulls(written);
            var inner = JsonNode.Parse(written)!["Request"]!.ToJsonString();
            Wire.AssertSame(JsonSerializer.Serialize(request, PageMessages.PageMessagesJsonContext.Default.SendMessageRequest), inner);
        }
    }

    [Fact]
    public void It_reads_what_it_has_written()
    {
        foreach (var request in Requests.Corpus)
        {
            var outbox = new Outbox { Request = request, Response = Requests.Answer };
            var written = JsonSerializer.Serialize(outbox, OutboxJsonContext.Default.Outbox);
            var read = JsonSerializer.Deserialize(written, OutboxJsonContext.Default.Outbox)!;

            Assert.Equal(request.ToString(), read.Request.ToString());
            Assert.Equal(outbox.Response, read.Response);
            Wire.AssertSame(written, JsonSerializer.Serialize(read, OutboxJsonContext.Default.Outbox));
        }
    }

    [Fact]
    public void It_reads_enum_values_in_any_casing_numbers_as_sticker_ids_and_demands_what_is_required()
    {
        var read = JsonSerializer.Deserialize(
            """{"Request":{"recipient":{},"tag":"human_agent","message":{"quick_replies":[{"content_type":"STICKER","data":{"sticker_id":7}}]}}}""",
            OutboxJsonContext.Default.Outbox)!;

        Assert.Equal(PageMessages.MessageTag.HumanAgent, read.Request.Tag);
        Assert.Equal("7", read.Request.Message!.QuickReplies![0].Data!.StickerId);
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize("""{"Request":{}}""", OutboxJsonContext.Default.Outbox));
    }
}

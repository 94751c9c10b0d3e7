using System.Collections;
using System.Reflection;
using System.Text;
using System.Text.Json;
using PageMessages;
using PageMessagesGen.ForeignContext;
using PageMessagesGen.Runtime.Tests.Support;

namespace PageMessagesGen.Runtime.Tests.Json;

public sealed class ClientBytesTests
{
    public static TheoryData<int> Corpus => [.. Enumerable.Range(0, Requests.Corpus.Count)];

    [Fact]
    public async Task Every_member_goes_out_under_its_wire_name() =>
        Wire.AssertSame(Expected.Everything, await Wire.TextAsync(Requests.Everything));

    [Fact]
    public async Task Members_go_out_in_the_order_of_the_schema_without_white_space() =>
        Assert.Equal(
            """{"recipient":{"id":"4471239905512287"},"messaging_type":"RESPONSE","message":{"text":"Held until 19:30 🍕"}}""",
            await Wire.TextAsync(Requests.Text));

    [Fact]
    public async Task Every_enum_value_goes_out_as_the_schema_writes_it()
    {
        var sent = new HashSet<string>();
        foreach (var request in Requests.Corpus)
        {
            using var json = JsonDocument.Parse(await Wire.TextAsync(request));
            Collect(json.RootElement, sent);
        }

        Assert.Equal(Expected.EnumValues.Order(), sent.Order());
    }

    [Theory]
    [MemberData(nameof(Corpus))]
    public async Task A_request_goes_out_without_nulls_and_as_both_contexts_write_it(int index)
    {
        var request = Requests.Corpus[index];

        var sent = await Wire.TextAsync(request);

        Wire.AssertNoNulls(sent);
        Wire.AssertSame(JsonSerializer.Serialize(request, PageMessagesJsonContext.Default.SendMessageRequest), sent);
        Wire.AssertSame(JsonSerializer.Serialize(request, OutboxJsonContext.Default.SendMessageRequest), sent);
    }

    [Fact]
    public async Task Emoji_go_out_as_their_own_bytes_from_every_member_that_takes_them()
    {
        var bytes = await Wire.BytesAsync(Requests.Everything);

        string[] texts = ["👩‍👩‍👧 🍕\"", "}} 👋\"", "Hello 👋\"", "/🍕.jpg\"", "Pay 💶\"", "PAY_💶\"", "\"❤\""];
        Assert.All(texts, t => Assert.True(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(t)) > 0, t));
        Assert.Equal(-1, bytes.AsSpan().IndexOf("\\ud"u8));
    }

    [Fact]
    public void The_corpus_has_every_member_of_every_type()
    {
        var set = new HashSet<string>();
        foreach (var request in Requests.Corpus)
            Walk(request, set);
        Walk(Requests.Answer, set);

        var declared = GeneratedTypes.Records.SelectMany(t => GeneratedTypes.Members(t).Select(m => $"{t.Name}.{m.Name}"));
        Assert.Equal(declared.Order(), set.Order());
    }

    private static void Collect(JsonElement json, HashSet<string> values)
    {
        foreach (var member in json.ValueKind == JsonValueKind.Object ? [.. json.EnumerateObject()] : Array.Empty<JsonProperty>())
        {
            if (Expected.EnumMembers.Contains(member.Name) && member.Value.ValueKind == JsonValueKind.String && member.Value.GetString() is not ("text 🍕" or "unheard_of"))
                values.Add($"{member.Name} {member.Value.GetString()}");
            Collect(member.Value, values);
        }

        foreach (var element in json.ValueKind == JsonValueKind.Array ? [.. json.EnumerateArray()] : Array.Empty<JsonElement>())
            Collect(element, values);
    }

    private static void Walk(object value, HashSet<string> members)
    {
        foreach (PropertyInfo property in GeneratedTypes.Members(value.GetType()))
        {
            if (property.GetValue(value) is not { } inner)
                continue;
            members.Add($"{value.GetType().Name}.{property.Name}");
            foreach (var item in inner as IEnumerable ?? new[] { inner })
            {
                if (GeneratedTypes.Records.Contains(item.GetType()))
                    Walk(item, members);
            }
        }
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;

namespace PageMessagesGen.Emulator.Tests.Support;

/// <summary>What the emulator answered over HTTP.</summary>
internal sealed record Answer(int Status, string Text, string? TraceId, string? Version, string? Rules)
{
    public JsonObject Json { get; } = JsonNode.Parse(Text) as JsonObject ?? [];

    public JsonObject Error => Json["error"]!.AsObject();

    public int Code => Error["code"]!.GetValue<int>();

    public int? Subcode => Error["error_subcode"]?.GetValue<int>();

    public string Message => Error["message"]!.GetValue<string>();

    public string? Find(string name) => Json[name]?.GetValue<string>();

    public IEnumerable<string> Names => Json.Select(p => p.Key);

    /// <summary>Asserts a refusal in the shape of Graph, with nothing in it that Graph does not have.</summary>
    public void AssertIsError(int code, int? subcode = null, string type = "OAuthException")
    {
        Assert.Equal(400, Status);
        Assert.Equal(["error"], Names);
        Assert.Equal((code, subcode), (Code, Subcode));
        Assert.Equal(type, Error["type"]!.GetValue<string>());
        Assert.StartsWith($"(#{code}) ", Message, StringComparison.Ordinal);
        Assert.Equal(TraceId, Error["fbtrace_id"]!.GetValue<string>());
        Assert.Empty(Error.Select(p => p.Key).Except(["message", "type", "code", "error_subcode", "error_user_title", "error_user_msg", "fbtrace_id"]));
        Assert.All(Error, p => Assert.NotEqual(JsonValueKind.Null, p.Value?.GetValueKind() ?? JsonValueKind.Null));
    }

    /// <summary>Asserts an acceptance with these members and no others.</summary>
    public void AssertIsReply(params string[] names)
    {
        Assert.True(Status == 200, $"{Status}: {Text}");
        Assert.Equal(names, Names);
    }
}

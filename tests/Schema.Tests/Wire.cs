using System.Text.Json;
using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Schema.Tests;

/// <summary>Turns JSON into the values that the judge reads.</summary>
internal static class Wire
{
    public static WireValue Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Of(document.RootElement);
    }

    private static WireValue Of(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => new WireObject(json.EnumerateObject().Select(p => new WireMember(p.Name, Of(p.Value), default)).ToEquatableArray(), default),
        JsonValueKind.Array => new WireList(json.EnumerateArray().Select(Of).ToEquatableArray(), default),
        JsonValueKind.String => new WireText(json.GetString()!, default),
        JsonValueKind.Number => new WireNumber(json.GetRawText(), default),
        JsonValueKind.True or JsonValueKind.False => new WireBoolean(json.GetBoolean(), default),
        _ => new WireNull(default),
    };
}

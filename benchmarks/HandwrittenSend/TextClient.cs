using System.Buffers;
using System.Net.Http.Headers;
using System.Text.Json;

namespace PageMessagesGen.Benchmarks.HandwrittenSend;

/// <summary>Sends a text. It knows no other kind of message, and of an error only the code and the message.</summary>
internal sealed class TextClient(HttpClient http, Uri baseAddress, string pageId, string accessToken)
{
    private readonly Uri _address = new(baseAddress, $"/v26.0/{pageId}/messages");
    private readonly AuthenticationHeaderValue _authorization = new("Bearer", accessToken);

    public async Task<string?> SendAsync(string customer, string text)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _address);
        request.Headers.Authorization = _authorization;
        request.Content = new ReadOnlyMemoryContent(Write(customer, text));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var response = await http.SendAsync(request);
        var (messageId, code, error) = Read(await response.Content.ReadAsByteArrayAsync());
        if (error is not null || !response.IsSuccessStatusCode)
            throw new InvalidOperationException($"Graph API error {code} (HTTP {(int)response.StatusCode}): {error}");
        return messageId;
    }

    private static ReadOnlyMemory<byte> Write(string customer, string text)
    {
        var output = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(output);
        json.WriteStartObject();
        json.WriteStartObject("recipient"u8);
        json.WriteString("id"u8, customer);
        json.WriteEndObject();
        json.WriteString("messaging_type"u8, "RESPONSE"u8);
        json.WriteStartObject("message"u8);
        json.WriteString("text"u8, text);
        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
        return output.WrittenMemory;
    }

    private static (string? MessageId, int Code, string? Error) Read(byte[] answer)
    {
        var (messageId, code, error) = ((string?)null, 0, (string?)null);
        var json = new Utf8JsonReader(answer);
        while (json.Read())
        {
            if (json.TokenType != JsonTokenType.PropertyName)
                continue;
            if (json.ValueTextEquals("message_id"u8) && json.Read())
                messageId = json.GetString();
            else if (json.ValueTextEquals("code"u8) && json.Read())
                code = json.GetInt32();
            else if (json.ValueTextEquals("message"u8) && json.Read())
                error = json.GetString();
        }

        return (messageId, code, error);
    }
}

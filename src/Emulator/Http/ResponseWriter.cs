using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using PageMessagesGen.Emulator.Limits;
using PageMessagesGen.Emulator.Responses;

namespace PageMessagesGen.Emulator.Http;

/// <summary>Writes responses as Graph does.</summary>
internal static class ResponseWriter
{
    /// <summary>The header with the number of deliveries that were dropped from the ledger.</summary>
    public const string DroppedHeader = "x-emulator-dropped";

    private const string JsonType = "application/json; charset=UTF-8";

    private const int Piece = 64 * 1024;

    // The responses are not embedded in HTML, so strings are not escaped for it.
    internal static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the response to a call.</summary>
    public static Task WriteAsync(HttpResponse response, GraphResponse answer, string version) =>
        WriteAsync(response, PrepareBody(response, answer, version).WrittenMemory);

    /// <summary>Sets the status and the headers of the response to a call, and gets its body.</summary>
    public static byte[] Prepare(HttpResponse response, GraphResponse answer, string version) =>
        PrepareBody(response, answer, version).WrittenSpan.ToArray();

    /// <summary>Writes the ledger as a list. It can be longer than an array, so it is written in pieces.</summary>
    public static async Task WriteAsync(HttpResponse response, DeliveryLedger ledger)
    {
        var ct = response.HttpContext.RequestAborted;
        response.Headers[DroppedHeader] = ledger.Dropped.ToString(CultureInfo.InvariantCulture);
        response.ContentType = JsonType;
        await using var json = new Utf8JsonWriter(response.Body, Readable);
        json.WriteStartArray();
        foreach (var delivery in ledger.Snapshot())
        {
            WriteDelivery(json, delivery);
            if (json.BytesPending > Piece)
                await json.FlushAsync(ct).ConfigureAwait(false);
        }

        json.WriteEndArray();
        await json.FlushAsync(ct).ConfigureAwait(false);
    }

    private static ArrayBufferWriter<byte> PrepareBody(HttpResponse response, GraphResponse answer, string version)
    {
        response.Headers["x-fb-trace-id"] = answer.TraceId;
        response.Headers["facebook-api-version"] = version;
        AddIfAny(response, RulesHeader.Name, RulesHeader.Write(answer.Rules.Select(r => r.Name).Distinct(StringComparer.Ordinal)));
        AddIfAny(response, CallUsage.PageHeader, answer.Usage?.PageJson);
        AddIfAny(response, CallUsage.AppHeader, answer.Usage?.AppJson);
        response.StatusCode = answer.Status;
        response.ContentType = JsonType;
        return ResponseJson.ToBytes(answer);
    }

    private static void AddIfAny(HttpResponse response, string name, string? value)
    {
        if (value is not null)
            response.Headers[name] = value;
    }

    private static Task WriteAsync(HttpResponse response, ReadOnlyMemory<byte> body)
    {
        response.ContentLength = body.Length;
        return response.Body.WriteAsync(body, response.HttpContext.RequestAborted).AsTask();
    }

    private static void WriteDelivery(Utf8JsonWriter json, Delivery delivery)
    {
        json.WriteStartObject();
        json.WriteNumber("sequence", delivery.Sequence);
        json.WriteString("time", delivery.Time);
        json.WriteString("page_id", delivery.PageId);
        json.WriteString("operation", delivery.Operation);
        json.WriteString("method", delivery.Method);
        json.WriteString("path", delivery.Path);
        WriteIfAny(json, "query", delivery.Query);
        if (delivery.Recipient is { } recipient)
        {
            json.WriteStartObject("recipient");
            json.WriteString("member", recipient.Member);
            json.WriteString("value", recipient.Value);
            json.WriteEndObject();
        }

        WriteIfAny(json, "message_id", delivery.MessageId);
        if (delivery.Body.Length > 0)
        {
            json.WritePropertyName("body");
            json.WriteRawValue(delivery.Body, skipInputValidation: true);
        }

        WriteFiles(json, delivery.Files);
        json.WriteEndObject();
    }

    private static void WriteFiles(Utf8JsonWriter json, IReadOnlyList<DeliveredFile> files)
    {
        if (files.Count == 0)
            return;
        json.WriteStartArray("files");
        foreach (var file in files)
        {
            json.WriteStartObject();
            json.WriteString("name", file.Name);
            json.WriteString("file_name", file.FileName);
            json.WriteString("content_type", file.ContentType);
            json.WriteNumber("length", file.Length);
            json.WriteString("sha256", file.Sha256);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteIfAny(Utf8JsonWriter json, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            json.WriteString(name, value);
    }
}

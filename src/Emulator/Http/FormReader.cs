using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace PageMessagesGen.Emulator.Http;

/// <summary>
/// Reads a body of <c>multipart/form-data</c> or <c>application/x-www-form-urlencoded</c>. Its fields become the members of one object: a
/// field with an object or a list is JSON, and any other a string. The bytes of files are counted, and not kept.
/// </summary>
internal sealed class FormReader
{
    private const int Piece = 64 * 1024;

    // A part has headers of its own, so it costs more than a field of a URL-encoded form.
    private const int MostParts = 1000;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly HttpRequest _request;
    private readonly bool _isMultipart;
    private readonly CancellationToken _ct;
    private readonly List<(string Name, string Value)> _fields = [];
    private readonly List<DeliveredFile> _files = [];
    private long _size;

    private FormReader(HttpRequest request, bool isMultipart, CancellationToken ct) => (_request, _isMultipart, _ct) = (request, isMultipart, ct);

    /// <summary>Creates a reader, or returns null if the body of a request is not a form.</summary>
    public static FormReader? For(HttpRequest request, CancellationToken ct)
    {
        var isMultipart = Has("multipart/form-data");
        return isMultipart || Has("application/x-www-form-urlencoded") ? new FormReader(request, isMultipart, ct) : null;

        bool Has(string type) => request.ContentType?.StartsWith(type, StringComparison.OrdinalIgnoreCase) == true;
    }

    /// <summary>Reads the form to its end.</summary>
    public async Task<RequestBody> ReadAsync()
    {
        try
        {
            if (_isMultipart)
                await ReadPartsAsync().ConfigureAwait(false);
            else
                await ReadPairsAsync().ConfigureAwait(false);
        }
        catch (Exception exception) when (IsInvalid(exception))
        {
            return RequestBody.Invalid($"The request body is not valid {(_isMultipart ? "multipart/form-data" : "application/x-www-form-urlencoded")}.");
        }

        if (_size > RequestBody.MostBytes)
            return RequestBody.TooLarge();
        if (!_isMultipart && _fields is [{ Name: ['{' or '[', ..] }, ..])
            return RequestBody.Invalid("The request body looks like JSON, but its Content-Type is that of a form. Send it with Content-Type: application/json.");
        if (_isMultipart && _fields.Count + _files.Count > MostParts)
            return RequestBody.Invalid($"The request body has more than {MostParts} parts.");
        return ToBody(_fields, _files);
    }

    /// <summary>Reads a URL-encoded form that is a string.</summary>
    /// <param name="text">The form; empty for no body.</param>
    /// <param name="files">The files beside it.</param>
    public static RequestBody Read(string text, IReadOnlyList<DeliveredFile> files)
    {
        if (text.Length == 0 && files.Count == 0)
            return RequestBody.Parse([]);
        var fields = new List<(string Name, string Value)>();
        ReadPairs(text, fields);
        return ToBody(fields, files);
    }

    private static RequestBody ToBody(List<(string Name, string Value)> fields, IReadOnlyList<DeliveredFile> files) =>
        fields.Count > RequestBody.MostValues ? RequestBody.TooManyValues() : RequestBody.OfForm(ToJson(fields), files);

    // The reader of parts throws an IOException for a body that ends before its last boundary.
    private bool IsInvalid(Exception exception) =>
        exception is InvalidDataException or DecoderFallbackException || (exception is IOException and not BadHttpRequestException && !_ct.IsCancellationRequested);

    private async Task ReadPartsAsync()
    {
        var boundary = MediaTypeHeaderValue.TryParse(_request.ContentType, out var type) ? HeaderUtilities.RemoveQuotes(type.Boundary).ToString() : "";
        if (boundary.Length == 0)
            throw new InvalidDataException();
        var reader = new MultipartReader(boundary, _request.Body, Piece);
        while (_fields.Count + _files.Count <= MostParts && await reader.ReadNextSectionAsync(_ct).ConfigureAwait(false) is { } section)
        {
            var name = ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var part) ? HeaderUtilities.RemoveQuotes(part.Name).ToString() : "";
            if (name.Length == 0)
                throw new InvalidDataException();
            _size += name.Length;
            if (part!.IsFileDisposition())
                _files.Add(await ReadFileAsync(section, part!, name).ConfigureAwait(false));
            else
                _fields.Add((name, await ReadTextAsync(section.Body).ConfigureAwait(false)));
        }
    }

    private async Task ReadPairsAsync() => ReadPairs(await ReadTextAsync(_request.Body).ConfigureAwait(false), _fields);

    private static void ReadPairs(string text, List<(string Name, string Value)> fields)
    {
        foreach (var pair in new QueryStringEnumerable(text))
        {
            fields.Add((pair.DecodeName().ToString(), pair.DecodeValue().ToString()));
            if (fields.Count > RequestBody.MostValues)
                return;
        }
    }

    private async Task<string> ReadTextAsync(Stream stream)
    {
        using var kept = new MemoryStream();
        await ReadAsync(stream, bytes =>
        {
            _size += bytes.Length;
            if (_size <= RequestBody.MostBytes)
                kept.Write(bytes.Span);
        }).ConfigureAwait(false);
        return Utf8.GetString(kept.GetBuffer(), 0, (int)kept.Length);
    }

    private async Task<DeliveredFile> ReadFileAsync(MultipartSection section, ContentDispositionHeaderValue part, string name)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var length = 0L;
        await ReadAsync(section.Body, bytes =>
        {
            length += bytes.Length;
            hash.AppendData(bytes.Span);
        }).ConfigureAwait(false);
        var fileName = part.FileNameStar.HasValue ? part.FileNameStar : HeaderUtilities.RemoveQuotes(part.FileName);
        _size += fileName.Length + (section.ContentType?.Length ?? 0);
        return new DeliveredFile(name, fileName.ToString(), section.ContentType ?? "", length, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private async Task ReadAsync(Stream stream, Action<ReadOnlyMemory<byte>> take)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Piece);
        int read;
        while ((read = await stream.ReadAsync(buffer, _ct).ConfigureAwait(false)) > 0)
            take(buffer.AsMemory(0, read));
        ArrayPool<byte>.Shared.Return(buffer);
    }

    private static byte[] ToJson(List<(string Name, string Value)> fields)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, ResponseWriter.Readable))
        {
            json.WriteStartObject();
            foreach (var (name, value) in fields)
            {
                json.WritePropertyName(name);
                if (value.AsSpan().TrimStart() is ['{' or '[', ..] && WireJson.IsJson(Encoding.UTF8.GetBytes(value)))
                    json.WriteRawValue(value);
                else
                    json.WriteStringValue(value);
            }

            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }
}

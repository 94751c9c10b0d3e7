using System.Text;
using System.Text.Json;

namespace PageMessagesGen.Http;

/// <summary>The body of a request with a file: each member of the JSON, and the file, is a part of <c>multipart/form-data</c>.</summary>
internal sealed class FileRequestContent : RequestContent
{
    private readonly MultipartFormDataContent _parts = [];
    private readonly GraphFile _file;

    /// <summary>Creates a body.</summary>
    /// <param name="json">The JSON, which is an object.</param>
    /// <param name="name">The name of the file's part.</param>
    /// <param name="file">The file.</param>
    /// <param name="deliversMessage">Whether it delivers a message to a person.</param>
    /// <exception cref="ArgumentException">The file is being sent, or cannot be sent again.</exception>
    public FileRequestContent(ReadOnlySpan<byte> json, string name, GraphFile file, bool deliversMessage)
        : base(deliversMessage)
    {
        _file = file;
        var stream = file.Take();
        var reader = new Utf8JsonReader(json);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var member = reader.GetString()!;
            reader.Read();
            _parts.Add(new ByteArrayContent(ReadValue(ref reader, json)), Quote(member));
        }

        _parts.Add(new FilePart(stream, file), Quote(name), file.FileName);
        Headers.ContentType = _parts.Headers.ContentType;
    }

    /// <inheritdoc/>
    protected override ValueTask WriteAsync(Stream stream, CancellationToken cancellationToken) => new(_parts.CopyToAsync(stream, cancellationToken));

    /// <inheritdoc/>
    protected override void Write(Stream stream, CancellationToken cancellationToken) => _parts.CopyTo(stream, null, cancellationToken);

    /// <inheritdoc/>
    protected override void Release()
    {
        _parts.Dispose();
        _file.Return();
    }

    /// <inheritdoc/>
    protected override bool TryComputeLength(out long length)
    {
        length = _parts.Headers.ContentLength ?? 0;
        return _parts.Headers.ContentLength is not null;
    }

    // A string is a part without quotes; anything else is JSON.
    private static byte[] ReadValue(ref Utf8JsonReader reader, ReadOnlySpan<byte> json)
    {
        if (reader.TokenType == JsonTokenType.String)
            return Encoding.UTF8.GetBytes(reader.GetString()!);
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return json[start..(int)reader.BytesConsumed].ToArray();
    }

    // Some servers do not read a name without quotes, which HttpClient leaves out.
    private static string Quote(string name) => $"\"{name}\"";
}

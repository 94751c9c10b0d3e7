using System.Net.Http.Headers;

namespace PageMessagesGen;

/// <summary>The bytes of a file that a request sends, such as an image from the disk.</summary>
/// <remarks>
/// A request with a file is sent as <c>multipart/form-data</c>: the file is a part of its own, and not in the JSON. The bytes are copied
/// from the stream to the connection in small pieces, so that a large file takes no memory. The stream is not disposed.
/// <para>
/// A file can be sent by one call at a time. It can be sent again if the stream can seek; the stream is then read from the same position.
/// </para>
/// </remarks>
/// <example><code>
/// await using var picture = File.OpenRead("menu.jpg");
/// Message = new() { Attachment = new ImageAttachment { File = new GraphFile(picture, "menu.jpg", "image/jpeg") } }
/// </code></example>
public sealed class GraphFile
{
    private readonly Stream _content;
    private readonly long _start;
    private int _reads;
    private bool _wasRead;

    /// <summary>Creates a file.</summary>
    /// <param name="content">The stream, which is read from its current position to its end.</param>
    /// <param name="fileName">The name of the file, such as <c>menu.jpg</c>. The customer sees it.</param>
    /// <param name="contentType">The media type, such as <c>image/jpeg</c>.</param>
    /// <exception cref="ArgumentException">
    /// The stream cannot be read, the name is empty or contains a path, a quote or a control character, or the media type is not valid.
    /// </exception>
    public GraphFile(Stream content, string fileName, string contentType)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentException.ThrowIfNullOrWhiteSpace(fileName);
        ArgumentException.ThrowIfNullOrWhiteSpace(contentType);
        if (!content.CanRead)
            throw new ArgumentException("The stream cannot be read.", nameof(content));
        if (fileName.Any(c => char.IsControl(c) || c is '"' or '/' or '\\'))
            throw new ArgumentException("A file name contains no path, no quote and no control character.", nameof(fileName));
        if (!MediaTypeHeaderValue.TryParse(contentType, out _))
            throw new ArgumentException("The media type is not valid. It must be one such as image/jpeg.", nameof(contentType));
        (_content, FileName, ContentType) = (content, fileName, contentType);
        _start = content.CanSeek ? content.Position : 0;
    }

    /// <summary>Gets the name of the file.</summary>
    public string FileName { get; }

    /// <summary>Gets the media type.</summary>
    public string ContentType { get; }

    /// <summary>Gets the receiver of the number of bytes of the file that were passed to the connection so far; null for none.</summary>
    public IProgress<long>? Progress { get; init; }

    /// <summary>Gets the number of bytes; null if the stream does not know it.</summary>
    internal long? Length => _content.CanSeek ? _content.Length - _start : null;

    /// <summary>Begins to read. No other call can read until <see cref="Return"/>.</summary>
    /// <exception cref="ArgumentException">The stream is being read, or was read and cannot seek.</exception>
    internal Stream Take()
    {
        if (Interlocked.Exchange(ref _reads, 1) != 0)
            throw new ArgumentException($"The file {FileName} is being sent by another call.");
        if (_content.CanSeek)
            _content.Position = _start;
        else if (_wasRead)
            throw new ArgumentException($"The file {FileName} was already sent, and its stream cannot be read again.");
        _wasRead = true;
        return _content;
    }

    /// <summary>Ends reading.</summary>
    internal void Return() => Volatile.Write(ref _reads, 0);
}

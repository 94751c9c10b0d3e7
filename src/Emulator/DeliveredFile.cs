namespace PageMessagesGen.Emulator;

/// <summary>A file that was sent beside the JSON of a request. Its bytes are not stored.</summary>
/// <param name="Name">The name of the part, such as <c>filedata</c>.</param>
/// <param name="FileName">The name of the file.</param>
/// <param name="ContentType">The media type; empty if there was none.</param>
/// <param name="Length">The number of bytes.</param>
/// <param name="Sha256">The SHA-256 hash of the bytes, in lowercase hexadecimal digits.</param>
public sealed record DeliveredFile(string Name, string FileName, string ContentType, long Length, string Sha256);

using System.Collections.Frozen;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace PageMessagesGen.Emulator.Inbox;

/// <summary>The files of the page, which are in the assembly.</summary>
internal static class InboxFiles
{
    private const string Folder = "inbox/";

    private static readonly Lazy<FrozenDictionary<string, InboxFile>> Files = new(Read);

    /// <summary>Writes a file, unless the browser has it. Returns <see langword="false"/> if there is no such file.</summary>
    public static async Task<bool> TryWriteAsync(HttpContext context, string name)
    {
        if (!Files.Value.TryGetValue(name, out var file))
            return false;
        var response = context.Response;
        response.Headers.ETag = file.Tag;
        response.Headers.CacheControl = "no-cache";
        if (context.Request.Headers.IfNoneMatch.Contains(file.Tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return true;
        }

        response.ContentType = file.ContentType;
        response.ContentLength = file.Content.Length;
        await response.Body.WriteAsync(file.Content, context.RequestAborted).ConfigureAwait(false);
        return true;
    }

    private static FrozenDictionary<string, InboxFile> Read()
    {
        var assembly = typeof(InboxFiles).Assembly;
        return assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .ToFrozenDictionary(name => name[Folder.Length..], name =>
            {
                using var stream = assembly.GetManifestResourceStream(name)!;
                var content = new byte[stream.Length];
                stream.ReadExactly(content);
                return new InboxFile(content, TypeOf(name), $"\"{Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 12))}\"");
            });
    }

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => "application/octet-stream",
    };

    /// <summary>A file.</summary>
    private sealed record InboxFile(ReadOnlyMemory<byte> Content, string ContentType, string Tag);
}

using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace PageMessagesGen.Receiving;

/// <summary>The key by which an event is recognized when it is delivered again.</summary>
internal static class EventKey
{
    private const int Size = 16;

    /// <summary>Gets the key of an event; null if nothing tells it from others. Samples are the same each time, and each is meant.</summary>
    /// <param name="webhook">The name of the webhook.</param>
    /// <param name="accepted">The event.</param>
    public static Guid? Of(string webhook, AcceptedEvent accepted)
    {
        if (accepted.Context.IsSample || accepted.Event.Identity is not { } identity)
            return null;

        // The lengths keep apart what would be the same text otherwise.
        var context = accepted.Context;
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{webhook.Length},{context.Object.Length},{context.PageId.Length},{accepted.TypeName.Length}:{webhook}{context.Object}{context.PageId}{accepted.TypeName}{identity}");
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(text.AsSpan()), hash);
        return new Guid(hash[..Size]);
    }
}

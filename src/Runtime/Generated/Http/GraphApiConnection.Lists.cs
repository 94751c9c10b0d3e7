using System.Runtime.CompilerServices;

namespace PageMessagesGen.Generated;

/// <content>Lists that are answered in pages, and answers that are structs.</content>
public sealed partial class GraphApiConnection
{
    private const string Token = "access_token";

    /// <summary>Reads a list that the server answers in pages.</summary>
    /// <param name="call">The operation.</param>
    /// <param name="address">The URL of the first page, from <see cref="Address"/>.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="GraphApiException">
    /// The server refused a call, no usable response was received, or the next page is on another host or was already read. The elements of
    /// earlier pages have been returned.
    /// </exception>
    public async IAsyncEnumerable<T> ListAsync<T>(CallDescription<ResponsePage<T>> call, Uri address, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var next = address; next is not null;)
        {
            seen.Add(next.AbsoluteUri);
            var page = await SendAsync(call, next, cancellationToken).ConfigureAwait(false);
            foreach (var element in page.Elements)
                yield return element;
            next = page.Next is null ? null : Next(page.Next, seen);
        }
    }

    /// <summary>Creates a list that cannot be read.</summary>
    /// <param name="failure">The exception that the first element throws.</param>
    public static async IAsyncEnumerable<T> FailedListAsync<T>(GraphApiException failure)
    {
        await Task.FromException(failure).ConfigureAwait(false);
        yield break;
    }

    /// <summary>Sends a call without a body and reads a response that is a struct. The parameters are those of the other methods.</summary>
    public async Task<TAnswer> SendValueAsync<TAnswer>(CallDescription<StrongBox<TAnswer>> call, Uri address, CancellationToken cancellationToken)
        where TAnswer : struct =>
        (await SendAsync(call, address, cancellationToken).ConfigureAwait(false)).Value;

    /// <summary>Validates a body, sends it and reads a response that is a struct. The parameters are those of the other methods.</summary>
    public async Task<TAnswer> SendValueAsync<TBody, TAnswer>(
        CallDescription<TBody, StrongBox<TAnswer>> call, Uri address, TBody body, string? platform, CancellationToken cancellationToken)
        where TBody : class
        where TAnswer : struct =>
        (await SendAsync(call, address, body, platform, cancellationToken).ConfigureAwait(false)).Value;

    /// <summary>Gets a method that reads a response that is a struct, as calls need it.</summary>
    /// <param name="read">The method that reads the struct.</param>
    public static JsonRead<StrongBox<T>?> Boxed<T>(JsonRead<T?> read)
        where T : struct =>
        (ref Utf8ResponseReader json) => read(ref json) is { } value ? new StrongBox<T>(value) : null;

    // The URL of the next page comes from the server. The token goes to the host of the options alone, and only in the header.
    private Uri Next(string text, HashSet<string> seen)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var next) || next.GetLeftPart(UriPartial.Authority) != new Uri(_root).GetLeftPart(UriPartial.Authority))
            throw new GraphApiException("The next page is on another host, which does not get the access token.");
        var query = next.Query.TrimStart('?').Split('&').Where(part => !Uri.UnescapeDataString(part.Split('=')[0]).Equals(Token, StringComparison.OrdinalIgnoreCase));
        var address = new UriBuilder(next) { Query = string.Join('&', query) }.Uri;
        return seen.Contains(address.AbsoluteUri) ? throw new GraphApiException("The next page was already read.") : address;
    }
}

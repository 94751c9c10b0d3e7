using System.Collections.Concurrent;
using PageMessagesGen.Http;

namespace PageMessagesGen.Calls;

/// <summary>The access tokens of Pages.</summary>
internal sealed class AccessTokens(GraphApiClientOptions options)
{
    private readonly AccessToken _shared = new(options.AccessToken, options.AppSecret);

    // The last token of each Page, as calls need it.
    private readonly ConcurrentDictionary<string, AccessToken> _provided = new(StringComparer.Ordinal);

    /// <summary>Gets the token of a Page. An unchanged token is the same object.</summary>
    /// <exception cref="GraphApiException">The provider returned no valid access token. Nothing was sent.</exception>
    public ValueTask<AccessToken> GetAsync(string pageId, Deadline deadline, CancellationToken cancellationToken) =>
        options.AccessTokenProvider is { } provider ? AskAsync(provider, pageId, deadline, cancellationToken) : new(_shared);

    private async ValueTask<AccessToken> AskAsync(
        Func<string, CancellationToken, ValueTask<string>> provider, string pageId, Deadline deadline, CancellationToken cancellationToken)
    {
        string value;
        try
        {
            value = await deadline.WaitAsync(provider(pageId, cancellationToken).AsTask(), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // Its message may contain a secret.
            cancellationToken.ThrowIfCancellationRequested();
            throw Failure(exception is TimeoutException ? "did not respond in time" : $"failed ({exception.GetType().Name})");
        }

        if (!OptionsCheck.IsToken(value))
            throw Failure("returned no valid access token");
        var known = _provided.GetValueOrDefault(pageId);
        return known?.Is(value) == true ? known : _provided[pageId] = new AccessToken(value, options.AppSecret);
    }

    private static GraphApiException Failure(string what) =>
        new($"The provider of access tokens {what}. Nothing was sent.") { Outcome = SendOutcome.NotSent };
}

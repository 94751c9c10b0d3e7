using System.Buffers;
using System.Collections;
using System.Collections.Immutable;

namespace PageMessagesGen.Emulator;

/// <summary>The Pages of an emulator. Their access tokens can be revoked and replaced while it runs, on any thread.</summary>
public sealed class PageCollection : IReadOnlyCollection<EmulatedPage>
{
    private readonly Lock _gate = new();
    private volatile TokenTable _tokens;

    internal PageCollection(IEnumerable<EmulatedPage> pages) => _tokens = TokenTable.Of([.. pages]);

    /// <summary>Gets the number of Pages.</summary>
    public int Count => _tokens.Pages.Count;

    /// <summary>Gets all tokens, also the revoked ones, to find them in a message.</summary>
    internal SearchValues<string> Tokens => _tokens.Search;

    /// <summary>Gets a Page with its current access token.</summary>
    /// <param name="pageId">The id of the Page.</param>
    /// <exception cref="KeyNotFoundException">There is no such Page.</exception>
    public EmulatedPage this[string pageId] =>
        _tokens.Pages.Find(p => p.Id == pageId) ?? throw new KeyNotFoundException("The emulator has no such Page.");

    /// <summary>Determines whether there is a Page.</summary>
    /// <param name="pageId">The id of the Page.</param>
    public bool Contains(string pageId) => _tokens.Pages.Exists(p => p.Id == pageId);

    /// <summary>Revokes the access token of a Page: calls with it are refused with error 190/467, until it is replaced.</summary>
    /// <param name="pageId">The id of the Page.</param>
    /// <exception cref="KeyNotFoundException">There is no such Page.</exception>
    public void RevokeToken(string pageId)
    {
        lock (_gate)
            _tokens = _tokens.WithRevoked(this[pageId].AccessToken);
    }

    /// <summary>Gives a Page another access token. Calls with the previous one are refused with error 190/467.</summary>
    /// <param name="pageId">The id of the Page.</param>
    /// <param name="accessToken">The new access token, as <see cref="GraphEmulatorOptions.AccessToken"/> describes it.</param>
    /// <exception cref="KeyNotFoundException">There is no such Page.</exception>
    /// <exception cref="ArgumentException">The token is invalid, or another Page has it.</exception>
    public void ReplaceToken(string pageId, string accessToken)
    {
        lock (_gate)
        {
            var (old, pages) = (this[pageId], _tokens.Pages);
            var page = old with { AccessToken = accessToken };
            page.Check();
            var revoked = old.AccessToken == accessToken ? _tokens.Revoked : _tokens.Revoked.Add(old.AccessToken);
            _tokens = TokenTable.Of(pages.Replace(old, page), revoked.Remove(accessToken));
        }
    }

    /// <inheritdoc/>
    public IEnumerator<EmulatedPage> GetEnumerator() => _tokens.Pages.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Finds the Page of a valid token, or null.</summary>
    internal string? FindByToken(string token) => _tokens is var tokens && tokens.Revoked.Contains(token) ? null : tokens.PageIds.GetValueOrDefault(token);

    /// <summary>Determines whether a token was revoked or replaced.</summary>
    internal bool IsRevoked(string token) => _tokens.Revoked.Contains(token);

    /// <summary>The Pages and tokens at one time. A call sees either all of a change or nothing of it.</summary>
    private sealed record TokenTable(
        ImmutableList<EmulatedPage> Pages, ImmutableDictionary<string, string> PageIds, ImmutableHashSet<string> Revoked, SearchValues<string> Search)
    {
        /// <exception cref="ArgumentException">Two Pages have the same id or the same token.</exception>
        public static TokenTable Of(ImmutableList<EmulatedPage> pages, ImmutableHashSet<string>? revoked = null)
        {
            if (pages.Select(p => p.Id).Distinct(StringComparer.Ordinal).Count() != pages.Count)
                throw new ArgumentException("Two Pages have the same id.");
            if (pages.Select(p => p.AccessToken).Distinct(StringComparer.Ordinal).Count() != pages.Count)
                throw new ArgumentException("Two Pages have the same access token.");
            return new TokenTable(
                pages,
                pages.ToImmutableDictionary(p => p.AccessToken, p => p.Id, StringComparer.Ordinal),
                revoked ?? ImmutableHashSet.Create<string>(StringComparer.Ordinal),
                SearchValues.Create([.. pages.Select(p => p.AccessToken).Concat(revoked ?? [])], StringComparison.Ordinal));
        }

        public TokenTable WithRevoked(string token) => this with { Revoked = Revoked.Add(token) };
    }
}

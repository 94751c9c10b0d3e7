using System.Buffers;
using PageMessagesGen.Emulator.Responses;
using PageMessagesGen.Emulator.State;
using PageMessagesGen.Emulator.Webhooks;

namespace PageMessagesGen.Emulator;

/// <summary>The customers of an emulator. Any id is a customer: the person behind it is made up when it is first used.</summary>
public sealed class PageCustomers
{
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");

    private readonly EmulatorState _state;
    private readonly PageCollection _pages;
    private readonly UnavailablePeople _unavailable;
    private readonly WebhookSender? _webhooks;
    private readonly string _pageId;

    internal PageCustomers(EmulatorState state, GraphEmulatorOptions options, PageCollection pages, UnavailablePeople unavailable, WebhookSender? webhooks)
    {
        (_state, _pages, _unavailable, _webhooks) = (state, pages, unavailable, webhooks);
        (_pageId, Platform) = (options.PageId, options.Platform);
    }

    /// <summary>Gets the platform of people of whom nothing else is known.</summary>
    internal string? Platform { get; }

    /// <summary>Gets a customer of the Page <see cref="GraphEmulator.PageId"/>.</summary>
    /// <param name="id">The Page-scoped or Instagram-scoped id, in digits.</param>
    /// <exception cref="ArgumentException">The id does not consist of digits.</exception>
    public Customer this[string id] => Of(_pageId, id);

    /// <summary>Gets a customer of a Page.</summary>
    /// <param name="pageId">The id of the Page.</param>
    /// <param name="id">The Page-scoped or Instagram-scoped id, in digits.</param>
    /// <exception cref="ArgumentException">The id does not consist of digits, or there is no such Page.</exception>
    public Customer Of(string pageId, string id)
    {
        if (!_pages.Contains(pageId))
            throw new ArgumentException("The emulator has no such Page.", nameof(pageId));
        if (string.IsNullOrEmpty(id) || id.AsSpan().ContainsAnyExcept(Digits))
            throw new ArgumentException("The id of a customer consists of digits.", nameof(id));
        return new Customer(_state, this, pageId, id);
    }

    /// <summary>Creates a customer with a new id, who counts as having just written.</summary>
    /// <param name="platform">The platform, <c>messenger</c> or <c>instagram</c>; null for that of the emulator.</param>
    /// <param name="name">The name, first name first; null for a made-up one.</param>
    /// <param name="pageId">The id of the Page; null for <see cref="GraphEmulator.PageId"/>.</param>
    /// <exception cref="ArgumentException">There is no such Page.</exception>
    public Customer Add(string? platform = null, string? name = null, string? pageId = null)
    {
        var customer = Of(pageId ?? _pageId, NewId.OfObject());
        var words = name?.Trim().Split(' ', 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
        People.Change(_state, customer.PageId, customer.Id, platform ?? Platform, person => words.Length == 0
            ? person
            : person with { FirstName = words[0], LastName = words.Length > 1 ? words[1] : "" });
        return customer;
    }

    internal bool IsBlocked(string id) => _unavailable.Contains(id);

    internal void SetBlocked(string id, bool isBlocked)
    {
        if (isBlocked)
            _unavailable.Add(id);
        else
            _unavailable.Remove(id);
        _state.Journal.Touch();
    }

    internal void Post(WebhookEvent happened) => _webhooks?.Add(happened);
}

using PageMessagesGen.Emulator.Endpoints;
using PageMessagesGen.Emulator.Responses;
using PageMessagesGen.Emulator.State;

namespace PageMessagesGen.Emulator;

/// <summary>
/// What Pages have prepared for their messages. A program prepares it by calls; a test can also do it here, and decide about templates, as
/// reviewers do.
/// </summary>
public sealed class PageAssets
{
    private readonly EmulatorState _state;
    private readonly string _pageId;

    internal PageAssets(EmulatorState state, string pageId) => (_state, _pageId) = (state, pageId);

    /// <summary>Adds an attachment, as if it had been uploaded.</summary>
    /// <param name="type">The type, such as <c>image</c>.</param>
    /// <param name="id">The id, in digits; null for a new one.</param>
    /// <param name="pageId">The Page; null for <see cref="GraphEmulator.PageId"/>.</param>
    /// <returns>The id, for <c>attachment_id</c>.</returns>
    public string AddAttachment(string type, string? id = null, string? pageId = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(type);
        id ??= NewId.OfObject();
        _state.Attachments.Set(pageId ?? _pageId, id, new SavedAttachment(id, type, null));
        return id;
    }

    /// <summary>Adds a persona.</summary>
    /// <param name="name">The name.</param>
    /// <param name="profilePictureUrl">Where the picture is.</param>
    /// <param name="id">The id, in digits; null for a new one.</param>
    /// <param name="pageId">The Page; null for <see cref="GraphEmulator.PageId"/>.</param>
    /// <returns>The id, for <c>persona_id</c>.</returns>
    public string AddPersona(string name, Uri profilePictureUrl, string? id = null, string? pageId = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(profilePictureUrl);
        id ??= NewId.OfObject();
        _state.Personas.Set(pageId ?? _pageId, id, new SavedPersona(id, name, profilePictureUrl.ToString()));
        return id;
    }

    /// <summary>Adds a template for utility messages, which is approved.</summary>
    /// <param name="name">The name.</param>
    /// <param name="language">The language, such as <c>en</c>.</param>
    /// <param name="pageId">The Page; null for <see cref="GraphEmulator.PageId"/>.</param>
    /// <returns>The id.</returns>
    public string AddTemplate(string name, string language, string? pageId = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentException.ThrowIfNullOrEmpty(language);
        var id = NewId.OfObject();
        _state.Templates.Set(pageId ?? _pageId, id, new SavedTemplate(id, name, language, TemplateStatus.Approved, "{}"));
        return id;
    }

    /// <summary>Approves a template that a program has created.</summary>
    /// <param name="id">The id of the template.</param>
    /// <param name="pageId">The Page; null for <see cref="GraphEmulator.PageId"/>.</param>
    /// <exception cref="KeyNotFoundException">There is no such template.</exception>
    public void ApproveTemplate(string id, string? pageId = null) => Decide(id, pageId, TemplateStatus.Approved);

    /// <summary>Rejects a template that a program has created.</summary>
    /// <param name="id">The id of the template.</param>
    /// <param name="pageId">The Page; null for <see cref="GraphEmulator.PageId"/>.</param>
    /// <exception cref="KeyNotFoundException">There is no such template.</exception>
    public void RejectTemplate(string id, string? pageId = null) => Decide(id, pageId, TemplateStatus.Rejected);

    private void Decide(string id, string? pageId, string status)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        _ = _state.Templates.Find(pageId ?? _pageId, id) ?? throw new KeyNotFoundException("The Page has no such template.");
        _state.Templates.TryUpdate(pageId ?? _pageId, id, template => template! with { Status = status }, out _);
    }
}

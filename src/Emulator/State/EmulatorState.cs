using System.Globalization;
using System.Text.Json;

namespace PageMessagesGen.Emulator.State;

/// <summary>What an emulator remembers of the calls and of what customers did.</summary>
internal sealed class EmulatorState
{
    private const string Offset = "offset";

    /// <exception cref="ArgumentException">What is stored is not valid.</exception>
    public EmulatorState(GraphEmulatorOptions options, EmulatorClock clock, Journal journal)
    {
        var storage = options.Storage;
        (Clock, Journal) = (clock, journal);
        AppId = options.Webhook?.AppId ?? WebhookOptions.DefaultAppId;
        var json = StateJsonContext.Default;
        People = new("person", json.Person, storage);
        Attachments = new("attachment", json.SavedAttachment, storage);
        Personas = new("persona", json.SavedPersona, storage);
        Templates = new("template", json.SavedTemplate, storage);
        Tokens = new("token", json.NotificationToken, storage);
        Comments = new("comment", json.Comment, storage);
        Profile = new("profile", json.Setting, storage);
        UserSettings = new("user_settings", json.Setting, storage);
        Unavailable = new("unavailable", json.Setting, storage);
        Clocks = new("clock", json.Setting, storage);
        if (storage is not null)
        {
            Restore(storage.Load());
            journal.Added = entry => storage.Append(JsonSerializer.Serialize(entry, json.JournalEntry), entry.Sequence);
        }

        People.Changed = Templates.Changed = Personas.Changed = Profile.Changed = journal.Touch;
        if (Clocks.Find("", Offset) is { } offset)
            clock.Restore(TimeSpan.TryParse(offset.Json, CultureInfo.InvariantCulture, out var ahead) ? ahead : throw Damaged());
        clock.Set = KeepClock;
    }

    /// <summary>Gets the clock by which windows close.</summary>
    public EmulatorClock Clock { get; }

    /// <summary>Gets what happened.</summary>
    public Journal Journal { get; }

    /// <summary>Gets the id of the app that calls the emulator.</summary>
    public string AppId { get; }

    /// <summary>Gets or sets the base URL of the emulator, for the URLs of pictures.</summary>
    public Uri BaseAddress { get; set; } = new("http://127.0.0.1/");

    /// <summary>Gets the customers.</summary>
    public StateTable<Person> People { get; }

    /// <summary>Gets the attachments that were saved for reuse.</summary>
    public StateTable<SavedAttachment> Attachments { get; }

    /// <summary>Gets the personas.</summary>
    public StateTable<SavedPersona> Personas { get; }

    /// <summary>Gets the templates for utility messages.</summary>
    public StateTable<SavedTemplate> Templates { get; }

    /// <summary>Gets the tokens that let a Page write outside the window.</summary>
    public StateTable<NotificationToken> Tokens { get; }

    /// <summary>Gets the comments, and the posts by visitors.</summary>
    public StateTable<Comment> Comments { get; }

    /// <summary>Gets the parts of the Messenger profile, by their names.</summary>
    public StateTable<Setting> Profile { get; }

    /// <summary>Gets the settings of single customers, by the customer's id.</summary>
    public StateTable<Setting> UserSettings { get; }

    /// <summary>Gets the addresses that cannot be reached.</summary>
    public StateTable<Setting> Unavailable { get; }

    private StateTable<Setting> Clocks { get; }

    private void KeepClock()
    {
        Clocks.Set("", Offset, new Setting(Offset, Clock.Offset.ToString("c", CultureInfo.InvariantCulture)));
        Journal.Touch();
    }

    private void Restore(StoredState stored)
    {
        try
        {
            foreach (var row in stored.Objects)
                RestorerOf(row.Kind)(row);
            Journal.Restore(stored.Entries.Select(entry => JsonSerializer.Deserialize(entry, StateJsonContext.Default.JournalEntry) ?? throw new JsonException()));
        }
        catch (JsonException exception)
        {
            throw Damaged(exception);
        }
    }

    private static ArgumentException Damaged(Exception? cause = null) =>
        new("The stored state is not valid: it is of another version of the emulator, or it is damaged.", cause);

    private Action<StoredObject> RestorerOf(string kind) => kind switch
    {
        _ when kind == People.Kind => People.Restore,
        _ when kind == Attachments.Kind => Attachments.Restore,
        _ when kind == Personas.Kind => Personas.Restore,
        _ when kind == Templates.Kind => Templates.Restore,
        _ when kind == Tokens.Kind => Tokens.Restore,
        _ when kind == Comments.Kind => Comments.Restore,
        _ when kind == Profile.Kind => Profile.Restore,
        _ when kind == UserSettings.Kind => UserSettings.Restore,
        _ when kind == Unavailable.Kind => Unavailable.Restore,
        _ when kind == Clocks.Kind => Clocks.Restore,
        _ => throw new JsonException(),
    };
}

namespace PageMessagesGen.Emulator.State;

/// <summary>Keeps the state of an emulator beyond its end. It is called on any thread, and returns before the disk is written.</summary>
internal interface IStorage : IAsyncDisposable
{
    /// <summary>Reads all that is stored.</summary>
    StoredState Load();

    /// <summary>Stores an object in place of the one with the same key.</summary>
    void Save(StoredObject stored);

    /// <summary>Removes an object.</summary>
    void Remove(StoredObject stored);

    /// <summary>Stores an entry of the journal.</summary>
    void Append(string entry, long sequence);
}

/// <summary>A stored object.</summary>
/// <param name="Kind">The kind, such as <c>persona</c>.</param>
/// <param name="PageId">The Page that it belongs to.</param>
/// <param name="Id">The id, unique among those of the kind and the Page.</param>
/// <param name="Json">The object.</param>
internal sealed record StoredObject(string Kind, string PageId, string Id, string Json);

/// <summary>All that is stored.</summary>
/// <param name="Objects">The objects, in the order of their first storing.</param>
/// <param name="Entries">The entries of the journal, in order.</param>
internal sealed record StoredState(IReadOnlyList<StoredObject> Objects, IReadOnlyList<string> Entries);

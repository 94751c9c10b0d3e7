using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace PageMessagesGen.Emulator.State;

/// <summary>The objects of one kind, by Page and id, in the order in which they were added. It is thread-safe.</summary>
/// <param name="kind">The name of the kind in the storage.</param>
/// <param name="json">How an object is stored.</param>
/// <param name="storage">The storage, if there is one.</param>
internal sealed class StateTable<T>(string kind, JsonTypeInfo<T> json, IStorage? storage)
    where T : class
{
    private readonly Lock _gate = new();
    private readonly OrderedDictionary<(string PageId, string Id), T> _objects = [];

    /// <summary>Occurs when an object has been set or removed.</summary>
    public Action? Changed { get; set; }

    /// <summary>Gets the name of the kind in the storage.</summary>
    public string Kind => kind;

    /// <summary>Finds an object, or returns null.</summary>
    public T? Find(string pageId, string id)
    {
        lock (_gate)
            return _objects.GetValueOrDefault((pageId, id));
    }

    /// <summary>Gets the objects of a Page.</summary>
    public IReadOnlyList<T> Of(string pageId)
    {
        lock (_gate)
            return [.. _objects.Where(o => o.Key.PageId == pageId).Select(o => o.Value)];
    }

    /// <summary>Gets all objects with their Pages.</summary>
    public IReadOnlyList<(string PageId, T Value)> All()
    {
        lock (_gate)
            return [.. _objects.Select(o => (o.Key.PageId, o.Value))];
    }

    /// <summary>Sets an object.</summary>
    public void Set(string pageId, string id, T value)
    {
        lock (_gate)
            Store(pageId, id, value);
        Changed?.Invoke();
    }

    /// <summary>Replaces an object, if there is one that the function does not leave as it is. Two calls do not overlap.</summary>
    /// <param name="pageId">The Page.</param>
    /// <param name="id">The id.</param>
    /// <param name="update">Gets the new object from the old one, or from null for a new id. It can return null to set nothing.</param>
    /// <param name="value">The object afterwards.</param>
    /// <returns><see langword="true"/> if the object was set; otherwise, <see langword="false"/>.</returns>
    public bool TryUpdate(string pageId, string id, Func<T?, T?> update, [NotNullWhen(true)] out T? value)
    {
        lock (_gate)
        {
            var old = _objects.GetValueOrDefault((pageId, id));
            value = update(old);
            if (value is null || ReferenceEquals(value, old))
                return false;
            Store(pageId, id, value);
        }

        Changed?.Invoke();
        return true;
    }

    /// <summary>Removes an object.</summary>
    /// <returns><see langword="true"/> if there was one; otherwise, <see langword="false"/>.</returns>
    public bool Remove(string pageId, string id)
    {
        lock (_gate)
        {
            if (!_objects.Remove((pageId, id)))
                return false;
            storage?.Remove(new StoredObject(kind, pageId, id, ""));
        }

        Changed?.Invoke();
        return true;
    }

    /// <summary>Restores an object of an earlier run.</summary>
    /// <exception cref="JsonException">The object is not valid.</exception>
    public void Restore(StoredObject stored) => _objects[(stored.PageId, stored.Id)] =
        JsonSerializer.Deserialize(stored.Json, json) ?? throw new JsonException();

    private void Store(string pageId, string id, T value)
    {
        _objects[(pageId, id)] = value;
        storage?.Save(new StoredObject(kind, pageId, id, JsonSerializer.Serialize(value, json)));
    }
}

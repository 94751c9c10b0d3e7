using System.Collections;

namespace PageMessagesGen.Schema.Model;

/// <summary>Something that is found by its name.</summary>
internal interface INamed
{
    /// <summary>The name.</summary>
    string Name { get; }
}

/// <summary>
/// An immutable list whose elements are found by name at once: a schema can have tens of thousands of them, and each is
/// looked for as often. Like <see cref="EquatableArray{T}"/> it is equal to a list with equal elements.
/// </summary>
/// <typeparam name="T">The type of the elements.</typeparam>
internal sealed class NamedList<T> : IReadOnlyList<T>, IEquatable<NamedList<T>>
    where T : class, INamed, IEquatable<T>
{
    private readonly EquatableArray<T> _items;
    private readonly Lazy<Dictionary<string, T>> _byName;

    internal NamedList(EquatableArray<T> items)
    {
        _items = items;
        _byName = new(() => Index(items));
    }

    /// <inheritdoc/>
    public int Count => _items.Count;

    /// <inheritdoc/>
    public T this[int index] => _items[index];

    /// <summary>Finds the first element of a name, or null.</summary>
    public T? Find(string name) => _byName.Value.TryGetValue(name, out var item) ? item : null;

    /// <inheritdoc/>
    public bool Equals(NamedList<T>? other) => other is not null && _items.Equals(other._items);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as NamedList<T>);

    /// <inheritdoc/>
    public override int GetHashCode() => _items.GetHashCode();

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static Dictionary<string, T> Index(EquatableArray<T> items)
    {
        var index = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            if (!index.ContainsKey(item.Name))
                index.Add(item.Name, item);
        }

        return index;
    }
}

/// <summary>Makes <see cref="NamedList{T}"/> values.</summary>
internal static class NamedList
{
    /// <summary>Makes a list without elements.</summary>
    public static NamedList<T> Empty<T>()
        where T : class, INamed, IEquatable<T> => new(default);

    /// <summary>Makes a list of all elements of a sequence.</summary>
    public static NamedList<T> ToNamedList<T>(this IEnumerable<T> items)
        where T : class, INamed, IEquatable<T> => new(items.ToEquatableArray());
}

using System.Collections.Concurrent;
using PageMessagesGen.Emulator.State;

namespace PageMessagesGen.Emulator;

/// <summary>
/// The people who cannot be reached. A request to one of them is refused with error 551 and delivers nothing. The list is
/// thread-safe and can be changed while the emulator runs.
/// </summary>
public sealed class UnavailablePeople
{
    private readonly ConcurrentDictionary<string, bool> _people = new(StringComparer.Ordinal);

    private readonly StateTable<Setting> _stored;

    internal UnavailablePeople(IEnumerable<string> people, StateTable<Setting> stored)
    {
        _stored = stored;
        foreach (var (_, person) in stored.All())
            _people[person.Name] = true;
        foreach (var person in people)
            Add(person);
    }

    /// <summary>Gets the number of people in the list.</summary>
    public int Count => _people.Count;

    /// <summary>Makes a person unavailable.</summary>
    /// <param name="person">The address of the person in requests: an id, a phone number or a comment id.</param>
    /// <exception cref="ArgumentException">The address is null or empty.</exception>
    public void Add(string person)
    {
        ArgumentException.ThrowIfNullOrEmpty(person);
        if (_people.TryAdd(person, true))
            _stored.Set("", person, new Setting(person, "true"));
    }

    /// <summary>Makes a person available again.</summary>
    /// <param name="person">The address that was added.</param>
    /// <returns><see langword="true"/> if the person was in the list; otherwise, <see langword="false"/>.</returns>
    public bool Remove(string person)
    {
        if (!_people.TryRemove(person, out _))
            return false;
        _stored.Remove("", person);
        return true;
    }

    /// <summary>Determines whether a person is unavailable.</summary>
    /// <param name="person">The address, which is case-sensitive.</param>
    public bool Contains(string person) => _people.ContainsKey(person);

    /// <summary>Makes all people available again.</summary>
    public void Clear()
    {
        foreach (var person in _people.Keys)
            Remove(person);
    }
}

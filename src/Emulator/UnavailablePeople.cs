using System.Collections.Concurrent;

namespace PageMessagesGen.Emulator;

/// <summary>
/// The people who cannot be reached. A request to one of them is refused with error 551 and delivers nothing. The list is
/// thread-safe and can be changed while the emulator runs.
/// </summary>
public sealed class UnavailablePeople
{
    private readonly ConcurrentDictionary<string, bool> _people = new(StringComparer.Ordinal);

    internal UnavailablePeople(IEnumerable<string> people)
    {
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
        _people[person] = true;
    }

    /// <summary>Makes a person available again.</summary>
    /// <param name="person">The address that was added.</param>
    /// <returns><see langword="true"/> if the person was in the list; otherwise, <see langword="false"/>.</returns>
    public bool Remove(string person) => _people.TryRemove(person, out _);

    /// <summary>Determines whether a person is unavailable.</summary>
    /// <param name="person">The address, which is case-sensitive.</param>
    public bool Contains(string person) => _people.ContainsKey(person);

    /// <summary>Makes all people available again.</summary>
    public void Clear() => _people.Clear();
}

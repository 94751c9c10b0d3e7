using System.Collections.Concurrent;

namespace PageMessagesGen.Emulator;

/// <summary>
/// The people who cannot be reached: a request to one of them is refused with error 551 and delivers nothing. It may be read
/// and changed by any thread while the emulator runs.
/// </summary>
public sealed class UnavailablePeople
{
    private readonly ConcurrentDictionary<string, bool> _people = new(StringComparer.Ordinal);

    internal UnavailablePeople(IEnumerable<string> people)
    {
        foreach (var person in people)
            Add(person);
    }

    /// <summary>The number of people in the list.</summary>
    public int Count => _people.Count;

    /// <summary>Makes a person unavailable.</summary>
    /// <param name="person">The address that requests use for this person, whichever kind it is: an id, a phone number, a comment id.</param>
    /// <exception cref="ArgumentException">The address is null or empty.</exception>
    public void Add(string person)
    {
        ArgumentException.ThrowIfNullOrEmpty(person);
        _people[person] = true;
    }

    /// <summary>Makes a person available again.</summary>
    /// <param name="person">The address that was added.</param>
    /// <returns>Whether the person was in the list.</returns>
    public bool Remove(string person) => _people.TryRemove(person, out _);

    /// <summary>Tells whether a person is unavailable.</summary>
    /// <param name="person">The address, compared letter by letter.</param>
    public bool Contains(string person) => _people.ContainsKey(person);

    /// <summary>Makes everybody available again.</summary>
    public void Clear() => _people.Clear();
}

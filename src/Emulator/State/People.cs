using System.Security.Cryptography;
using System.Text;

namespace PageMessagesGen.Emulator.State;

/// <summary>Makes up the people behind ids. An id always has the same name.</summary>
internal static class People
{
    private static readonly string[] FirstNames =
    [
        "Aino", "Ben", "Chidi", "Dalia", "Elif", "Finn", "Gita", "Hugo", "Ines", "Jun", "Kofi", "Lena", "Mateo", "Nadia", "Oskar", "Priya",
        "Quinn", "Rosa", "Sami", "Thea", "Umar", "Vera", "Wanda", "Ximena", "Yuki", "Zoe",
    ];

    private static readonly string[] LastNames =
    [
        "Ahola", "Brandt", "Castro", "Dimitrov", "Eriksen", "Fofana", "Garcia", "Haddad", "Ito", "Jansen", "Kaya", "Lindqvist", "Moreau",
        "Novak", "Okafor", "Pereira", "Quist", "Rossi", "Silva", "Tanaka", "Ulrich", "Virtanen", "Weber", "Xu", "Yilmaz", "Zielinski",
    ];

    /// <summary>Makes up a person who has just written.</summary>
    public static Person MakeUp(string id, string? platform, DateTimeOffset now)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(id));
        return new Person(id, FirstNames[hash[0] % FirstNames.Length], LastNames[hash[1] % LastNames.Length], platform, now);
    }

    /// <summary>Gets a person, who is made up if nothing is known of them: they count as having written just now.</summary>
    public static Person Meet(EmulatorState state, string pageId, string id, string? platform)
    {
        if (state.People.Find(pageId, id) is { } known)
            return known;
        state.People.TryUpdate(pageId, id, person => person ?? MakeUp(id, platform, state.Clock.GetUtcNow()), out var met);
        return met!;
    }

    /// <summary>Changes a person, who is made up first if nothing is known of them.</summary>
    public static Person Change(EmulatorState state, string pageId, string id, string? platform, Func<Person, Person> change)
    {
        state.People.TryUpdate(pageId, id, person => change(person ?? MakeUp(id, platform, state.Clock.GetUtcNow())), out var changed);
        return changed!;
    }
}

using Microsoft.CodeAnalysis;
using PageMessagesGen.Analyzers.Rules;

namespace PageMessagesGen.Analyzers.Screening;

/// <summary>A member while a screen is built: first it gathers for what rules ask, then it takes a bit for each of these facts.</summary>
/// <param name="name">Its name on the wire; null for the object itself.</param>
/// <param name="property">The property; null if there is none.</param>
internal sealed class ScreenedMember(string? name, IPropertySymbol? property)
{
    private readonly Dictionary<string, ulong> _values = new(StringComparer.Ordinal);

    public string? Name { get; } = name;

    public IPropertySymbol? Property { get; } = property;

    public List<ScreenedMember> Inner { get; } = [];

    /// <summary>The values for which rules ask.</summary>
    public HashSet<string> Values { get; } = new(StringComparer.Ordinal);

    /// <summary>What rules limit, and the fact that it is beyond that.</summary>
    public Dictionary<Limit, ulong> Limits { get; } = [];

    public ulong Absent { get; private set; }

    public ulong Present { get; private set; }

    /// <summary>The fact that it has a value for which no rule asks.</summary>
    public ulong Other { get; private set; }

    public ulong AllValues => _values.Values.Aggregate(Other, (all, value) => all | value);

    /// <summary>All facts about it itself.</summary>
    public ulong Own => Limits.Values.Aggregate(Absent | Present | AllValues, (all, limit) => all | limit);

    /// <summary>All facts about it, and about what is inside of it.</summary>
    public ulong Whole => Inner.Aggregate(Own, (all, member) => all | member.Whole);

    public ScreenedMember? Find(string name) => Inner.Find(member => member.Name == name);

    public ScreenedMember Add(string name, IPropertySymbol? property)
    {
        var member = new ScreenedMember(name, property);
        Inner.Add(member);
        return member;
    }

    public void AddLimit(Limit limit) => Limits[limit] = 0;

    /// <summary>Gives each fact a bit.</summary>
    /// <param name="count">How many bits are taken.</param>
    public void TakeBits(ref int count)
    {
        if (Name is not null)
        {
            Absent = Take(ref count);
            Present = Take(ref count);
            if (Values.Count > 0)
                Other = Take(ref count);
            foreach (var value in Values)
                _values[value] = Take(ref count);
            foreach (var limit in Limits.Keys.ToList())
                Limits[limit] = Take(ref count);
        }

        foreach (var member in Inner)
            member.TakeBits(ref count);
    }

    public ulong Having(string value) => _values.TryGetValue(value, out var fact) ? fact : Other;

    public ulong AnyOf(IEnumerable<string> values) => values.Aggregate(0UL, (all, value) => all | Having(value));

    public ulong NoneOf(IReadOnlyCollection<string> values) => _values.Where(value => !values.Contains(value.Key)).Aggregate(Other, (all, value) => all | value.Value);

    public ulong Beyond(Limit limit) => Limits[limit];

    private static ulong Take(ref int count) => 1UL << (count++ & 63);
}

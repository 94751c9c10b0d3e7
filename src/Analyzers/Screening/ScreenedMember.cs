using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PageMessagesGen.Analyzers.Rules;

namespace PageMessagesGen.Analyzers.Screening;

/// <summary>
/// A member while a screen is built: first it gathers for what rules ask, then it takes a bit for each of these facts, one after
/// the other, and then what is inside of it does.
/// </summary>
/// <param name="name">Its name on the wire; null for the object itself.</param>
/// <param name="property">The property; null if there is none.</param>
internal sealed class ScreenedMember(string? name, IPropertySymbol? property)
{
    private int _firstValue;
    private int _firstLimit;

    public string? Name { get; } = name;

    public IPropertySymbol? Property { get; } = property;

    public List<ScreenedMember> Inner { get; } = [];

    /// <summary>The values for which rules ask.</summary>
    public List<string> Values { get; } = [];

    /// <summary>What rules limit.</summary>
    public List<Limit> Limits { get; } = [];

    public ulong Absent { get; private set; }

    public ulong Present { get; private set; }

    /// <summary>The fact that it has a value for which no rule asks.</summary>
    public ulong Other { get; private set; }

    public ulong AllValues => Other | Bits(_firstValue, Values.Count);

    /// <summary>All facts about it, and about what is inside of it.</summary>
    public ulong Whole { get; private set; }

    public ScreenedMember? Find(string name) => Inner.Find(member => member.Name == name);

    public ScreenedMember Add(string name, IPropertySymbol? property)
    {
        var member = new ScreenedMember(name, property);
        Inner.Add(member);
        return member;
    }

    /// <summary>Notes that a rule asks for some values.</summary>
    public void AskFor(ImmutableArray<string> values) => Values.AddRange(values.Except(Values));

    /// <summary>Notes that a rule limits it.</summary>
    public void AskFor(Limit limit)
    {
        if (!Limits.Contains(limit))
            Limits.Add(limit);
    }

    /// <summary>Gives each fact a bit.</summary>
    /// <param name="count">How many bits are taken.</param>
    public void TakeBits(ref int count)
    {
        var first = count;
        if (Name is not null)
        {
            Absent = Bits(count++, 1);
            Present = Bits(count++, 1);
            if (Values.Count > 0)
                Other = Bits(count++, 1);
            _firstValue = count;
            _firstLimit = count += Values.Count;
            count += Limits.Count;
        }

        foreach (var member in Inner)
            member.TakeBits(ref count);
        Whole = Bits(first, count - first);
    }

    /// <summary>The fact that it has a value.</summary>
    public ulong Having(string value) => Values.IndexOf(value) is >= 0 and var index ? Bits(_firstValue + index, 1) : Other;

    /// <summary>The facts that it has one of some values.</summary>
    public ulong AnyOf(ImmutableArray<string> values)
    {
        var facts = 0UL;
        foreach (var value in values)
            facts |= Having(value);
        return facts;
    }

    /// <summary>The facts that it has another value than these.</summary>
    public ulong NoneOf(ImmutableArray<string> values) => AllValues & ~AnyOf(values) | Other;

    /// <summary>The fact that it is beyond a limit.</summary>
    public ulong Beyond(Limit limit) => Bits(_firstLimit + Limits.IndexOf(limit), 1);

    // Beyond 64 bits they mean nothing, and then there will be no screen.
    private static ulong Bits(int first, int count) => count >= 64 ? ulong.MaxValue : ((1UL << count) - 1) << first;
}

using Microsoft.CodeAnalysis.Operations;

namespace PageMessagesGen.Analyzers.Screening;

/// <summary>
/// What an object of a generated type must be like to break a rule, as sets of facts. Nearly all objects are seen to be sound
/// by it, in a fraction of the time that judging them takes; only the others are judged.
/// </summary>
/// <param name="members">The members.</param>
/// <param name="unset">The facts about an object of which nothing is set.</param>
/// <param name="clauses">The rules, one after the other.</param>
internal sealed class TypeScreen(ScreenedProperty[] members, ulong unset, Clause[] clauses)
{
    /// <summary>Lets nothing pass.</summary>
    public static readonly TypeScreen Closed = new([], MemberScreen.Suspicious, [new Clause(MemberScreen.Suspicious, 1, IsLast: true)]);

    /// <summary>The facts about an object of which nothing is set.</summary>
    public ulong Unset { get; } = unset;

    /// <summary>Gives the facts that are possible after an initializer.</summary>
    /// <param name="facts">Those before.</param>
    /// <param name="initializer">What it sets.</param>
    /// <param name="reader">Reads values.</param>
    public ulong Overlay(ulong facts, IObjectOrCollectionInitializerOperation? initializer, PossibleFacts reader) =>
        initializer is null ? facts : reader.Overlay(facts, members, initializer, depth: 0);

    /// <summary>Whether there is a rule of whose conditions and demand none is out of the question.</summary>
    public bool MayBreak(ulong facts)
    {
        for (var i = 0; i < clauses.Length;)
        {
            ref readonly var clause = ref clauses[i];
            if ((facts & clause.Facts) == 0)
                i = clause.Otherwise;
            else if (clause.IsLast)
                return true;
            else
                i++;
        }

        return false;
    }
}

/// <summary>A part of a rule: one of these facts must be possible, or else the rule is not broken.</summary>
/// <param name="Facts">The facts.</param>
/// <param name="Otherwise">Where to go on if none of them is possible: behind all the rules that begin with this clause.</param>
/// <param name="IsLast">Whether the rule ends here.</param>
internal readonly record struct Clause(ulong Facts, int Otherwise, bool IsLast);

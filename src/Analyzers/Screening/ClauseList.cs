namespace PageMessagesGen.Analyzers.Screening;

/// <summary>The rules of a type as clauses, while a screen is built. Rules that begin alike stand together.</summary>
internal sealed class ClauseList
{
    private readonly List<List<ulong[]>> _groups = [];

    /// <summary>Adds a rule, which is broken only if of each clause a fact is possible.</summary>
    /// <param name="conditions">The clauses of its conditions.</param>
    /// <param name="demand">Those of its demand.</param>
    public void Add(ulong[] conditions, ulong[] demand)
    {
        ulong[] rule = [.. conditions, .. demand];
        Sort(rule);
        var group = _groups.Find(group => group[0][0] == rule[0]);
        if (group is null)
            _groups.Add(group = []);
        group.Add(rule);
    }

    /// <summary>Gives the clauses of all rules, one after the other.</summary>
    public Clause[] Flatten()
    {
        var length = 0;
        foreach (var group in _groups)
            length += LengthOf(group);
        var clauses = new Clause[length];
        var end = 0;
        foreach (var group in _groups)
        {
            var next = end + LengthOf(group);
            clauses[end] = new Clause(group[0][0], next, IsLast: next == ++end);
            if (next > end)
                end = AddRest(clauses, end, group);
        }

        return clauses;
    }

    private static int AddRest(Clause[] clauses, int end, List<ulong[]> group)
    {
        foreach (var rule in group)
        {
            var next = end + rule.Length - 1;
            for (var i = 1; i < rule.Length; i++, end++)
                clauses[end] = new Clause(rule[i], next, IsLast: i == rule.Length - 1);
        }

        return end;
    }

    // A rule that ends with the clause that it shares makes the others superfluous.
    private static int LengthOf(List<ulong[]> group)
    {
        var length = 1;
        foreach (var rule in group)
        {
            if (rule.Length == 1)
                return 1;
            length += rule.Length - 1;
        }

        return length;
    }

    // The order of the clauses of a rule is free; one with few facts is the likeliest to be out of the question.
    private static void Sort(ulong[] rule)
    {
        for (var i = 1; i < rule.Length; i++)
        {
            for (var j = i; j > 0 && IsBefore(rule[j], rule[j - 1]); j--)
                (rule[j], rule[j - 1]) = (rule[j - 1], rule[j]);
        }
    }

    private static bool IsBefore(ulong one, ulong other) => Count(one) is var count && Count(other) is var than && (count < than || (count == than && one < other));

    private static int Count(ulong facts)
    {
        var count = 0;
        for (; facts != 0; facts &= facts - 1)
            count++;
        return count;
    }
}

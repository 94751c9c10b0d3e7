namespace PageMessagesGen.Schema.Text;

/// <summary>Finds the word that a misspelled word probably means.</summary>
internal static class Spelling
{
    // The cost of a comparison is the product of both lengths, and a schema can have tens of thousands of words.
    private const int MostCandidates = 2_000;
    private const int LongestWord = 64;

    /// <summary>Gets the candidate that is closest to a word; null if none is close enough for a hint.</summary>
    /// <param name="word">The word.</param>
    /// <param name="candidates">The possible words.</param>
    /// <param name="most">The maximum number of wrong characters.</param>
    public static string? Closest(string word, IEnumerable<string> candidates, int most = LongestWord)
    {
        if (word.Length is 0 or > LongestWord)
            return null;

        var upper = word.ToUpperInvariant();
        string? best = null;

        // At least one character must match: any one-character word is one replacement away from any other.
        var bestDistance = Math.Min(Math.Min(Math.Max(1, word.Length / 3), most) + 1, word.Length);
        foreach (var candidate in candidates.Take(MostCandidates))
        {
            if (Math.Abs(candidate.Length - word.Length) >= bestDistance)
                continue;
            var distance = Distance(upper, candidate.ToUpperInvariant());
            if (distance < bestDistance)
                (best, bestDistance) = (candidate, distance);
        }

        return best;
    }

    // The number of characters to insert, delete, replace or swap with their neighbor (optimal string alignment).
    private static int Distance(string a, string b)
    {
        var beforeLast = new int[b.Length + 1];
        var last = new int[b.Length + 1];
        var current = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            last[j] = j;

        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replace = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                current[j] = Math.Min(replace, 1 + Math.Min(last[j], current[j - 1]));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    current[j] = Math.Min(current[j], beforeLast[j - 2] + 1);
            }

            (beforeLast, last, current) = (last, current, beforeLast);
        }

        return last[b.Length];
    }
}

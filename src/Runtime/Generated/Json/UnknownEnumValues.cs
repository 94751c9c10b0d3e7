using System.Collections.Concurrent;
using System.Text;

namespace PageMessagesGen.Generated;

/// <summary>
/// Keeps the wire values that a server sent and the schema does not have, so that they are written back as they were. Their numbers are
/// negative, and the same in each process.
/// </summary>
internal sealed class UnknownEnumValues
{
    /// <summary>The number of all values beyond the maximum.</summary>
    public const int Forgotten = int.MinValue;

    // A server has a few. The limit protects from one that sends random values.
    private const int Most = 1000;
    private const int LongestKept = 200;
    private const uint Basis = 2166136261;
    private const uint Prime = 16777619;

    private readonly ConcurrentDictionary<int, string> _values = new();

    /// <summary>Gets the number of a wire value.</summary>
    public int NumberOf(string wireValue)
    {
        var hash = Basis;
        foreach (var unit in Encoding.UTF8.GetBytes(wireValue))
            hash = unchecked((hash ^ unit) * Prime);
        var number = -1 - (int)(hash & (int.MaxValue >> 1));
        if (_values.TryGetValue(number, out var known))
            return known == wireValue ? number : Forgotten;
        return _values.Count < Most && wireValue.Length <= LongestKept && _values.GetOrAdd(number, wireValue) == wireValue ? number : Forgotten;
    }

    /// <summary>Gets the wire value for a number, or null if no wire value has the number.</summary>
    public string? Find(int number) => _values.TryGetValue(number, out var value) ? value : null;
}

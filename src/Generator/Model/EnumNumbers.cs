using System.Text;

namespace PageMessagesGen.Generator.Model;

/// <summary>
/// Numbers the values of an enum by their names. The compiler copies numbers into the code that uses them, so a number must not depend on
/// the other values of the enum.
/// </summary>
internal sealed class EnumNumbers
{
    private const uint Basis = 2166136261;
    private const uint Prime = 16777619;

    private readonly HashSet<int> _taken = [];

    /// <summary>Gets the number of the next value: the FNV-1a hash of its name in the schema, as a positive number.</summary>
    public int Next(string name)
    {
        var hash = Basis;
        foreach (var unit in Encoding.UTF8.GetBytes(name))
            hash = unchecked((hash ^ unit) * Prime);
        var number = (int)(hash & int.MaxValue);

        // Of 1,000 values, two share a hash in one enum of 4,000. The second then gets the number behind it.
        while (number == 0 || !_taken.Add(number))
            number = number == int.MaxValue ? 1 : number + 1;
        return number;
    }
}

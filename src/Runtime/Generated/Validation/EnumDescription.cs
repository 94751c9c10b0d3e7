using System.ComponentModel;

namespace PageMessagesGen.Generated;

/// <summary>The values of a generated enum.</summary>
/// <param name="values">The values.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EnumDescription(ValueDescription[] values)
{
    internal int Count => values.Length;

    private readonly int[] _numbers = [.. values.Select(value => value.Number)];

    /// <summary>Gets the index of the value with a number, or -1 if no value has the number.</summary>
    internal int IndexOf(int number) => _numbers.AsSpan().IndexOf(number);

    internal ValueDescription this[int index] => values[index];

    internal ValueDescription? Find(int number) => IndexOf(number) is >= 0 and var index ? values[index] : null;

    internal int NumberOf(string name) => Array.Find(values, value => value.Name == name)!.Number;

    internal ValueDescription? FindWire(ReadOnlySpan<char> wire)
    {
        foreach (var value in values)
        {
            if (wire.Equals(value.Wire, StringComparison.OrdinalIgnoreCase))
                return value;
        }

        return null;
    }

    /// <summary>Gets a bit for each of some values: that of its index plus 1.</summary>
    internal ulong MaskOf(EquatableArray<string> names)
    {
        var mask = 0UL;
        for (var i = 0; i < values.Length; i++)
            mask |= names.Contains(values[i].Name) ? 1UL << (i + 1) : 0;
        return mask;
    }
}

/// <summary>A value of a generated enum.</summary>
/// <param name="number">The number.</param>
/// <param name="name">The name in the schema.</param>
/// <param name="wire">The value on the wire.</param>
/// <param name="availability">Where, and until when, it can be used; null for everywhere.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ValueDescription(int number, string name, string wire, AvailabilityDescription? availability = null)
{
    internal int Number => number;

    internal string Name => name;

    internal string Wire => wire;

    internal Availability? Availability => availability?.Availability;
}

/// <summary>Where, and until when, a member or a value can be used.</summary>
/// <param name="platforms">The platforms that support it; empty for all.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class AvailabilityDescription(params string[] platforms)
{
    internal Availability Availability { get; private set; } = new(platforms.ToEquatableArray(), null);

    /// <summary>Adds the day since which the server refuses it.</summary>
    public AvailabilityDescription RefusedSince(string day, RuleSeverity severity, string reason) => With(new(IsRefusal: true, day, severity, reason));

    /// <summary>Adds the day since which it should not be used.</summary>
    public AvailabilityDescription DeprecatedSince(string day, string reason) => With(new(IsRefusal: false, day, RuleSeverity.Warning, reason));

    private AvailabilityDescription With(Retirement retirement)
    {
        Availability = Availability with { Retirement = retirement };
        return this;
    }
}

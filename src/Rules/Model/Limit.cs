#if NETSTANDARD
using Text = System.String;
#else
using Text = System.ReadOnlySpan<char>;
#endif

namespace PageMessagesGen.Rules;

/// <summary>A limit of a value. A value of a type that the limit does not apply to is within it.</summary>
/// <param name="Kind">What is limited.</param>
/// <param name="Bound">The last count within the limit; 0 for a format, and for a number with a fraction, which is in <see cref="Number"/>.</param>
/// <param name="Format">The format, for a limit that requires one.</param>
internal sealed record Limit(LimitKind Kind, long Bound, StringFormat? Format = null)
{
    /// <summary>
    /// Gets the limit of every string, whatever the schema says. Writers of JSON would replace half of a surrogate pair or escape it, and
    /// the customer would read something else. A string that exceeds this limit has no other format either.
    /// </summary>
    public static Limit Unicode { get; } = new(LimitKind.Format, 0, StringFormat.Unicode);

    /// <summary>Gets the last number within the limit. Counts are not compared as decimals, because that takes longer.</summary>
    public decimal Number { get; private init; } = Bound;

    /// <summary>Creates a limit of a number.</summary>
    public static Limit Of(LimitKind kind, decimal number) =>
        number == decimal.Truncate(number) && number is >= long.MinValue and <= long.MaxValue ? new(kind, (long)number) : new(kind, 0) { Number = number };

    /// <summary>Gets the built-in rule that a member violates when it exceeds its own limit.</summary>
    public string Rule => Kind switch
    {
        LimitKind.MinCount or LimitKind.MaxCount => BuiltInRules.Count,
        LimitKind.Min or LimitKind.Max => BuiltInRules.Number,
        LimitKind.Format => BuiltInRules.Format,
        _ => BuiltInRules.Length,
    };

    /// <summary>Gets a value that indicates whether the limit is about a list as a whole rather than its elements.</summary>
    public bool IsOfList => Kind is LimitKind.MinCount or LimitKind.MaxCount;

    /// <summary>Gets a value that indicates whether the limit is about strings.</summary>
    public bool IsOfString => Kind is not (LimitKind.MinCount or LimitKind.MaxCount or LimitKind.Min or LimitKind.Max);

    /// <summary>Determines whether a string exceeds the limit.</summary>
    public bool IsExceededBy(Text text) => Kind switch
    {
        // A character has one or two chars, and a char one to three bytes: most strings need no counting.
        LimitKind.MinCharacters => text.Length < 2 * Bound && StringFormats.CountCharacters(text) < Bound,
        LimitKind.MaxCharacters => text.Length > Bound && StringFormats.CountCharacters(text) > Bound,
        LimitKind.MinBytes => text.Length < Bound && StringFormats.CountBytes(text) < Bound,
        LimitKind.MaxBytes => text.Length > Bound / 3 && StringFormats.CountBytes(text) > Bound,
        LimitKind.Format => !Format!.Matches(text),
        _ => false,
    };

    /// <summary>Determines whether a list with a number of elements exceeds the limit.</summary>
    public bool IsExceededByCount(int count) => Kind switch
    {
        LimitKind.MinCount => count < Bound,
        LimitKind.MaxCount => count > Bound,
        _ => false,
    };

    /// <summary>Determines whether a number exceeds the limit.</summary>
    public bool IsExceededBy(decimal number) => Kind switch
    {
        LimitKind.Min => number < Number,
        LimitKind.Max => number > Number,
        _ => false,
    };
}

/// <summary>What a limit limits.</summary>
internal enum LimitKind
{
    /// <summary>The fewest Unicode scalar values of a string.</summary>
    MinCharacters,

    /// <summary>The most Unicode scalar values of a string.</summary>
    MaxCharacters,

    /// <summary>The fewest bytes of a string in UTF-8.</summary>
    MinBytes,

    /// <summary>The most bytes of a string in UTF-8.</summary>
    MaxBytes,

    /// <summary>The fewest elements of a list.</summary>
    MinCount,

    /// <summary>The most elements of a list.</summary>
    MaxCount,

    /// <summary>The smallest number.</summary>
    Min,

    /// <summary>The largest number.</summary>
    Max,

    /// <summary>The format of a string.</summary>
    Format,
}

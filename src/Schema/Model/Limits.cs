namespace PageMessagesGen.Schema.Model;

/// <summary>What bounds a value. A bound that is null does not exist.</summary>
/// <param name="MinLength">The shortest text.</param>
/// <param name="MaxLength">The longest text.</param>
/// <param name="MinCount">The fewest elements of a list.</param>
/// <param name="MaxCount">The most elements of a list.</param>
/// <param name="Min">The smallest number.</param>
/// <param name="Max">The largest number.</param>
/// <param name="Format">The form of a text.</param>
public sealed record Limits(
    LengthLimit? MinLength, LengthLimit? MaxLength, int? MinCount, int? MaxCount, long? Min, long? Max, TextFormat Format)
{
    /// <summary>No bound at all.</summary>
    public static Limits None { get; } = new(null, null, null, null, null, null, TextFormat.Any);

    /// <summary>Whether they bound a string.</summary>
    public bool AreOfText => MinLength is not null || MaxLength is not null || Format != TextFormat.Any;
}

/// <summary>A bound on the length of a text.</summary>
/// <param name="Value">The number in the file.</param>
/// <param name="Unit">What is counted.</param>
/// <param name="IsExclusive">Whether the number itself is beyond the bound already, as in <c>under 2000 characters</c>.</param>
public sealed record LengthLimit(int Value, LengthUnit Unit, bool IsExclusive)
{
    /// <summary>The last length within a bound from above.</summary>
    public int Largest => IsExclusive ? Value - 1 : Value;

    /// <summary>Writes the bound as in the file.</summary>
    public override string ToString() =>
        $"{(IsExclusive ? "under " : "")}{Value} {(Unit == LengthUnit.Bytes ? "byte" : "character")}{(Value == 1 ? "" : "s")}";
}

/// <summary>What the length of a text counts.</summary>
public enum LengthUnit
{
    /// <summary>Unicode scalar values: a letter or a simple emoji is one.</summary>
    Characters,

    /// <summary>Bytes of UTF-8.</summary>
    Bytes,
}

/// <summary>The form of a text.</summary>
public enum TextFormat
{
    /// <summary>Any text.</summary>
    Any,

    /// <summary>Decimal digits only, as in ids.</summary>
    Digits,

    /// <summary>An absolute http or https address.</summary>
    Url,

    /// <summary>An absolute https address.</summary>
    HttpsUrl,

    /// <summary>A currency code of ISO 4217: three capital letters.</summary>
    Currency,

    /// <summary>A telephone number of E.164: a plus and up to fifteen digits.</summary>
    PhoneNumber,

    /// <summary>Letters, digits and underscores.</summary>
    Word,

    /// <summary>Text without blanks.</summary>
    NoBlanks,
}

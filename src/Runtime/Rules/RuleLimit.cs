using System.ComponentModel;
using System.Globalization;

namespace PageMessagesGen.Rules;

/// <summary>A bound on the length, the count, the size or the form of a value. What is absent keeps every limit.</summary>
[EditorBrowsable(EditorBrowsableState.Never)] // for generated code
public readonly struct RuleLimit
{
    private readonly Kind _kind;
    private readonly long _bound;
    private readonly string _form;

    private RuleLimit(Kind kind, long bound, string form = "") => (_kind, _bound, _form) = (kind, bound, form);

    private enum Kind
    {
        MinCharacters,
        MaxCharacters,
        MinBytes,
        MaxBytes,
        MinCount,
        MaxCount,
        Min,
        Max,
        Form,
    }

    /// <summary>The built-in rule that is broken where a member itself has this limit.</summary>
    internal string Rule => _kind switch
    {
        Kind.MinCharacters or Kind.MaxCharacters or Kind.MinBytes or Kind.MaxBytes => BuiltInRules.Length,
        Kind.MinCount or Kind.MaxCount => BuiltInRules.Count,
        Kind.Form => BuiltInRules.Format,
        _ => BuiltInRules.Number,
    };

    /// <summary>Whether it bounds lists, so that a list is asked and not its elements.</summary>
    internal bool IsOfLists => _kind is Kind.MinCount or Kind.MaxCount;

    /// <summary>What the value has to do, as words behind "must".</summary>
    internal string Demand => _kind switch
    {
        Kind.MinCharacters => $"have at least {Counted("character")}",
        Kind.MaxCharacters => $"have at most {Counted("character")}",
        Kind.MinBytes => $"have at least {Counted("byte")}",
        Kind.MaxBytes => $"have at most {Counted("byte")}",
        Kind.MinCount => $"have at least {Counted("element")}",
        Kind.MaxCount => $"have at most {Counted("element")}",
        Kind.Min => string.Create(CultureInfo.InvariantCulture, $"be at least {_bound}"),
        Kind.Max => string.Create(CultureInfo.InvariantCulture, $"be at most {_bound}"),
        _ => $"be {Described(_form)}",
    };

    /// <summary>At least so many Unicode scalar values.</summary>
    public static RuleLimit MinCharacters(int value) => new(Kind.MinCharacters, value);

    /// <summary>At most so many Unicode scalar values.</summary>
    public static RuleLimit MaxCharacters(int value) => new(Kind.MaxCharacters, value);

    /// <summary>At least so many bytes of UTF-8.</summary>
    public static RuleLimit MinBytes(int value) => new(Kind.MinBytes, value);

    /// <summary>At most so many bytes of UTF-8.</summary>
    public static RuleLimit MaxBytes(int value) => new(Kind.MaxBytes, value);

    /// <summary>At least so many elements.</summary>
    public static RuleLimit MinCount(int value) => new(Kind.MinCount, value);

    /// <summary>At most so many elements.</summary>
    public static RuleLimit MaxCount(int value) => new(Kind.MaxCount, value);

    /// <summary>At least this number.</summary>
    public static RuleLimit Min(long value) => new(Kind.Min, value);

    /// <summary>At most this number.</summary>
    public static RuleLimit Max(long value) => new(Kind.Max, value);

    /// <summary>A form of <see cref="TextForms"/>.</summary>
    public static RuleLimit Format(string form) => new(Kind.Form, 0, form);

    /// <summary>Tells whether a text goes beyond the limit.</summary>
    public bool IsBroken(string? text) => text is not null && IsBroken(text.AsSpan());

    /// <summary>Tells whether a list of so many elements goes beyond the limit.</summary>
    public bool IsBroken(int? count) => _kind switch
    {
        Kind.MinCount => count < _bound,
        Kind.MaxCount => count > _bound,
        _ => false,
    };

    /// <summary>Tells whether a number goes beyond the limit.</summary>
    public bool IsBroken(long? number) => _kind switch
    {
        Kind.Min => number < _bound,
        Kind.Max => number > _bound,
        _ => false,
    };

    /// <summary>Tells whether a number goes beyond the limit.</summary>
    public bool IsBroken(decimal? number) => _kind switch
    {
        Kind.Min => number < _bound,
        Kind.Max => number > _bound,
        _ => false,
    };

    /// <summary>Tells whether a text goes beyond the limit.</summary>
    internal bool IsBroken(ReadOnlySpan<char> text) => _kind switch
    {
        // A character has one char or two, and a char makes one byte at least and three at most: most texts need no counting.
        Kind.MinCharacters => text.Length < 2 * _bound && TextForms.CountCharacters(text) < _bound,
        Kind.MaxCharacters => text.Length > _bound && TextForms.CountCharacters(text) > _bound,
        Kind.MinBytes => text.Length < _bound && TextForms.CountBytes(text) < _bound,
        Kind.MaxBytes => text.Length > _bound / 3 && TextForms.CountBytes(text) > _bound,
        Kind.Form => !TextForms.Fits(text, _form),
        _ => false,
    };

    private static string Described(string form) => form switch
    {
        "digits" => "a string of digits",
        "url" => "an absolute http or https address",
        "https-url" => "an absolute https address",
        "currency" => "a currency code of ISO 4217, such as EUR",
        "phone-number" => "a telephone number with a plus and the country code",
        "word" => "a string of letters, digits and underscores",
        "no-blanks" => "a string without blanks",
        _ => $"of the form {form}",
    };

    private string Counted(string unit) => string.Create(CultureInfo.InvariantCulture, $"{_bound} {unit}{(_bound == 1 ? "" : "s")}");
}

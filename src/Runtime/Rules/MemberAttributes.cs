namespace PageMessagesGen.Rules;

/// <summary>A limit on the value of one member.</summary>
[AttributeUsage(AttributeTargets.Property, Inherited = false)]
public abstract class MemberLimitAttribute : Attribute
{
    private protected MemberLimitAttribute()
    {
    }

    /// <summary>How bad it is to go beyond the limit.</summary>
    public RuleSeverity Severity { get; init; } = RuleSeverity.Error;
}

/// <summary>The text has at least so many characters (Unicode scalar values).</summary>
/// <param name="value">How many.</param>
public sealed class MinCharactersAttribute(int value) : MemberLimitAttribute
{
    /// <summary>How many.</summary>
    public int Value { get; } = value;
}

/// <summary>The text has at most so many characters (Unicode scalar values).</summary>
/// <param name="value">How many.</param>
public sealed class MaxCharactersAttribute(int value) : MemberLimitAttribute
{
    /// <summary>How many.</summary>
    public int Value { get; } = value;
}

/// <summary>The text has at least so many bytes in UTF-8.</summary>
/// <param name="value">How many.</param>
public sealed class MinBytesAttribute(int value) : MemberLimitAttribute
{
    /// <summary>How many.</summary>
    public int Value { get; } = value;
}

/// <summary>The text has at most so many bytes in UTF-8.</summary>
/// <param name="value">How many.</param>
public sealed class MaxBytesAttribute(int value) : MemberLimitAttribute
{
    /// <summary>How many.</summary>
    public int Value { get; } = value;
}

/// <summary>The list has at least so many elements.</summary>
/// <param name="value">How many.</param>
public sealed class MinCountAttribute(int value) : MemberLimitAttribute
{
    /// <summary>How many.</summary>
    public int Value { get; } = value;
}

/// <summary>The list has at most so many elements.</summary>
/// <param name="value">How many.</param>
public sealed class MaxCountAttribute(int value) : MemberLimitAttribute
{
    /// <summary>How many.</summary>
    public int Value { get; } = value;
}

/// <summary>The number is at least this one.</summary>
/// <param name="value">The smallest number.</param>
public sealed class MinAttribute(long value) : MemberLimitAttribute
{
    /// <summary>The smallest number.</summary>
    public long Value { get; } = value;
}

/// <summary>The number is at most this one.</summary>
/// <param name="value">The largest number.</param>
public sealed class MaxAttribute(long value) : MemberLimitAttribute
{
    /// <summary>The largest number.</summary>
    public long Value { get; } = value;
}

/// <summary>The text has a form that the schema language names.</summary>
/// <param name="name">The form: <c>digits</c>, <c>url</c>, <c>https-url</c>, <c>currency</c>, <c>phone-number</c>, <c>word</c> or <c>no-blanks</c>.</param>
public sealed class FormatAttribute(string name) : MemberLimitAttribute
{
    /// <summary>The form.</summary>
    public string Name { get; } = name;
}

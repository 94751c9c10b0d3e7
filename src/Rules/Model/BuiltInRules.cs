namespace PageMessagesGen.Rules;

/// <summary>The names of the rules that follow from the types. A rule of a schema cannot have one of these names.</summary>
internal static class BuiltInRules
{
    public const string Required = "required";
    public const string Null = "null-value";
    public const string UnknownValue = "unknown-value";
    public const string Length = "length";
    public const string Count = "count";
    public const string Number = "number";
    public const string Format = "format";
    public const string Platform = "platform";
    public const string Refused = "refused";
    public const string Deprecated = "deprecated";

    /// <summary>A rule that only JSON can violate, as are the next two: the compiler checks C# for it.</summary>
    public const string UnknownMember = "unknown-member";

    /// <inheritdoc cref="UnknownMember"/>
    public const string RepeatedMember = "repeated-member";

    /// <inheritdoc cref="UnknownMember"/>
    public const string WrongType = "wrong-type";

    /// <summary>The rules that C# can violate.</summary>
    public static readonly string[] OfObjects = [Required, Null, UnknownValue, Length, Count, Number, Format, Platform, Refused, Deprecated];

    /// <summary>All built-in rules.</summary>
    public static readonly string[] All = [.. OfObjects, UnknownMember, RepeatedMember, WrongType];
}

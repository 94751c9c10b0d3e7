namespace PageMessagesGen.Rules;

/// <summary>The names of what members demand by themselves. No rule of a schema can have one of them.</summary>
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

    /// <summary>What only JSON can break: C# has no names that are unknown, given twice, or of another type.</summary>
    public const string UnknownMember = "unknown-member";

    /// <inheritdoc cref="UnknownMember"/>
    public const string RepeatedMember = "repeated-member";

    /// <inheritdoc cref="UnknownMember"/>
    public const string WrongType = "wrong-type";

    /// <summary>All that C# can break.</summary>
    public static readonly string[] OfObjects = [Required, Null, UnknownValue, Length, Count, Number, Format, Platform, Refused, Deprecated];

    /// <summary>All of them.</summary>
    public static readonly string[] All = [.. OfObjects, UnknownMember, RepeatedMember, WrongType];
}

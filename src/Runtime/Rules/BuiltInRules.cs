namespace PageMessagesGen.Rules;

/// <summary>The names of what members demand by themselves.</summary>
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
}

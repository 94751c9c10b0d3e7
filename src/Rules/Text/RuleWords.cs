namespace PageMessagesGen.Rules;

/// <summary>The words of the schema language for rules, and of the text that generated code carries.</summary>
internal static class RuleWords
{
    public const string Present = "present";
    public const string Absent = "absent";
    public const string And = "and";
    public const string When = "when";
    public const string On = "on";

    /// <summary>The words that need quotes where they are values.</summary>
    public static readonly string[] Reserved = [Present, Absent, And, When, On];

    /// <summary>The kinds of rules.</summary>
    public static readonly (string Word, RuleKind Kind)[] Kinds =
    [
        ("require", RuleKind.Require),
        ("forbid", RuleKind.Forbid),
        ("allow", RuleKind.Allow),
        ("exactly-one-of", RuleKind.ExactlyOneOf),
        ("at-least-one-of", RuleKind.AtLeastOneOf),
        ("at-most-one-of", RuleKind.AtMostOneOf),
        ("limit", RuleKind.Limit),
        ("count-where", RuleKind.CountWhere),
    ];

    /// <summary>The severities.</summary>
    public static readonly (string Word, RuleSeverity Severity)[] Severities =
        [("error", RuleSeverity.Error), ("warning", RuleSeverity.Warning), ("info", RuleSeverity.Info)];

    private static readonly (string Word, LimitKind Kind)[] Limits =
    [
        ("min-characters", LimitKind.MinCharacters),
        ("max-characters", LimitKind.MaxCharacters),
        ("min-bytes", LimitKind.MinBytes),
        ("max-bytes", LimitKind.MaxBytes),
        ("min-count", LimitKind.MinCount),
        ("max-count", LimitKind.MaxCount),
        ("min", LimitKind.Min),
        ("max", LimitKind.Max),
        ("format", LimitKind.Format),
    ];

    /// <summary>Gets the word of a kind of rule.</summary>
    public static string Of(RuleKind kind) => Array.Find(Kinds, pair => pair.Kind == kind).Word;

    /// <summary>Gets the word of a kind of limit.</summary>
    public static string Of(LimitKind kind) => Array.Find(Limits, pair => pair.Kind == kind).Word;

    /// <summary>Finds the kind of rule of a word, or returns null.</summary>
    public static RuleKind? FindKind(string word) => Array.Find(Kinds, pair => pair.Word == word) is { Word: not null } found ? found.Kind : null;

    /// <summary>Finds the kind of limit of a word, or returns null.</summary>
    public static LimitKind? FindLimit(string word) => Array.Find(Limits, pair => pair.Word == word) is { Word: not null } found ? found.Kind : null;

    /// <summary>Determines whether a character needs no quotes.</summary>
    public static bool IsPlain(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '.' or '-' or '/';
}

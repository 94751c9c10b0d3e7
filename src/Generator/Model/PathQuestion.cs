using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Generator.Model;

/// <summary>What a rule asks of the values at the end of a path.</summary>
/// <param name="Values">Whether they are one of these, by the names of the schema; empty for any.</param>
/// <param name="Limit">Whether they keep this limit: a call of <c>RuleLimit</c>; null for none.</param>
/// <param name="IsOfLists">Whether the limit bounds lists.</param>
internal sealed record PathQuestion(EquatableArray<string> Values, string? Limit, bool IsOfLists)
{
    public static PathQuestion Presence { get; } = new(default, null, false);

    /// <summary>The arguments that ask it of JSON.</summary>
    public string JsonArguments(IEnumerable<string> values) => this switch
    {
        { Limit: { } limit } => $", {limit}",
        { Values.Count: > 0 } => $", {List(values)}",
        _ => "",
    };

    /// <summary>A C# list of texts.</summary>
    public static string List(IEnumerable<string> values) => $"[{string.Join(", ", values.Select(CSharpText.Literal))}]";
}

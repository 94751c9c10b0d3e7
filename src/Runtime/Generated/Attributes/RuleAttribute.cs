using System.ComponentModel;

namespace PageMessagesGen.Generated;

/// <summary>
/// A rule of the schema between the members of a generated record. Analyzers read it wherever the record is used, also from a
/// referenced assembly.
/// </summary>
/// <param name="name">The name of the rule in the schema, by which it is configured.</param>
/// <param name="text">
/// What it demands, when and where, with the names of the schema: <c>require tag when messaging_type: MESSAGE_TAG on messenger</c>.
/// </param>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class RuleAttribute(string name, string text) : Attribute
{
    /// <summary>Gets the name of the rule.</summary>
    public string Name { get; } = name;

    /// <summary>Gets what the rule demands, when and where.</summary>
    public string Text { get; } = text;

    /// <summary>Gets the severity of a violation.</summary>
    public RuleSeverity Severity { get; init; } = RuleSeverity.Error;

    /// <summary>Gets what happens when the rule is violated, and why.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Gets what corrects a violation: <c>messaging_type: RESPONSE</c>. Empty if that is not known.</summary>
    public string Fix { get; init; } = "";
}

/// <summary>The limits of a member: <c>min-characters 1, max-characters 20</c>.</summary>
/// <param name="text">The limits.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Property, Inherited = false)]
public sealed class LimitsAttribute(string text) : Attribute
{
    /// <summary>Gets the limits.</summary>
    public string Text { get; } = text;

    /// <summary>Gets the severity of exceeding one.</summary>
    public RuleSeverity Severity { get; init; } = RuleSeverity.Error;
}

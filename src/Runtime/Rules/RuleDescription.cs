using System.ComponentModel;

namespace PageMessagesGen.Rules;

/// <summary>A rule of the schema, as a validator reports it.</summary>
/// <param name="name">Its name in the schema.</param>
/// <param name="severity">How bad it is to break it.</param>
/// <param name="because">What happens then, and why.</param>
/// <param name="members">The members that it counts, if it does.</param>
[EditorBrowsable(EditorBrowsableState.Never)] // for generated code
public sealed class RuleDescription(string name, RuleSeverity severity, string because, params string[] members)
{
    /// <summary>Its name in the schema.</summary>
    public string Name { get; } = name;

    /// <summary>How bad it is to break it.</summary>
    public RuleSeverity Severity { get; } = severity;

    /// <summary>What happens then, and why.</summary>
    public string Because { get; } = because;

    internal string[] Members { get; } = members;
}

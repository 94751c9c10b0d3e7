namespace PageMessagesGen.Rules;

/// <summary>The name of an enum member in the schema, by which rules speak of it.</summary>
/// <param name="name">The name, such as <c>MESSAGE_TAG</c>.</param>
[AttributeUsage(AttributeTargets.Field, Inherited = false)]
public sealed class SchemaNameAttribute(string name) : Attribute
{
    /// <summary>The name.</summary>
    public string Name { get; } = name;
}

/// <summary>The member, or the value, exists on some platforms only.</summary>
/// <param name="platforms">The platforms.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field, Inherited = false)]
public sealed class OnlyOnAttribute(params string[] platforms) : Attribute
{
    /// <summary>The platforms.</summary>
    public IReadOnlyList<string> Platforms { get; } = platforms;
}

/// <summary>
/// The value may be used under one condition only, which no rule can check, such as who writes a message. Fixes say so, and never insert
/// the value in several places at once.
/// </summary>
/// <param name="condition">The condition, such as <c>a person writes this message</c>.</param>
[AttributeUsage(AttributeTargets.Field, Inherited = false)]
public sealed class OnlyWhenAttribute(string condition) : Attribute
{
    /// <summary>The condition.</summary>
    public string Condition { get; } = condition;
}

/// <summary>The member, or the value, is on its way out. How bad that is was judged on the schema's day, never by the clock.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field, Inherited = false)]
public abstract class RetirementAttribute : Attribute
{
    private protected RetirementAttribute(string since) => Since = since;

    /// <summary>The day, as <c>2026-04-27</c>.</summary>
    public string Since { get; }

    /// <summary>How bad it is to use the member or the value.</summary>
    public RuleSeverity Severity { get; init; } = RuleSeverity.Warning;

    /// <summary>What happened.</summary>
    public string Because { get; init; } = "";
}

/// <summary>The server refuses the member, or the value, since a day; a day to come makes it a warning.</summary>
/// <param name="since">The day, as <c>2026-04-27</c>.</param>
public sealed class RefusedSinceAttribute(string since) : RetirementAttribute(since);

/// <summary>The member, or the value, should not be used any more since a day.</summary>
/// <param name="since">The day, as <c>2026-04-27</c>.</param>
public sealed class DeprecatedSinceAttribute(string since) : RetirementAttribute(since);

/// <summary>What is sent through this property goes to one platform.</summary>
/// <param name="name">The platform.</param>
[AttributeUsage(AttributeTargets.Property, Inherited = false)]
public sealed class PlatformAttribute(string name) : Attribute
{
    /// <summary>The platform.</summary>
    public string Name { get; } = name;
}

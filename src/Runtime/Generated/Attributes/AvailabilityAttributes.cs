using System.ComponentModel;

namespace PageMessagesGen.Generated;

/// <summary>A platform that supports a member, a value or a shape of a union; without this attribute, all do.</summary>
/// <param name="platform">The platform.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class SupportedOnAttribute(string platform) : Attribute
{
    /// <summary>Gets the platform.</summary>
    public string Platform { get; } = platform;
}

/// <summary>The day since which the server refuses a member, a value or a shape of a union; a later day than the schema's is a warning.</summary>
/// <param name="since">The day, as <c>2026-04-27</c>.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Class, Inherited = false)]
public sealed class RefusedSinceAttribute(string since) : Attribute
{
    /// <summary>Gets the day.</summary>
    public string Since { get; } = since;

    /// <summary>Gets the severity of the use of the member or the value, as of the schema's day.</summary>
    public RuleSeverity Severity { get; init; } = RuleSeverity.Warning;

    /// <summary>Gets what happened.</summary>
    public string Reason { get; init; } = "";
}

/// <summary>The day since which a member, a value or a shape of a union should not be used.</summary>
/// <param name="since">The day, as <c>2026-04-27</c>.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Class, Inherited = false)]
public sealed class DeprecatedSinceAttribute(string since) : Attribute
{
    /// <summary>Gets the day.</summary>
    public string Since { get; } = since;

    /// <summary>Gets what happened.</summary>
    public string Reason { get; init; } = "";
}

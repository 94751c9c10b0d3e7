using System.ComponentModel;

namespace PageMessagesGen.Generated;

/// <summary>The name of an enum member in the schema, which rules refer to.</summary>
/// <param name="name">The name, such as <c>MESSAGE_TAG</c>.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Field, Inherited = false)]
public sealed class SchemaNameAttribute(string name) : Attribute
{
    /// <summary>Gets the name.</summary>
    public string Name { get; } = name;
}

/// <summary>
/// The condition for the use of a value, which no rule can validate, such as who writes a message. Fixes state it, and never insert
/// the value in several places at once.
/// </summary>
/// <param name="condition">The condition, such as <c>a person writes this message</c>.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Field, Inherited = false)]
public sealed class OnlyWhenAttribute(string condition) : Attribute
{
    /// <summary>Gets the condition.</summary>
    public string Condition { get; } = condition;
}

/// <summary>The platform that a property's client sends to.</summary>
/// <param name="name">The platform.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Property, Inherited = false)]
public sealed class PlatformAttribute(string name) : Attribute
{
    /// <summary>Gets the platform.</summary>
    public string Name { get; } = name;
}

/// <summary>The member that selects the shape of a union, which is written with the members of the shape.</summary>
/// <param name="name">The name on the wire.</param>
/// <param name="value">The value: its name in the schema, or, without an enum, the string on the wire.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class DiscriminatorAttribute(string name, string value) : Attribute
{
    /// <summary>Gets the name on the wire.</summary>
    public string Name { get; } = name;

    /// <summary>Gets the value.</summary>
    public string Value { get; } = value;
}

/// <summary>The object around the members of a shape: they are in a member of it, beside the one that selects the shape.</summary>
/// <param name="name">The name on the wire of the member that selects the shape.</param>
/// <param name="value">Its value: its name in the schema.</param>
/// <param name="content">The name on the wire of the member that has the members of the shape; null if the shape has none.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class EnvelopeAttribute(string name, string value, string? content = null) : Attribute
{
    /// <summary>Gets the name on the wire of the member that selects the shape.</summary>
    public string Name { get; } = name;

    /// <summary>Gets its value.</summary>
    public string Value { get; } = value;

    /// <summary>Gets the name on the wire of the member that has the members of the shape; null if the shape has none.</summary>
    public string? Content { get; } = content;
}

/// <summary>Marks a generated part of a request. Analyzers ignore other types.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Class)]
public sealed class GeneratedRequestAttribute : Attribute;

/// <summary>
/// Marks an assembly with generated requests, and names a property of its clients that selects a platform. Analyzers ignore the
/// types of other assemblies, and look for these properties only in files that mention one.
/// </summary>
/// <param name="platformProperty">A property with <see cref="PlatformAttribute"/>, or null.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class GeneratedRequestsAttribute(string? platformProperty = null) : Attribute
{
    /// <summary>Gets the property.</summary>
    public string? PlatformProperty { get; } = platformProperty;
}

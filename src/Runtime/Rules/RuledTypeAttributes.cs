namespace PageMessagesGen.Rules;

/// <summary>A part of a request, generated from a schema. Types without this, or any other attribute of a rule, are nobody's concern.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RuledTypeAttribute : Attribute;

/// <summary>
/// Says that an assembly has types with rules, and which properties of its clients say to which platform they send. Analyzers
/// look at no other assembly's types, and for these properties only in files that mention one, and so cost next to nothing.
/// </summary>
/// <param name="platformProperties">The properties with <see cref="PlatformAttribute"/>.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class RuledTypesAttribute(params string[] platformProperties) : Attribute
{
    /// <summary>The properties with <see cref="PlatformAttribute"/>.</summary>
    public IReadOnlyList<string> PlatformProperties { get; } = platformProperties;
}

using System.Reflection;
using System.Text.Json.Serialization;
using PageMessages;

namespace PageMessagesGen.Runtime.Tests.Support;

/// <summary>The types that the generator has made from the default schema.</summary>
internal static class GeneratedTypes
{
    public static Assembly Assembly { get; } = typeof(SendMessageRequest).Assembly;

    public static IReadOnlyList<Type> Records { get; } = [.. Shapes.Where(t => t.GetProperty("Json") is null)];

    public static IReadOnlyList<Type> Enums { get; } = [.. Types.Where(t => t.IsEnum)];

    /// <summary>All records, with those that have JSON in place of members.</summary>
    public static IEnumerable<Type> Shapes => Types.Where(t => !t.IsAbstract && t.GetMethod("<Clone>$") is not null);

    // The assembly has the types of another schema as well.
    private static IEnumerable<Type> Types => Assembly.GetExportedTypes().Where(t => t.Namespace == typeof(SendMessageRequest).Namespace);

    /// <summary>Gets the members that are set, without those that only tell the shape of a union.</summary>
    public static IEnumerable<PropertyInfo> Members(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        .Where(p => p.SetMethod is not null && p.PropertyType != typeof(GraphFile) && !p.IsDefined(typeof(JsonExtensionDataAttribute), false));
}

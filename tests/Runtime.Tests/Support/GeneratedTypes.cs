using System.Reflection;
using PageMessages;

namespace PageMessagesGen.Runtime.Tests.Support;

/// <summary>The types that the generator has made from the default schema.</summary>
internal static class GeneratedTypes
{
    public static Assembly Assembly { get; } = typeof(SendMessageRequest).Assembly;

    public static IReadOnlyList<Type> Records { get; } = [.. Types.Where(t => t.GetMethod("<Clone>$") is not null)];

    public static IReadOnlyList<Type> Enums { get; } = [.. Types.Where(t => t.IsEnum)];

    // The assembly has the types of another schema as well.
    private static IEnumerable<Type> Types => Assembly.GetExportedTypes().Where(t => t.Namespace == typeof(SendMessageRequest).Namespace);

    public static IEnumerable<PropertyInfo> Members(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance);
}

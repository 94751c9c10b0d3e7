using System.Reflection;
using System.Text.Json.Serialization;
using PageMessages;
using PageMessagesGen.Generated;

namespace PageMessagesGen.Reference.Tests.Page;

/// <summary>The C# names of what the schema describes, taken from the compiled types.</summary>
internal static class CodeNames
{
    private static readonly Assembly Binding = typeof(SendMessageRequest).Assembly;

    /// <summary>Gets the name of a type.</summary>
    public static string OfType(string type) => Find(type).Name;

    /// <summary>Gets the name of the record for the shapes of a union that are not typed.</summary>
    public static string OfRaw(string union) => Find($"Raw{union}").Name;

    /// <summary>Gets the name of the property for a member.</summary>
    public static string OfMember(string type, string member) =>
        Find(type).GetProperties().Single(property => property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name == member).Name;

    /// <summary>Gets the name of the property for the file of a type, which JSON does not have.</summary>
    public static string OfFile(string type) => Find(type).GetProperties().Single(property => property.PropertyType == typeof(GraphFile)).Name;

    /// <summary>Gets the name of a value of an enum.</summary>
    public static string OfValue(string type, string value) =>
        Find(type).GetFields(BindingFlags.Public | BindingFlags.Static).Single(field => field.GetCustomAttribute<SchemaNameAttribute>()?.Name == value).Name;

    /// <summary>Gets the name of the property for an error.</summary>
    public static string OfError(string error) => typeof(PageMessagesErrors).GetProperty(error)!.Name;

    private static Type Find(string name) => Binding.GetType($"{typeof(SendMessageRequest).Namespace}.{name}", throwOnError: true)!;
}

using PageMessages;
using PageMessagesGen.Generated;
using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Agreement.Tests.Requests;

/// <summary>The records of the shapes of unions.</summary>
internal static class UnionShapes
{
    private static readonly Type[] All = [.. typeof(SendMessageRequest).Assembly.GetTypes().Where(type => type.Namespace == typeof(SendMessageRequest).Namespace && !type.IsAbstract)];

    /// <summary>Gets the shapes with members of their own.</summary>
    public static IEnumerable<Type> Typed(Type union) => All.Where(type => type.IsSubclassOf(union) && !type.Name.StartsWith("Raw", StringComparison.Ordinal));

    /// <summary>Gets the shapes that have JSON, those of inner unions first.</summary>
    public static IEnumerable<Type> Raws(Type union) =>
        All.Where(type => type.IsSubclassOf(union) && type.Name.StartsWith("Raw", StringComparison.Ordinal)).OrderByDescending(type => type.GetProperty("Json") is not null);

    /// <summary>Determines whether the content of a value has members of its own, so that JSON in its place is not what the schema says.</summary>
    public static bool HasContent(Type raw, WireValue? value) => value is not WireText text || Typed(raw.BaseType!)
        .Any(shape => shape.GetCustomAttributes(typeof(EnvelopeAttribute), false) is [EnvelopeAttribute { Content: not null } envelope] && string.Equals(envelope.Value, text.Text, StringComparison.OrdinalIgnoreCase));
}

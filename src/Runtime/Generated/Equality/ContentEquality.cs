using System.ComponentModel;
using System.Text.Json;
using PageMessagesGen.Json;

namespace PageMessagesGen.Generated;

/// <summary>Compares the members of generated records by what they say: lists, maps and JSON by their content.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ContentEquality
{
    /// <summary>Compares two values that compare themselves.</summary>
    public static bool Value<T>(T left, T right) => EqualityComparer<T>.Default.Equals(left, right);

    /// <summary>Compares two lists whose elements compare themselves. Their order matters, but not the type of the list.</summary>
    public static bool List<T>(IReadOnlyList<T>? left, IReadOnlyList<T>? right) => List(left, right, Value);

    /// <summary>Compares two lists, element by element.</summary>
    public static bool List<T>(IReadOnlyList<T>? left, IReadOnlyList<T>? right, Func<T, T, bool> areEqual)
    {
        ArgumentNullException.ThrowIfNull(areEqual);
        if (ReferenceEquals(left, right))
            return true;
        if (left is null || right is null || left.Count != right.Count)
            return false;
        for (var i = 0; i < left.Count; i++)
        {
            if (!areEqual(left[i], right[i]))
                return false;
        }

        return true;
    }

    /// <summary>Compares two maps whose values compare themselves. The order of their entries does not matter.</summary>
    public static bool Map<T>(IReadOnlyDictionary<string, T>? left, IReadOnlyDictionary<string, T>? right) => Map(left, right, Value);

    /// <summary>Compares two maps, entry by entry.</summary>
    public static bool Map<T>(IReadOnlyDictionary<string, T>? left, IReadOnlyDictionary<string, T>? right, Func<T, T, bool> areEqual)
    {
        ArgumentNullException.ThrowIfNull(areEqual);
        if (ReferenceEquals(left, right))
            return true;
        if (left is null || right is null || left.Count != right.Count)
            return false;
        foreach (var (name, value) in left)
        {
            if (!right.TryGetValue(name, out var other) || !areEqual(value, other))
                return false;
        }

        return true;
    }

    /// <summary>Compares the members that the schema does not have. No dictionary means the same as an empty one.</summary>
    public static bool Unknown(IDictionary<string, JsonElement>? left, IDictionary<string, JsonElement>? right)
    {
        if (ReferenceEquals(left, right))
            return true;
        if ((left?.Count ?? 0) != (right?.Count ?? 0))
            return false;
        foreach (var (name, value) in left ?? new Dictionary<string, JsonElement>())
        {
            if (!right!.TryGetValue(name, out var other) || !JsonContent.AreEqual(value, other))
                return false;
        }

        return true;
    }

    /// <summary>
    /// Compares JSON by its structure: white space, escapes, the order of members and the notation of numbers (<c>1.0</c>, <c>1</c>) do not matter.
    /// </summary>
    public static bool Json(JsonElement? left, JsonElement? right) =>
        left is { } one && right is { } other ? JsonContent.AreEqual(one, other) : left is null && right is null;
}

using System.ComponentModel;
using System.Text.Json;

namespace PageMessagesGen.Generated;

/// <summary>The hash code of a generated record. It is equal for records that <see cref="ContentEquality"/> finds equal.</summary>
/// <param name="Value">The hash code.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct ContentHash(int Value)
{
    /// <summary>Adds a value that compares itself.</summary>
    public ContentHash Add<T>(T value) => new(HashCode.Combine(Value, value));

    /// <summary>Adds a list by the number of its elements, which is cheap for any of them.</summary>
    public ContentHash List<T>(IReadOnlyList<T>? value) => Add(value?.Count);

    /// <summary>Adds a map by the number of its entries.</summary>
    public ContentHash Map<T>(IReadOnlyDictionary<string, T>? value) => Add(value?.Count);

    /// <summary>Adds the members that the schema does not have by their number. No dictionary means the same as an empty one.</summary>
    public ContentHash Unknown(IDictionary<string, JsonElement>? value) => Add(value?.Count ?? 0);

    /// <summary>Adds JSON by its kind.</summary>
    public ContentHash Json(JsonElement? value) => Add(value?.ValueKind);
}

using System.Text.Json;

namespace PageMessagesGen.Json;

/// <summary>Writes a value to a buffer.</summary>
public delegate void JsonWrite<in T>(JsonBuffer json, T value);

/// <summary>Reads a value that begins at the reader's token, and leaves the reader on its last token.</summary>
public delegate T JsonRead<out T>(ref Utf8JsonReader json);

/// <summary>Reads the values in a server's answer. JSON null counts as absent everywhere.</summary>
public static class JsonAnswer
{
    /// <summary>Reads a text or null.</summary>
    /// <exception cref="JsonException">It is something else.</exception>
    public static string? ReadString(ref Utf8JsonReader json) => json.TokenType switch
    {
        JsonTokenType.String => json.GetString(),
        JsonTokenType.Null => null,
        _ => throw Unexpected("text"),
    };

    /// <summary>Reads a text, a whole number as text, or null.</summary>
    /// <exception cref="JsonException">It is something else.</exception>
    public static string? ReadStringOrInteger(ref Utf8JsonReader json) =>
        json.TokenType == JsonTokenType.Null ? null : StringOrIntegerConverter.ReadText(ref json);

    /// <summary>Reads a whole number or null.</summary>
    /// <exception cref="JsonException">It is something else.</exception>
    public static long? ReadInteger(ref Utf8JsonReader json) => json.TokenType switch
    {
        JsonTokenType.Number when json.TryGetInt64(out var value) => value,
        JsonTokenType.Null => null,
        _ => throw Unexpected("a whole number"),
    };

    /// <summary>Reads a number or null.</summary>
    /// <exception cref="JsonException">It is something else.</exception>
    public static decimal? ReadNumber(ref Utf8JsonReader json) => json.TokenType switch
    {
        JsonTokenType.Number when json.TryGetDecimal(out var value) => value,
        JsonTokenType.Null => null,
        _ => throw Unexpected("a number"),
    };

    /// <summary>Reads true, false or null.</summary>
    /// <exception cref="JsonException">It is something else.</exception>
    public static bool? ReadBoolean(ref Utf8JsonReader json) => json.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.Null => null,
        _ => throw Unexpected("true or false"),
    };

    /// <summary>Reads any value, or null.</summary>
    public static JsonElement? ReadJson(ref Utf8JsonReader json) =>
        json.TokenType == JsonTokenType.Null ? null : JsonElement.ParseValue(ref json);

    /// <summary>Reads an enum's wire value. A value that the schema does not know counts as absent: servers learn new ones first.</summary>
    /// <exception cref="JsonException">It is no text.</exception>
    public static TEnum? ReadEnum<TEnum>(ref Utf8JsonReader json, WireEnumConverter<TEnum> converter)
        where TEnum : struct, Enum
    {
        ArgumentNullException.ThrowIfNull(converter);
        return converter.TryParse(ReadString(ref json), out var value) ? value : null;
    }

    /// <summary>Reads a list of texts or objects, or null. Elements that are null are passed over.</summary>
    /// <exception cref="JsonException">It is something else.</exception>
    public static IReadOnlyList<T>? ReadList<T>(ref Utf8JsonReader json, JsonRead<T?> readItem)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(readItem);
        if (!BeginsList(ref json))
            return null;
        var items = new List<T>();
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            if (readItem(ref json) is { } item)
                items.Add(item);
        }

        return items;
    }

    /// <summary>Reads a list of numbers, enum values and the like, or null. Elements that are null are passed over.</summary>
    /// <exception cref="JsonException">It is something else.</exception>
    public static IReadOnlyList<T>? ReadValues<T>(ref Utf8JsonReader json, JsonRead<T?> readItem)
        where T : struct
    {
        ArgumentNullException.ThrowIfNull(readItem);
        if (!BeginsList(ref json))
            return null;
        var items = new List<T>();
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            if (readItem(ref json) is { } item)
                items.Add(item);
        }

        return items;
    }

    /// <summary>Finds the text of a member in the object that begins here, without moving the reader; null if there is none.</summary>
    public static string? FindText(Utf8JsonReader json, ReadOnlySpan<byte> name)
    {
        if (json.TokenType != JsonTokenType.StartObject)
            return null;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var isFound = json.ValueTextEquals(name);
            json.Read();
            if (isFound)
                return json.TokenType == JsonTokenType.String ? json.GetString() : null;
            json.Skip();
        }

        return null;
    }

    /// <summary>Tells whether an object begins here; null is no object.</summary>
    /// <exception cref="JsonException">It is something else.</exception>
    public static bool BeginsObject(ref Utf8JsonReader json) => json.TokenType switch
    {
        JsonTokenType.StartObject => true,
        JsonTokenType.Null => false,
        _ => throw Unexpected("an object"),
    };

    private static bool BeginsList(ref Utf8JsonReader json) => json.TokenType switch
    {
        JsonTokenType.StartArray => true,
        JsonTokenType.Null => false,
        _ => throw Unexpected("a list"),
    };

    private static JsonException Unexpected(string wanted) => new($"The answer does not hold {wanted} where it should.");
}

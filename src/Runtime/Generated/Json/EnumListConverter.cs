using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PageMessagesGen.Generated;

/// <summary>
/// Writes and reads a list of values of an enum by their wire values. It is on the properties of generated types, and therefore comes before
/// the converters of an application, such as <see cref="JsonStringEnumConverter"/>, which writes the names in C#.
/// </summary>
/// <typeparam name="TEnum">A generated enum.</typeparam>
/// <typeparam name="TConverter">Its converter.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EnumListConverter<TEnum, TConverter> : JsonConverter<IReadOnlyList<TEnum>>, IWireEnumConverter
    where TEnum : struct, Enum
    where TConverter : WireEnumConverter<TEnum>, new()
{
    private static readonly TConverter Element = new();

    IReadOnlyList<string> IWireEnumConverter.WireValues => ((IWireEnumConverter)Element).WireValues;

    /// <summary>Reads a list.</summary>
    /// <exception cref="JsonException">The JSON is not a list of strings.</exception>
    public override IReadOnlyList<TEnum> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            throw new JsonException($"The JSON value is not a list of {typeof(TEnum).Name}.");
        var values = new List<TEnum>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            values.Add(Element.Read(ref reader, typeof(TEnum), options));
        return values;
    }

    /// <summary>Writes a list.</summary>
    /// <exception cref="JsonException">A value is not a member of the enum, and was not read.</exception>
    public override void Write(Utf8JsonWriter writer, IReadOnlyList<TEnum> value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStartArray();
        foreach (var element in value)
            Element.Write(writer, element, options);
        writer.WriteEndArray();
    }
}

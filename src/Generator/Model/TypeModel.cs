namespace PageMessagesGen.Generator.Model;

/// <summary>The C# type of a value.</summary>
/// <param name="Name">Its name, marked if it is one of <see cref="ImportedTypes"/>.</param>
/// <param name="IsStruct">Whether its null is a <see cref="Nullable{T}"/>.</param>
internal abstract record TypeModel(string Name, bool IsStruct)
{
    /// <summary>The type itself, or that of the innermost elements of a list or map.</summary>
    internal virtual TypeModel Leaf => this;

    /// <summary>The type itself, and the lists and maps in it.</summary>
    internal virtual IEnumerable<TypeModel> Nested => [this];
}

/// <summary>A type that JSON has as well.</summary>
/// <param name="Keyword">The C# keyword.</param>
/// <param name="Word">The word by which the runtime library's readers and writers name it.</param>
/// <param name="IsStruct">Whether it is a struct.</param>
internal sealed record PrimitiveTypeModel(string Keyword, string Word, bool IsStruct) : TypeModel(Keyword, IsStruct)
{
    public static PrimitiveTypeModel String { get; } = new("string", "String", false);

    public static PrimitiveTypeModel StringOrInteger { get; } = new("string", "StringOrInteger", false);

    public static PrimitiveTypeModel Integer { get; } = new("long", "Integer", true);

    public static PrimitiveTypeModel Number { get; } = new("decimal", "Number", true);

    public static PrimitiveTypeModel Boolean { get; } = new("bool", "Boolean", true);

    public static PrimitiveTypeModel Date { get; } = new("::DateOnly", "Date", true);

    public static PrimitiveTypeModel DateTime { get; } = new("::DateTimeOffset", "DateTime", true);

    public static PrimitiveTypeModel IntegerOrString { get; } = new("::IntegerOrString", "IntegerOrString", true);

    public static PrimitiveTypeModel Timestamp { get; } = new("::Timestamp", "Timestamp", true);

    /// <summary>The converter that System.Text.Json uses.</summary>
    public string Converter => Word switch
    {
        "Integer" => "::JsonMetadataServices.Int64Converter",
        "Number" => "::JsonMetadataServices.DecimalConverter",
        "Boolean" => "::JsonMetadataServices.BooleanConverter",
        "Date" => "::JsonMetadataServices.DateOnlyConverter",
        "DateTime" => "new ::GraphDateTimeConverter()",
        "IntegerOrString" => "new ::IntegerOrStringConverter()",
        "Timestamp" => "new ::TimestampConverter()",
        _ => "::JsonMetadataServices.StringConverter",
    };

    /// <summary>The converter that a property of the type must name; null if System.Text.Json's own does the same.</summary>
    public string? PropertyConverter => Word switch
    {
        "StringOrInteger" => "::StringOrIntegerConverter",
        "DateTime" => "::GraphDateTimeConverter",
        _ => null,
    };
}

/// <summary>Any JSON.</summary>
internal sealed record JsonTypeModel() : TypeModel("::JsonElement", true)
{
}

/// <summary>The bytes of a file, which are no part of the JSON.</summary>
internal sealed record FileTypeModel() : TypeModel("::GraphFile", false)
{
}

/// <summary>A generated record, or the abstract record of a union.</summary>
/// <param name="Record">Its name, without its namespace.</param>
/// <param name="Owner">The service that generates it; null for the service itself.</param>
internal sealed record RecordTypeModel(string Record, TypeOwner? Owner = null) : TypeModel($"{Owner?.Types}{Record}", false)
{
}

/// <summary>A generated enum.</summary>
/// <param name="Enum">Its name, without its namespace.</param>
/// <param name="Owner">The service that generates it; null for the service itself.</param>
internal sealed record EnumTypeModel(string Enum, TypeOwner? Owner = null) : TypeModel($"{Owner?.Types}{Enum}", true)
{
    public string Converter => EnumModel.ConverterFor(Name);
}

/// <summary>A list.</summary>
internal sealed record ListTypeModel(TypeModel Element) : TypeModel($"::IReadOnlyList<{Element.Name}>", false)
{
    internal override TypeModel Leaf => Element.Leaf;

    internal override IEnumerable<TypeModel> Nested => Element.Nested.Prepend(this);
}

/// <summary>An object whose member names are not in the schema.</summary>
internal sealed record MapTypeModel(TypeModel Value) : TypeModel($"::IReadOnlyDictionary<string, {Value.Name}>", false)
{
    internal override TypeModel Leaf => Value.Leaf;

    internal override IEnumerable<TypeModel> Nested => Value.Nested.Prepend(this);
}

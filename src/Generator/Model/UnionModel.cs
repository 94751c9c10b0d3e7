using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Generator.Model;

/// <summary>A generated union: an abstract record, and a record for each shape.</summary>
/// <param name="Name">Its C# name.</param>
/// <param name="Summary">What it is.</param>
/// <param name="Shape">How it is a shape of another union, or null.</param>
/// <param name="Discriminator">The member that selects the shape; null if a sibling of the union does that.</param>
/// <param name="Content">The member that has the members of the shape; null if they are beside the discriminator.</param>
/// <param name="Shapes">The records of the shapes.</param>
/// <param name="IsSent">Whether a request holds it.</param>
/// <param name="IsAnswered">Whether an answer holds it.</param>
internal sealed record UnionModel(
    string Name,
    string Summary,
    UnionShape? Shape,
    DiscriminatorModel? Discriminator,
    ContentModel? Content,
    EquatableArray<UnionShapeModel> Shapes,
    bool IsSent,
    bool IsAnswered)
{
    /// <summary>The members of the record for a shape that the schema leaves open.</summary>
    public static readonly string[] NamesOfRaw = ["Json", "Parse"];

    /// <summary>Whether it is the union of the events of a webhook.</summary>
    public bool IsOfEvents { get; init; }

    /// <summary>The record for a shape that the schema leaves open.</summary>
    public string Raw => RawFor(Name, IsOfEvents);

    public string Converter => ConverterFor(Name);

    public static string RawFor(string unionName, bool isOfEvents = false) => isOfEvents ? Webhook.UnknownEvent : $"Raw{unionName}";

    public static string ConverterFor(string unionName) => $"{unionName}JsonConverter";
}

/// <summary>A shape of a union.</summary>
/// <param name="Record">Its record.</param>
/// <param name="Value">The value that selects it; null if a sibling of the union has that.</param>
/// <param name="HasContent">Whether it has members, if these are in a sibling of the discriminator.</param>
internal sealed record UnionShapeModel(string Record, DiscriminatorValue? Value, bool HasContent);

/// <summary>The member of a union that selects its shape.</summary>
/// <param name="Property">The property that returns it.</param>
/// <param name="WireLiteral">Its name in JSON, as a C# literal.</param>
/// <param name="JsonLiteral">The same, escaped as JSON demands.</param>
/// <param name="Summary">What it is, as XML documentation.</param>
/// <param name="Values">The enum of its values; null for a string.</param>
internal sealed record DiscriminatorModel(string Property, string WireLiteral, string JsonLiteral, string Summary, EnumTypeModel? Values)
{
    public string Type => Values?.Name ?? "string";

    /// <summary>The method by which a shape tells its value, if the value is not beside its members.</summary>
    public string Method => $"Get_{Property}";
}

/// <summary>The value of a discriminator for one shape.</summary>
/// <param name="Discriminator">The discriminator.</param>
/// <param name="NameLiteral">Its name in the schema, or, without an enum, its string in JSON, as a C# literal.</param>
/// <param name="WireLiteral">Its string in JSON, as a C# literal.</param>
/// <param name="JsonLiteral">The same, escaped as JSON demands.</param>
/// <param name="Member">The member of the enum; null for a string.</param>
/// <param name="Availability">Where, and until when, the shape can be used.</param>
internal sealed record DiscriminatorValue(
    DiscriminatorModel Discriminator, string NameLiteral, string WireLiteral, string JsonLiteral, string? Member, Availability Availability)
{
    /// <summary>Gets the expression for the value.</summary>
    /// <param name="type">Gets the name of the enum for an expression.</param>
    public string Expression(Func<string, string> type) => Discriminator.Values is { } values ? $"{type(values.Name)}.{Member}" : WireLiteral;
}

/// <summary>The member of a union that has the members of its shape.</summary>
/// <param name="WireLiteral">Its name in JSON, as a C# literal.</param>
/// <param name="JsonLiteral">The same, escaped as JSON demands.</param>
internal sealed record ContentModel(string WireLiteral, string JsonLiteral);

/// <summary>How a record is a shape of a union.</summary>
/// <param name="Name">The union.</param>
/// <param name="Value">The discriminator beside its members, or null.</param>
/// <param name="Envelope">The object around its members, or null.</param>
internal sealed record UnionShape(string Name, DiscriminatorValue? Value, EnvelopeModel? Envelope)
{
    /// <summary>The discriminator that a record without a shape sets itself, because it has the content as JSON.</summary>
    public DiscriminatorModel? Open { get; init; }
}

/// <summary>The object around the members of a shape.</summary>
/// <param name="Value">The discriminator in it.</param>
/// <param name="Content">The member that has the members of the shape; null if it has none.</param>
internal sealed record EnvelopeModel(DiscriminatorValue Value, ContentModel? Content);

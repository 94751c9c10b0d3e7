
namespace PageMessagesGen.Generator.Model;

/// <summary>A generated record.</summary>
/// <param name="Name">Its C# name.</param>
/// <param name="Summary">What it is.</param>
/// <param name="Union">The union that it is a shape of; null if it is none.</param>
/// <param name="Rules">The rules between its properties; empty if no request holds it.</param>
/// <param name="Members">Its properties.</param>
/// <param name="IsSent">Whether a request holds it, so that the client must write it.</param>
/// <param name="IsAnswered">Whether an answer holds it, so that the client must read it.</param>
internal sealed record RecordModel(
    string Name, string Summary, UnionShape? Union, EquatableArray<Rule> Rules, EquatableArray<MemberModel> Members, bool IsSent, bool IsAnswered)
{
    public bool HasCollections => Members.Any(m => m.Type is ListTypeModel or MapTypeModel);

    public bool HasDates => Members.Any(m => m.Type.Leaf is PrimitiveTypeModel { Word: "Date" or "DateTime" });

    public bool HasJson => Members.Any(m => m.Type.Leaf is JsonTypeModel);
}

/// <summary>How a record is a shape of a union.</summary>
/// <param name="Name">The union.</param>
/// <param name="DiscriminatorLiteral">The member by which the shape is told, escaped for JSON, as a C# literal; null if a sibling of the union tells it.</param>
/// <param name="ValueLiteral">That member's value, likewise.</param>
internal sealed record UnionShape(string Name, string? DiscriminatorLiteral, string ValueLiteral);

/// <summary>A generated union: an abstract record, and a record for each shape.</summary>
/// <param name="Name">Its C# name.</param>
/// <param name="Summary">What it is.</param>
/// <param name="Base">The union that it is itself a shape of; null if it is none.</param>
/// <param name="DiscriminatorLiteral">The member by which the shapes are told apart, as a C# literal; null if a sibling of the union does that.</param>
/// <param name="Shapes">The records of the shapes.</param>
/// <param name="IsSent">Whether a request holds it.</param>
/// <param name="IsAnswered">Whether an answer holds it.</param>
internal sealed record UnionModel(
    string Name, string Summary, string? Base, string? DiscriminatorLiteral, EquatableArray<UnionShapeModel> Shapes, bool IsSent, bool IsAnswered)
{
    /// <summary>The record for a shape that the schema leaves open.</summary>
    public string Raw => RawFor(Name);

    public string Converter => ConverterFor(Name);

    /// <summary>Whether it has <see cref="Raw"/> and <see cref="Converter"/>.</summary>
    public bool IsOpen => DiscriminatorLiteral is null;

    public static string RawFor(string unionName) => $"Raw{unionName}";

    public static string ConverterFor(string unionName) => $"{unionName}JsonConverter";
}

/// <summary>A shape of a union.</summary>
/// <param name="Record">Its record.</param>
/// <param name="ValueLiteral">The discriminator's value, as a C# literal.</param>
internal sealed record UnionShapeModel(string Record, string ValueLiteral);

/// <summary>A generated property.</summary>
/// <param name="Name">Its C# name.</param>
/// <param name="Local">The name of a local variable for its value.</param>
/// <param name="WireLiteral">Its name in JSON, as a C# literal.</param>
/// <param name="JsonLiteral">The same, escaped as JSON demands.</param>
/// <param name="Type">What it holds.</param>
/// <param name="IsRequired">Whether C# demands a value.</param>
/// <param name="IsShown">Whether its value may be shown in logs.</param>
/// <param name="Summary">What it means.</param>
/// <param name="Remarks">Its facts, a sentence each, as XML documentation.</param>
/// <param name="Limits">The limits of its value; empty if no request holds it.</param>
/// <param name="LimitSeverity">The severity of exceeding one.</param>
/// <param name="Availability">Where, and until when, it can be used; everywhere if no request holds it.</param>
internal sealed record MemberModel(
    string Name,
    string Local,
    string WireLiteral,
    string JsonLiteral,
    TypeModel Type,
    bool IsRequired,
    bool IsShown,
    string Summary,
    EquatableArray<string> Remarks,
    EquatableArray<Limit> Limits,
    RuleSeverity LimitSeverity,
    Availability Availability);

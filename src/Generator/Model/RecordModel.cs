
namespace PageMessagesGen.Generator.Model;

/// <summary>A generated record.</summary>
/// <param name="Name">Its C# name.</param>
/// <param name="Summary">What it is.</param>
/// <param name="Union">The union that it is a shape of; null if it is none.</param>
/// <param name="Rules">The rules between its properties; empty if no request holds it.</param>
/// <param name="Members">Its properties.</param>
/// <param name="Unknown">The C# name of the property for the members of JSON that it does not have.</param>
/// <param name="IsSent">Whether a request holds it, so that the client must write it.</param>
/// <param name="IsAnswered">Whether an answer holds it, so that the client must read it.</param>
internal sealed record RecordModel(
    string Name, string Summary, UnionShape? Union, EquatableArray<Rule> Rules, EquatableArray<MemberModel> Members, string Unknown, bool IsSent, bool IsAnswered)
{
    /// <summary>What it says of itself as an event; null for any other record.</summary>
    public EventFactsModel? Event { get; init; }

    /// <summary>Gets a name for the property for unknown members, which differs from those that are taken.</summary>
    public static string NameOfUnknown(IReadOnlyCollection<string> taken)
    {
        var name = "UnknownMembers";
        while (taken.Contains(name))
            name += "_";
        return name;
    }

    /// <summary>Gets the members that JSON can have. A file is sent beside it.</summary>
    public IEnumerable<MemberModel> JsonMembers => Members.Where(m => m.Type is not FileTypeModel);

    public bool HasDates => Members.Any(m => m.Type.Leaf is PrimitiveTypeModel { Word: "Date" or "DateTime" });

    public bool HasJson => Members.Any(m => m.Type.Leaf is JsonTypeModel);
}

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
    Availability Availability)
{
    /// <summary>The number of bytes of its name in JSON.</summary>
    public int WireLength { get; init; }
}

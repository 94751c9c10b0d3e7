using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Generator.Model;

/// <summary>A generated record.</summary>
/// <param name="Name">Its C# name.</param>
/// <param name="Summary">What it is.</param>
/// <param name="Members">Its properties.</param>
/// <param name="IsSent">Whether a request holds it, so that the client must write it.</param>
/// <param name="IsAnswered">Whether an answer holds it, so that the client must read it.</param>
internal sealed record RecordModel(string Name, string Summary, EquatableArray<MemberModel> Members, bool IsSent, bool IsAnswered)
{
    public bool HasLists => Members.Any(m => m.Type is ListTypeModel);

    public bool HasJson => Members.Any(m => m.Type.Leaf is JsonTypeModel);

    public bool HasDefaults => Members.Any(m => m.DefaultExpression is not null);
}

/// <summary>A generated property.</summary>
/// <param name="Name">Its C# name.</param>
/// <param name="Local">The name of a local variable for its value.</param>
/// <param name="WireName">Its name in JSON.</param>
/// <param name="Type">What it holds.</param>
/// <param name="IsRequired">Whether C# demands a value.</param>
/// <param name="DefaultExpression">The C# constant for what the server takes in its absence.</param>
/// <param name="Summary">What it means.</param>
/// <param name="Remarks">Its facts, a sentence each, as XML documentation.</param>
internal sealed record MemberModel(
    string Name,
    string Local,
    string WireName,
    TypeModel Type,
    bool IsRequired,
    string? DefaultExpression,
    string Summary,
    EquatableArray<string> Remarks);

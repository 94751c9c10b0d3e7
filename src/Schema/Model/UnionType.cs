using PageMessagesGen.Schema.Text;

namespace PageMessagesGen.Schema.Model;

/// <summary>An object that has one of several shapes.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Summary">What it is.</param>
/// <param name="Discriminator">
/// The member of the object itself whose value chooses the shape, such as <c>template_type</c>; null if a sibling of the
/// member that holds the object does, as <c>attachment.type</c> does for <c>attachment.payload</c>.
/// </param>
/// <param name="Values">The enum whose values the discriminator has; null if the cases are its only description.</param>
/// <param name="Content">
/// The sibling of the discriminator that has the members of the shape, such as <c>payload</c>; null if they are in the object itself.
/// </param>
/// <param name="Cases">The shapes, in the order of the file.</param>
/// <param name="Range">Where its name stands.</param>
internal sealed record UnionType(
    string Name, string Summary, string? Discriminator, string? Values, string? Content, EquatableArray<UnionCase> Cases, TextRange Range) : INamed
{
    /// <summary>Gets a value that indicates whether it is the union of the events of a webhook, whose shapes are chosen by their members.</summary>
    public bool IsOfEvents { get; init; }
}

/// <summary>A shape of a union.</summary>
/// <param name="Value">The value that chooses it: the name of an enum member, or the value on the wire if no enum is named.</param>
/// <param name="Kind">What the shape is.</param>
/// <param name="Type">The object or union; empty if the shape is none.</param>
/// <param name="Range">Where the value stands.</param>
internal sealed record UnionCase(string Value, UnionCaseKind Kind, string Type, TextRange Range)
{
    /// <summary>Gets the same case with an open shape.</summary>
    public UnionCase AsJson() => this with { Kind = UnionCaseKind.Json, Type = "" };
}

/// <summary>What the shape of a union's case is.</summary>
internal enum UnionCaseKind
{
    /// <summary>An object, or another union.</summary>
    Type,

    /// <summary>Any JSON: the shape is not known.</summary>
    Json,

    /// <summary>Nothing: the object must be absent.</summary>
    None,
}

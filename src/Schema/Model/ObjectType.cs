using PageMessagesGen.Schema.Text;

namespace PageMessagesGen.Schema.Model;

/// <summary>An object on the wire.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Summary">What it is.</param>
/// <param name="Members">Its members, in the order of the file.</param>
/// <param name="Rules">What holds between its members.</param>
/// <param name="Range">Where its name stands.</param>
internal sealed record ObjectType(string Name, string Summary, NamedList<Member> Members, EquatableArray<DeclaredRule> Rules, TextRange Range) : INamed
{
    /// <summary>Finds a member by its name on the wire.</summary>
    public Member? FindMember(string name) => Members.Find(name);
}

/// <summary>A member of an object.</summary>
/// <param name="Name">Its name on the wire, such as <c>messaging_type</c>.</param>
/// <param name="CodeName">Its name in code, where the one that follows from the name on the wire will not do.</param>
/// <param name="Summary">What it means.</param>
/// <param name="Type">What it holds.</param>
/// <param name="Discriminator">For a union, the sibling by whose value its case is chosen; null if the union has its own.</param>
/// <param name="Required">Whether an object without it is refused.</param>
/// <param name="Emoji">Whether the reference says that emoji are supported in it.</param>
/// <param name="Sensitive">Whether its value must not be shown in logs.</param>
/// <param name="Undocumented">Whether the reference lists it and no guide describes it.</param>
/// <param name="Default">What the server takes where it is absent; it is never sent.</param>
/// <param name="Limits">What bounds its value.</param>
/// <param name="LimitSeverity">How bad it is to go beyond them.</param>
/// <param name="Platforms">Where it exists; empty for everywhere.</param>
/// <param name="Lifecycle">From when to when it can be used.</param>
/// <param name="Evidence">Where this is known from.</param>
/// <param name="Range">Where its name stands.</param>
internal sealed record Member(
    string Name,
    string? CodeName,
    string Summary,
    TypeReference Type,
    string? Discriminator,
    bool Required,
    bool Emoji,
    bool Sensitive,
    bool Undocumented,
    string? Default,
    EquatableArray<Limit> Limits,
    RuleSeverity LimitSeverity,
    EquatableArray<string> Platforms,
    Lifecycle Lifecycle,
    Evidence Evidence,
    TextRange Range) : INamed
{
    /// <summary>Gets the error that the server returns for an object without it; null if that is not known.</summary>
    public ErrorKey? Answer { get; init; }

    /// <summary>Gets where, and until when, it can be used as of a day.</summary>
    public Availability AvailabilityOn(SchemaDate day) => new(Platforms, Lifecycle.RetirementOn(day));
}

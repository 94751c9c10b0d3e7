using PageMessagesGen.Schema.Text;

namespace PageMessagesGen.Schema.Model;

/// <summary>An object on the wire.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Summary">What it is.</param>
/// <param name="Members">Its members, in the order of the file.</param>
/// <param name="Range">Where its name stands.</param>
public sealed record ObjectType(string Name, string Summary, EquatableArray<Member> Members, TextRange Range)
{
    /// <summary>Finds a member by its name on the wire.</summary>
    public Member? FindMember(string name) => Members.FirstOrDefault(m => m.Name == name);
}

/// <summary>A member of an object.</summary>
/// <param name="Name">Its name on the wire, such as <c>messaging_type</c>.</param>
/// <param name="Summary">What it means.</param>
/// <param name="Type">What it holds.</param>
/// <param name="Required">Whether an object without it is refused.</param>
/// <param name="Emoji">Whether the reference says that emoji are supported in it.</param>
/// <param name="Undocumented">Whether the reference lists it and no guide describes it.</param>
/// <param name="Default">What the server takes where it is absent; it is never sent.</param>
/// <param name="Format">The form of its text.</param>
/// <param name="Range">Where its name stands.</param>
public sealed record Member(
    string Name,
    string Summary,
    TypeReference Type,
    bool Required,
    bool Emoji,
    bool Undocumented,
    string? Default,
    TextFormat Format,
    TextRange Range);

/// <summary>The form of a text.</summary>
public enum TextFormat
{
    /// <summary>Any text.</summary>
    Any,

    /// <summary>Decimal digits only, as in ids.</summary>
    Digits,

    /// <summary>An absolute http or https address.</summary>
    Url,

    /// <summary>A currency code of ISO 4217.</summary>
    Currency,
}


namespace PageMessagesGen.Generator.Model;

/// <summary>A generated enum.</summary>
/// <param name="Name">Its C# name.</param>
/// <param name="Summary">What its values say.</param>
/// <param name="Members">Its fields.</param>
/// <param name="IsSent">Whether a request holds it.</param>
internal sealed record EnumModel(string Name, string Summary, EquatableArray<EnumMemberModel> Members, bool IsSent)
{
    public string Converter => ConverterFor(Name);

    public static string ConverterFor(string enumName) => $"{enumName}JsonConverter";
}

/// <summary>A generated enum member.</summary>
/// <param name="Name">Its C# name.</param>
/// <param name="NameLiteral">Its name in the schema, as a C# literal.</param>
/// <param name="Number">Its number, which depends on its name alone. It is never 0, so an enum that is not set is undefined.</param>
/// <param name="WireLiteral">What is sent for it, as a C# literal.</param>
/// <param name="JsonLiteral">The same, escaped as JSON demands.</param>
/// <param name="Summary">What it means.</param>
/// <param name="Remarks">Its facts, a sentence each, as XML documentation.</param>
/// <param name="OnlyWhen">A condition for its use that no rule can validate, or null.</param>
/// <param name="Availability">Where, and until when, it can be used; everywhere if no request holds it.</param>
internal sealed record EnumMemberModel(
    string Name, string NameLiteral, int Number, string WireLiteral, string JsonLiteral, string Summary, EquatableArray<string> Remarks, string? OnlyWhen, Availability Availability);

using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Schema.Tests.Seed;

/// <summary>Writes what a schema says in the form of <see cref="SeedLines"/>.</summary>
internal static class ModelLines
{
    /// <summary>All members of a type, and of the types of its members.</summary>
    public static IEnumerable<string> OfMembers(SchemaDocument schema, string type, string path = "") =>
        schema.FindType(type)!.Members.SelectMany(m => OfMember(schema, m, path + m.Name));

    /// <summary>The members of all enums.</summary>
    public static IEnumerable<string> OfEnums(SchemaDocument schema) =>
        schema.Enums.SelectMany(e => e.Members.Select(m => $"{e.Name}.{m.Name} = {m.Wire}"));

    private static IEnumerable<string> OfMember(SchemaDocument schema, Member member, string path)
    {
        string[] flags =
        [
            .. member.Required ? ["required"] : Array.Empty<string>(),
            .. member.Emoji ? ["emoji"] : Array.Empty<string>(),
            .. member.Default is { } value ? [$"default={value}"] : Array.Empty<string>(),
        ];
        if (member.Type is UnionReference { Name: var union })
            return OfUnion(schema.FindUnion(union)!, path).Prepend($"{path}: object; {string.Join(' ', flags)}");
        var format = member.Limits.FirstOrDefault(limit => limit.Format is not null) is { } limit ? $" {limit.Format!.Name}" : "";
        string[] line = [$"{path}: {TypeOf(member.Type)}{format}; {string.Join(' ', flags)}"];
        return member.Type switch
        {
            ObjectReference inner => line.Concat(OfMembers(schema, inner.Name, path + ".")),
            ListReference { Element: ObjectReference inner } => line.Concat(OfMembers(schema, inner.Name, path + "[].")),
            _ => line,
        };
    }

    // The members of the shapes are those of other pages.
    private static IEnumerable<string> OfUnion(UnionType union, string path) => [$"{path}.{union.Discriminator}: enum {union.Values}; required", $"{path}.{union.Content}: union; "];

    private static string TypeOf(TypeReference type) => type switch
    {
        ObjectReference => "object",
        EnumReference e => $"enum {e.Name}",
        UnionReference => "union",
        ListReference list => $"list<{TypeOf(list.Element)}>",
        ScalarReference { Kind: ScalarKind.StringOrInteger } => "string-or-integer",
        ScalarReference scalar => scalar.Kind.ToString().ToLowerInvariant(),
        _ => throw new InvalidOperationException($"{type} is not known here."),
    };
}

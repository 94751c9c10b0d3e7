using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Emulator.Validation;

/// <summary>
/// Gives the content of a form the types of the schema: the numbers and booleans among its fields, which are strings in a form, and its
/// files, each at the member that it belongs to. A file that no member takes is a member of the body, which the validation reports.
/// </summary>
internal static class FormContent
{
    /// <summary>Gets the body as its type describes it.</summary>
    public static WireValue Of(SchemaDocument schema, string type, WireValue body, IEnumerable<string> files)
    {
        if (body is not WireObject fields)
            return body;
        var open = files.ToList();
        var typed = fields.Members.Select(field => field with { Value = Read(field.Value, schema.FindType(type)?.FindMember(field.Name)?.Type) });
        var placed = (WireObject)Place(schema, new ObjectReference(type), fields with { Members = typed.ToEquatableArray() }, open);
        return placed with { Members = placed.Members.Concat(open.Select(ToMember)).ToEquatableArray() };
    }

    private static WireValue Read(WireValue value, TypeReference? type) => value is WireText text && type is not null ? ParameterValidator.Read(text.Text, type) : value;

    private static WireMember ToMember(string file) => new(file, new WireFile(default), default);

    private static WireValue Place(SchemaDocument schema, TypeReference? reference, WireValue value, List<string> open)
    {
        if (value is not WireObject body || open.Count == 0)
            return value;
        return reference switch
        {
            ObjectReference o when schema.FindType(o.Name) is { } type => PlaceInMembers(schema, type, body, open),
            UnionReference u when schema.FindUnion(u.Name) is { Discriminator: { } discriminator } union && FindCase(schema, union, body.Find(discriminator)) is { } shape =>
                union.Content is { } content ? PlaceInContent(schema, shape, content, body, open) : Place(schema, schema.ShapeOf(shape), body, open),
            _ => value,
        };
    }

    private static WireObject PlaceInMembers(SchemaDocument schema, ObjectType type, WireObject body, List<string> open)
    {
        var members = body.Members.Select(member => member with { Value = Place(schema, type.FindMember(member.Name)?.Type, member.Value, open) }).ToList();
        foreach (var member in type.Members.Where(member => member.Type.IsFile && open.Remove(member.Name)))
            members.Add(ToMember(member.Name));
        return body with { Members = members.ToEquatableArray() };
    }

    // The object around the content can be without it, if the file is all that there is.
    private static WireObject PlaceInContent(SchemaDocument schema, UnionCase shape, string content, WireObject body, List<string> open)
    {
        var inner = Place(schema, schema.ShapeOf(shape), body.Find(content) ?? new WireObject(default, default), open);
        var others = body.Members.Where(member => member.Name != content);
        return inner is WireObject { Members.Count: 0 } && body.Find(content) is null
            ? body
            : body with { Members = others.Append(new WireMember(content, inner, default)).ToEquatableArray() };
    }

    private static UnionCase? FindCase(SchemaDocument schema, UnionType union, WireValue? discriminator)
    {
        var text = (discriminator as WireText)?.Text;
        var chosen = text is not null && union.Values is { } values ? schema.FindEnum(values)?.FindWire(text)?.Name : text;
        return union.Cases.FirstOrDefault(shape => shape.Kind == UnionCaseKind.Type && string.Equals(shape.Value, chosen, StringComparison.OrdinalIgnoreCase));
    }
}

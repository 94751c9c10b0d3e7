using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Emulator.Responses;

/// <summary>
/// Creates the responses to accepted calls from the schema: the response of an example if the operation has one, and otherwise a
/// response built from its type. Both are always the same.
/// </summary>
internal sealed class SampleResponses(SchemaDocument schema)
{
    // Deeper objects are left out, because an object can contain itself.
    private const int MostLevels = 5;

    /// <summary>Gets the response to an accepted call; null for a call that returns nothing.</summary>
    public WireValue? AnswerTo(Operation operation) =>
        operation.Examples.FirstOrDefault(e => e is { Answer: not null, Breaks.Count: 0 })?.Answer
        ?? operation.Returns switch
        {
            null => null,
            PageReference page => MakeUpPage(page),
            var type => MakeUp(type, operation.Name, null, level: 0),
        };

    // The first page is the last one.
    private WireObject MakeUpPage(PageReference page)
    {
        var cursors = MakeUp(("before", new WireText("made-up before", default)), ("after", new WireText("made-up after", default)));
        return MakeUp(("data", MakeUp(new ListReference(page.Element), "data", null, level: 0)!), ("paging", MakeUp(("cursors", cursors))));
    }

    private static WireObject MakeUp(params (string Name, WireValue Value)[] members) =>
        new(members.Select(m => new WireMember(m.Name, m.Value, default)).ToEquatableArray(), default);

    private WireObject MakeUpObject(ObjectType type, int level, WireMember? discriminator = null)
    {
        var members = type.Members
            .Select(m => (m.Name, Value: m.Type is UnionReference union && m.Discriminator is { } sibling
                ? MakeUpChosen(union, type.FindMember(sibling)?.Type as EnumReference, level)
                : MakeUp(m.Type, m.Name, m.Limits.FirstOrDefault(limit => limit.Kind == LimitKind.Format)?.Format, level)))
            .Where(m => m.Value is not null)
            .Select(m => new WireMember(m.Name, m.Value!, default));
        return new WireObject((discriminator is null ? members : members.Prepend(discriminator)).ToEquatableArray(), default);
    }

    private WireValue? MakeUp(TypeReference type, string name, StringFormat? format, int level) => type switch
    {
        ListReference list => MakeUp(list.Element, name, null, level) is { } item ? new WireList(new[] { item }.ToEquatableArray(), default) : null,
        MapReference map => MakeUp(map.Value, name, null, level) is { } value ? new WireObject(new[] { new WireMember(name, value, default) }.ToEquatableArray(), default) : null,
        ObjectReference reference => level == MostLevels ? null : MakeUpObject(schema.FindType(reference.Name)!, level + 1),
        UnionReference reference => MakeUpCase(schema.FindUnion(reference.Name)!, null, level),
        EnumReference reference => new WireText(schema.FindEnum(reference.Name)!.Members[0].Wire, default),
        ScalarReference scalar => scalar.Kind switch
        {
            ScalarKind.Boolean => new WireBoolean(true, default),
            ScalarKind.Integer or ScalarKind.Number => new WireNumber("1", default),
            ScalarKind.Date => new WireText("2026-11-22", default),
            ScalarKind.DateTime => new WireText("2026-11-22T10:00:00+0000", default),
            ScalarKind.Json => new WireObject(default, default),
            _ => new WireText(MakeUpText(name, format), default),
        },
        _ => throw new InvalidOperationException($"There is no response for {type.GetType().Name}."),
    };

    // The sibling that chooses the shape has the first value of its enum, so the shape must be the one for that value.
    private WireValue? MakeUpChosen(UnionReference reference, EnumReference? sibling, int level)
    {
        var union = schema.FindUnion(reference.Name)!;
        var value = sibling is null ? null : schema.FindEnum(sibling.Name)!.Members[0].Name;
        return MakeUpCase(union, union.Cases.FirstOrDefault(c => c.Value == value), level);
    }

    private WireValue? MakeUpCase(UnionType union, UnionCase? chosen, int level)
    {
        if (level == MostLevels)
            return null;
        var shape = chosen ?? union.Cases[0];
        var value = union.Values is { } values ? schema.FindEnum(values)!.Members.First(m => m.Name == shape.Value).Wire : shape.Value;
        var discriminator = union.Discriminator is { } name ? new WireMember(name, new WireText(value, default), default) : null;
        if (union.Content is { } content)
            return MakeUpContent(discriminator!, content, shape, level);
        return shape.Kind switch
        {
            UnionCaseKind.None => null,
            UnionCaseKind.Type when schema.FindUnion(shape.Type) is { } inner => MakeUpCase(inner, null, level + 1),
            UnionCaseKind.Type => MakeUpObject(schema.FindType(shape.Type)!, level + 1, discriminator),
            _ => new WireObject((discriminator is null ? [] : new[] { discriminator }).ToEquatableArray(), default),
        };
    }

    private WireObject MakeUpContent(WireMember discriminator, string name, UnionCase shape, int level)
    {
        var content = shape.Kind == UnionCaseKind.Type ? MakeUp(schema.ShapeOf(shape), name, null, level) : null;
        return new WireObject((content is null ? [discriminator] : new[] { discriminator, new WireMember(name, content, default) }).ToEquatableArray(), default);
    }

    private static string MakeUpText(string name, StringFormat? format) =>
        format is null && !(name == "id" || name.EndsWith("_id", StringComparison.Ordinal)) ? $"made-up {name}"
        : FakeId.Of(name) is var id && format?.Matches(id) != false ? id
        : format.Sample;
}

using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Generator.Model;

/// <summary>Plans the methods that walk paths through lists and unions.</summary>
internal sealed class PathWalks(GeneratedTypes types)
{
    private readonly Dictionary<(string Record, MemberPath Path, PathQuestion Question), PathWalk> _walks = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    /// <summary>All walks that were asked for.</summary>
    public EquatableArray<PathWalk> All => _walks.Values.ToEquatableArray();

    /// <summary>Gives the method for a path; null if the path cannot be had in C#.</summary>
    public string? Add(string record, MemberPath path, PathQuestion question)
    {
        if (_walks.TryGetValue((record, path, question), out var known))
            return known.Method;
        if (FromObject(record, path, 0, question) is not { } step)
            return null;
        var stem = $"Find{record}{string.Concat(path.Names.Select(Identifiers.Pascal))}";
        var method = stem;
        for (var number = 2; !_names.Add(method); number++)
            method = $"{stem}{number}";
        _walks.Add((record, path, question), new PathWalk(method, record, CSharpText.Documentation(path.ToString()), step));
        return method;
    }

    private WalkStep? From(TypeModel type, MemberPath path, int index, PathQuestion question) => type switch
    {
        RecordTypeModel record => FromObject(record.Record, path, index, question),
        JsonTypeModel => new JsonStep(null, JsonArguments(path, index, question, null)),
        _ => null,
    };

    private WalkStep? FromObject(string name, MemberPath path, int index, PathQuestion question)
    {
        if (types.FindUnion(name) is { } union)
            return FromUnion(union, path, index, question);
        if (types.FindMember(name, path.Names[index]) is not { } member)
            return null;
        var isEnd = index == path.Names.Count - 1;
        switch (member.Type)
        {
            case ListTypeModel when isEnd && question.IsOfLists:
                return new MemberStep(member.Name, true, new EndStep($"!{question.Limit}.IsBroken(", ".Count)"));
            case ListTypeModel list when (isEnd && list.Element is not JsonTypeModel ? End(list.Element, question) : From(list.Element, path, index + 1, question)) is { } next:
                return new ListStep(member.Name, !list.Element.IsStruct, isEnd ? question.Values.Count == 0 : null, next);
            case JsonTypeModel:
                return new JsonStep(member.Name, JsonArguments(path, index + 1, question, null));
            case var type when (isEnd ? End(type, question) : From(type, path, index + 1, question)) is { } next:
                return new MemberStep(member.Name, !(member.IsRequired && type.IsStruct), next);
            default:
                return null;
        }
    }

    private ShapeStep? FromUnion(UnionModel union, MemberPath path, int index, PathQuestion question)
    {
        var shapes = new List<WalkShape>();
        foreach (var shape in union.Shapes.Where(s => CanBeShape(union, s.Record)))
        {
            var next = union.DiscriminatorLiteral == CSharpText.Literal(path.Names[index])
                ? Known(shape, question)
                : FromObject(shape.Record, path, index, question);
            if (next is not null)
                shapes.Add(new WalkShape(shape.Record, next));
        }

        if (union.DiscriminatorLiteral is null)
            shapes.Add(new WalkShape(union.Raw, new JsonStep("Json", JsonArguments(path, index, question, EnumAt(union.Name, path, index)))));
        return shapes.Count > 0 ? new ShapeStep(shapes.ToEquatableArray()) : null;
    }

    // Only a union that a sibling tells apart can have another union for a shape. A schema that says otherwise is reported, and
    // must not lead round in circles here.
    private bool CanBeShape(UnionModel union, string shape) =>
        types.FindUnion(shape) is not { } inner || (union.DiscriminatorLiteral is null && inner.DiscriminatorLiteral is not null);

    // The value that tells a shape is known with the shape.
    private static EndStep Known(UnionShapeModel shape, PathQuestion question) => new(
        question.Values.Count == 0 || question.Values.Any(v => string.Equals(CSharpText.Literal(v), shape.ValueLiteral, StringComparison.OrdinalIgnoreCase)) ? "true" : "false", null);

    private EndStep End(TypeModel type, PathQuestion question) => (question, type) switch
    {
        ({ Limit: { } limit, IsOfLists: false }, PrimitiveTypeModel) => new EndStep($"!{limit}.IsBroken(", ")"),
        ({ Values.Count: 0 }, _) => new EndStep("true", null),
        (_, EnumTypeModel or PrimitiveTypeModel { Keyword: "bool" }) when types.Patterns(type, question.Values) is { Count: > 0 } patterns =>
            new EndStep("", $" is {string.Join(" or ", patterns)}"),
        (_, PrimitiveTypeModel { Keyword: not "bool" }) => new EndStep("RuleValue.IsOneOf(", $", {PathQuestion.List(question.Values)})"),
        (_, JsonTypeModel) => new EndStep("RuleJson.Find(", $", \"\"{question.JsonArguments(question.Values)}).AllMatch"),
        _ => new EndStep("false", null),
    };

    private static string JsonArguments(MemberPath path, int index, PathQuestion question, EnumType? type) =>
        $"{CSharpText.Literal(string.Join(".", path.Names.Skip(index)))}{question.JsonArguments(InJson(question.Values, type))}";

    // In JSON a value of an enum stands as it does on the wire.
    private static IEnumerable<string> InJson(EquatableArray<string> values, EnumType? type) => type is null
        ? values
        : type.Members.Where(m => values.Contains(m.Name)).Select(m => m.Wire).Concat(values.Where(v => type.FindWire(v) is null)).Distinct(StringComparer.OrdinalIgnoreCase);

    // The enum at the end of a path that begins in a union: that of the first shape which has the member.
    private EnumType? EnumAt(string name, MemberPath path, int index)
    {
        for (; index < path.Names.Count; index++)
        {
            if (FindMember(name, path.Names[index], 0) is not { } member)
                return null;
            var type = (member.Type as ListReference)?.Element ?? member.Type;
            if (type is EnumReference e)
                return index == path.Names.Count - 1 ? types.Document.FindEnum(e.Name) : null;
            name = (type as ObjectReference)?.Name ?? (type as UnionReference)?.Name ?? "";
        }

        return null;
    }

    private Member? FindMember(string type, string name, int depth) => types.Document.FindType(type) is { } found
        ? found.FindMember(name)
        : depth > 2 ? null : types.Document.FindUnion(type)?.Cases
            .Where(c => c.Kind == UnionCaseKind.Type)
            .Select(c => FindMember(c.Type, name, depth + 1))
            .FirstOrDefault(m => m is not null);
}

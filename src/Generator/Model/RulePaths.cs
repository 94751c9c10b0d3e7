using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Generator.Model;

/// <summary>Turns what rules ask about paths into C# conditions on a local variable <c>value</c>. They are null where a path cannot be had in C#.</summary>
/// <param name="types">The generated types.</param>
internal sealed class RulePaths(GeneratedTypes types)
{
    private readonly PathWalks _walks = new(types);

    /// <summary>The paths that need a method to walk them.</summary>
    public EquatableArray<PathWalk> Walks => _walks.All;

    /// <summary>Whether there is a value at each end of a path.</summary>
    public RuleTest? AllPresent(string record, MemberPath path) => OnceThere(record, path, Presence(record, path, "AllPresent", isNegated: false));

    /// <summary>Whether there is a value at any end of a path.</summary>
    public RuleTest? AnyPresent(string record, MemberPath path) => OnceThere(record, path, Presence(record, path, "AnyPresent", isNegated: false));

    /// <summary>Whether there is no value at any end of a path.</summary>
    public RuleTest? NonePresent(string record, MemberPath path) => Test(Presence(record, path, "AnyPresent", isNegated: true), null);

    /// <summary>Whether a value is missing at any end of a path.</summary>
    public RuleTest? AnyAbsent(string record, MemberPath path) => Test(Presence(record, path, "AllPresent", isNegated: true), null);

    /// <summary>Whether there is one of some values at each end of a path.</summary>
    public RuleTest? AllMatch(string record, MemberPath path, EquatableArray<string> values) => OnceThere(record, path, Match(record, path, values, isNegated: false));

    /// <summary>Whether one of some values is missing at any end of a path.</summary>
    public RuleTest? AnyMismatch(string record, MemberPath path, EquatableArray<string> values) => Test(Match(record, path, values, isNegated: true), null);

    /// <summary>Whether there is a value other than some at any end of a path.</summary>
    public RuleTest? AnyOther(string record, MemberPath path, EquatableArray<string> values) => OnceThere(record, path, Plain(record, path) switch
    {
        { Rest: { } rest } place => $"{Json(place, rest, PathQuestion.List(values))}.AnyOther",
        { Type: JsonTypeModel } place => $"{Json(place, "", PathQuestion.List(values))}.AnyOther",
        { Type: EnumTypeModel or PrimitiveTypeModel { Keyword: "bool" } } place when types.Patterns(place.Type, values) is { Count: > 0 } patterns =>
            IsNot(place.Expression, place.IsNullable ? ["null", .. patterns] : patterns),
        { Type: EnumTypeModel or RecordTypeModel } => Presence(record, path, "AnyPresent", isNegated: false),
        { Type: PrimitiveTypeModel } place => $"RuleValue.IsOther({place.Expression}, {PathQuestion.List(values)})",
        _ => Walk(record, path, new PathQuestion(values, null, false)) is { } walk ? $"{walk}.AnyOther" : null,
    });

    /// <summary>Whether a value at any end of a path goes beyond a limit.</summary>
    public RuleTest? AnyBeyond(string record, MemberPath path, LimitCode limit) => OnceThere(record, path, Plain(record, path) switch
    {
        { Rest: { } rest } place => $"{Json(place, rest, limit.Call)}.AnyOther",
        { Type: JsonTypeModel } place => $"{Json(place, "", limit.Call)}.AnyOther",
        { Type: ListTypeModel } place when limit.IsOfLists => limit.Beyond(place.Expression),
        { Type: PrimitiveTypeModel } place => limit.Beyond(place.Expression),
        _ => Walk(record, path, new PathQuestion(default, limit.Call, limit.IsOfLists)) is { } walk ? $"{walk}.AnyOther" : null,
    });

    // What asks for something at the end of a path is false where the path does not even begin.
    private RuleTest? OnceThere(string record, MemberPath path, string? code) =>
        Test(code, types.FindMember(record, path.Names[0]) is { IsRequired: false } member ? $"value.{member.Name} is not null" : null);

    private static RuleTest? Test(string? code, string? presupposition) => code is null ? null : new RuleTest(code, presupposition);

    private string? Presence(string record, MemberPath path, string property, bool isNegated)
    {
        var not = isNegated ? "!" : "";
        return Plain(record, path) switch
        {
            { Rest: { } rest } place => $"{not}{Json(place, rest, null)}.{property}",
            { Type: JsonTypeModel or ListTypeModel { Element: { IsStruct: false } } } place => $"{not}RuleValue.{property}({place.Expression})",
            { Type: not ListTypeModel { Element: JsonTypeModel }, IsNullable: false } => isNegated ? "false" : "true",
            { Type: not ListTypeModel { Element: JsonTypeModel } } place => $"{place.Expression} is {(isNegated ? "" : "not ")}null",
            _ => Walk(record, path, PathQuestion.Presence) is { } walk ? $"{not}{walk}.{property}" : null,
        };
    }

    private string? Match(string record, MemberPath path, EquatableArray<string> values, bool isNegated)
    {
        var not = isNegated ? "!" : "";
        return Plain(record, path) switch
        {
            { Rest: { } rest } place => $"{not}{Json(place, rest, PathQuestion.List(values))}.AllMatch",
            { Type: JsonTypeModel } place => $"{not}{Json(place, "", PathQuestion.List(values))}.AllMatch",
            { Type: EnumTypeModel or PrimitiveTypeModel { Keyword: "bool" } } place when types.Patterns(place.Type, values) is { Count: > 0 } patterns =>
                isNegated ? IsNot(place.Expression, patterns) : $"{place.Expression} is {string.Join(" or ", patterns)}",
            { Type: EnumTypeModel or RecordTypeModel } => isNegated ? "true" : "false",
            { Type: PrimitiveTypeModel } place => $"{not}RuleValue.IsOneOf({place.Expression}, {PathQuestion.List(values)})",
            _ => Walk(record, path, new PathQuestion(values, null, false)) is { } walk ? $"{not}{walk}.AllMatch" : null,
        };
    }

    private string? Walk(string record, MemberPath path, PathQuestion question) => _walks.Add(record, path, question) is { } method ? $"{method}(value)" : null;

    private static string Json(PlainPath place, string rest, string? question) =>
        $"RuleJson.Find({place.Expression}, {CSharpText.Literal(rest)}{(question is null ? "" : $", {question}")})";

    private static string IsNot(string expression, IReadOnlyList<string> patterns) =>
        patterns.Count == 1 ? $"{expression} is not {patterns[0]}" : $"{expression} is not ({string.Join(" or ", patterns)})";

    // A path that leads to one place: past records only, perhaps into JSON. Null for any other.
    private PlainPath? Plain(string record, MemberPath path)
    {
        var expression = "value";
        for (var i = 0; i < path.Names.Count; i++)
        {
            if (types.FindMember(record, path.Names[i]) is not { } member)
                return null;
            expression += (i == 0 ? "." : "?.") + member.Name;
            if (i == path.Names.Count - 1)
                return new PlainPath(expression, member.Type, i > 0 || !member.IsRequired || !member.Type.IsStruct, null);
            if (member.Type is JsonTypeModel)
                return new PlainPath(expression, member.Type, true, string.Join(".", path.Names.Skip(i + 1)));
            if (member.Type is not RecordTypeModel next)
                return null;
            record = next.Record;
        }

        return null;
    }

    private sealed record PlainPath(string Expression, TypeModel Type, bool IsNullable, string? Rest);
}

using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Schema.Judging;

/// <summary>Judges a request as it stands on the wire by interpreting a schema. It knows the schema language and no endpoint.</summary>
/// <param name="schema">The schema.</param>
/// <param name="day">The day on which the request is sent; null for the schema's own.</param>
public sealed class RequestJudge(SchemaDocument schema, SchemaDate? day = null)
{
    private readonly RuleJudge _rules = new(schema);
    private readonly AvailabilityJudge _availability = new(day ?? schema.AsOf);

    /// <summary>Finds what breaks the schema. Findings come one by one, so whoever needs the first pays for no more.</summary>
    /// <param name="body">The body.</param>
    /// <param name="typeName">The object that it must be.</param>
    /// <param name="platform">Where it is sent; null if that is not known, so that what holds on one platform only is not judged.</param>
    public IEnumerable<Finding> Judge(WireValue body, string typeName, string? platform) =>
        JudgeObject(body, typeName, discriminator: null, WirePath.Body, platform);

    private IEnumerable<Finding> JudgeMember(ObjectType type, WireObject owner, Member member, WireValue value, WirePath path, string? platform)
    {
        // The server takes an optional member that is null for one that is left out.
        if (value is WireNull)
            return member.Required ? [Finding.Null(path, value.Range)] : [];
        var findings = member.Type is UnionReference union
            ? JudgeUnion(value, union.Name, ChosenCase(type, owner, union.Name, member), path, platform)
            : JudgeValue(value, member.Type, path, platform);
        return findings
            .Concat(LimitJudge.Judge(value, member.Limits, member.LimitSeverity, path))
            .Concat(_availability.Judge(member, path, value.Range, platform));
    }

    private IEnumerable<Finding> JudgeValue(WireValue value, TypeReference type, WirePath path, string? platform)
    {
        if (value is WireNull)
            return [Finding.Null(path, value.Range)];
        return type switch
        {
            ObjectReference reference => JudgeObject(value, reference.Name, null, path, platform),
            UnionReference reference => JudgeUnion(value, reference.Name, null, path, platform),
            ListReference list => JudgeList(value, list.Element, path, platform),
            EnumReference reference => JudgeEnum(value, reference.Name, path, platform),
            ScalarReference { Kind: ScalarKind.Json } => JudgeAnything(value, path),
            ScalarReference scalar => JudgeScalar(value, scalar.Kind, path),
            _ => throw new InvalidOperationException($"The judge does not know {type.GetType().Name}."),
        };
    }

    private IEnumerable<Finding> JudgeObject(WireValue value, string typeName, string? discriminator, WirePath path, string? platform)
    {
        if (value is not WireObject body || schema.FindType(typeName) is not { } type)
        {
            if (value is not WireObject)
                yield return Finding.WrongKind(path, "an object", value);
            yield break;
        }

        var given = new HashSet<string>(StringComparer.Ordinal);
        var unknown = new List<WireMember>();
        foreach (var property in body.Members)
        {
            var place = path.Member(property.Name);
            if (!given.Add(property.Name))
                yield return Finding.Repeated(place, property.Range);
            else if (type.FindMember(property.Name) is { } member)
            {
                foreach (var finding in JudgeMember(type, body, member, property.Value, place, platform))
                    yield return finding;
            }
            else if (property.Name != discriminator)
                unknown.Add(property);
        }

        if (unknown.Count > 0)
            yield return Finding.UnknownMembers(path, unknown);
        foreach (var member in type.Members.Where(m => m.Required && !given.Contains(m.Name)))
            yield return Finding.Missing(path.Member(member.Name), body.Range);
        foreach (var finding in _rules.Judge(type, body, path, platform))
            yield return finding;
    }

    // For a union that a sibling tells apart: the case that the sibling's value chooses.
    private UnionCase? ChosenCase(ObjectType type, WireObject owner, string unionName, Member member)
    {
        if (member.Discriminator is not { } sibling || owner.Find(sibling) is not WireText chosen)
            return null;
        var name = type.FindMember(sibling)?.Type is EnumReference values ? schema.FindEnum(values.Name)?.FindWire(chosen.Text)?.Name : null;
        return schema.FindUnion(unionName)?.Cases.FirstOrDefault(c => c.Value == name);
    }

    private IEnumerable<Finding> JudgeUnion(WireValue value, string unionName, UnionCase? chosen, WirePath path, string? platform)
    {
        if (chosen is { Kind: UnionCaseKind.None })
            return [Finding.NotTaken(path, value.Range)];
        if (value is not WireObject body)
            return [Finding.WrongKind(path, "an object", value)];
        if (schema.FindUnion(unionName) is not { } union)
            return [];
        if (union.Discriminator is not { } discriminator)
            return JudgeCase(value, chosen, null, path, platform);
        if (body.Find(discriminator) is not { } found)
            return [Finding.Missing(path.Member(discriminator), body.Range)];
        if (found is not WireText text)
            return [Finding.WrongKind(path.Member(discriminator), "a string", found)];
        var shape = union.Cases.FirstOrDefault(c => string.Equals(c.Value, text.Text, StringComparison.OrdinalIgnoreCase));
        return shape is null
            ? [Finding.UnknownValue(path.Member(discriminator), text.Text, union.Cases.Select(c => c.Value), text.Range)]
            : JudgeCase(value, shape, discriminator, path, platform);
    }

    // Only a union that a sibling tells apart can have another union for a shape, so this never goes round in circles.
    private IEnumerable<Finding> JudgeCase(WireValue value, UnionCase? shape, string? discriminator, WirePath path, string? platform) => shape switch
    {
        { Kind: UnionCaseKind.Type } when discriminator is null && schema.FindUnion(shape.Type) is not null => JudgeUnion(value, shape.Type, null, path, platform),
        { Kind: UnionCaseKind.Type } => JudgeObject(value, shape.Type, discriminator, path, platform),
        _ => JudgeAnything(value, path),
    };

    private IEnumerable<Finding> JudgeList(WireValue value, TypeReference element, WirePath path, string? platform) => value is WireList list
        ? list.Items.SelectMany((item, index) => JudgeValue(item, element, path.Item(index), platform))
        : [Finding.WrongKind(path, "a list", value)];

    private IEnumerable<Finding> JudgeEnum(WireValue value, string enumName, WirePath path, string? platform)
    {
        if (value is not WireText text)
            return [Finding.WrongKind(path, "a string", value)];
        if (schema.FindEnum(enumName) is not { } type)
            return [];
        return type.FindWire(text.Text) is { } member
            ? _availability.Judge(member, path, text.Range, platform)
            : [Finding.UnknownValue(path, text.Text, type.Members.Where(_availability.IsAccepted).Select(m => m.Wire), text.Range)];
    }

    // Free JSON is passed on as it is; only a name that stands twice is wrong in it, since one of the two would be lost.
    private static IEnumerable<Finding> JudgeAnything(WireValue value, WirePath path)
    {
        if (value is WireObject body)
        {
            var given = new HashSet<string>(StringComparer.Ordinal);
            foreach (var member in body.Members)
            {
                var place = path.Member(member.Name);
                if (!given.Add(member.Name))
                    yield return Finding.Repeated(place, member.Range);
                foreach (var finding in JudgeAnything(member.Value, place))
                    yield return finding;
            }
        }
        else if (value is WireList list)
        {
            foreach (var finding in list.Items.SelectMany((item, index) => JudgeAnything(item, path.Item(index))))
                yield return finding;
        }
    }

    private static IEnumerable<Finding> JudgeScalar(WireValue value, ScalarKind kind, WirePath path)
    {
        if (kind == ScalarKind.String)
            return value is WireText ? [] : [Finding.NoText(path, value)];
        var (fits, expected) = kind switch
        {
            ScalarKind.Integer => (IsInteger(value), "a whole number of 64 bits"),
            ScalarKind.Boolean => (value is WireBoolean, "true or false"),
            ScalarKind.Number => (value is WireNumber, "a number"),
            ScalarKind.StringOrInteger => (value is WireText || IsInteger(value), "a string or a whole number"),
            _ => throw new InvalidOperationException($"The judge does not know the kind {kind}."),
        };
        return fits ? [] : [Finding.WrongKind(path, expected, value)];
    }

    private static bool IsInteger(WireValue value) => value is WireNumber number && LimitJudge.TryParse(number.Digits, out long _);
}

using System.Globalization;
using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Schema.Validation;

/// <summary>Validates the JSON of a request against a schema.</summary>
/// <param name="schema">The schema.</param>
/// <param name="day">The day on which the request is sent; null for the schema's own.</param>
internal sealed class RequestValidator(SchemaDocument schema, SchemaDate? day = null)
{
    private readonly RuleEvaluator<WireDomain, TypedWireValue> _rules = new(new WireDomain(schema));
    private readonly SchemaDate _day = day ?? schema.AsOf;
    private readonly Lazy<ILookup<string, (UnionType Union, UnionCase Case)>> _shapes = new(() => schema.Unions.Concat(schema.AllUses.SelectMany(u => u.Document.Unions))
        .Where(union => union is { Discriminator: not null, Content: null })
        .SelectMany(union => union.Cases.Where(c => c.Kind == UnionCaseKind.Type), (union, shape) => (union, shape))
        .ToLookup(use => use.shape.Type, StringComparer.Ordinal));

    /// <summary>Finds the violations of a body, one after the other as they are asked for.</summary>
    /// <param name="body">The body.</param>
    /// <param name="typeName">The object that it must be.</param>
    /// <param name="platform">The platform it is sent to; null if that is not known, so that rules of a single platform are not validated.</param>
    public IEnumerable<WireViolation> Validate(WireValue body, string typeName, string? platform) =>
        ValidateObject(body, typeName, discriminator: null, WirePath.Body, platform);

    /// <summary>Finds the violations of a response.</summary>
    public IEnumerable<WireViolation> ValidateAnswer(WireValue answer, TypeReference type) => type switch
    {
        PageReference page when answer is WireObject body && body.Find("data") is { } data => ValidateList(data, page.Element, WirePath.Body.Member("data"), platform: null),
        PageReference when answer is WireObject => [WireViolation.Missing(WirePath.Body.Member("data"), answer.Range)],
        PageReference => [WireViolation.WrongKind(WirePath.Body, "an object", answer)],
        _ => ValidateValue(answer, type, WirePath.Body, platform: null),
    };

    private IEnumerable<WireViolation> ValidateMember(ObjectType type, WireObject owner, Member member, WireValue value, WirePath path, string? platform)
    {
        // The server takes an optional member that is null for one that is left out.
        if (value is WireNull)
            return member.Required ? [WireViolation.Null(path, value.Range) with { Answer = member.Answer }] : [];
        var violations = member.Type is UnionReference union
            ? ValidateUnion(value, union.Name, ChosenCase(type, owner, union.Name, member), path, platform)
            : ValidateValue(value, member.Type, path, platform);
        return violations
            .Concat(ValidateLimits(member, value, path))
            .Concat(WireViolation.Unavailable(member.AvailabilityOn(_day), path, value: null, platform, value.Range));
    }

    // An id may be a JSON number. Its digits are then what a string would hold.
    private IEnumerable<WireViolation> ValidateLimits(Member member, WireValue value, WirePath path) => value is WireList list
        ? ValidateLimits(member, limit => limit.IsOfList, value, path)
            .Concat(list.Items.SelectMany((item, index) => ValidateLimits(member, limit => !limit.IsOfList, item, path.Item(index))))
        : ValidateLimits(member, _ => true, value, path);

    private IEnumerable<WireViolation> ValidateLimits(Member member, Func<Limit, bool> isApplied, WireValue value, WirePath path) => member.Limits
        .Where(limit => isApplied(limit) && (limit.Kind != LimitKind.Format || !IsHalved(value)))
        .Where(limit => new WireDomain(schema).Exceeds(new(value is WireNumber number && limit.IsOfString ? new WireText(number.Digits, number.Range) : value, null), limit) == true)
        .Select(limit => WireViolation.Param(limit.Rule, member.LimitSeverity, path, $"{Messages.Describe(limit)}.", value.Range));

    private IEnumerable<WireViolation> ValidateValue(WireValue value, TypeReference type, WirePath path, string? platform)
    {
        if (value is WireNull)
            return [WireViolation.Null(path, value.Range)];
        return type switch
        {
            ObjectReference reference => ValidateOwnShape(value, reference.Name, path, platform),
            UnionReference reference => ValidateUnion(value, reference.Name, null, path, platform),
            ListReference list => ValidateList(value, list.Element, path, platform),
            MapReference map => ValidateMap(value, map.Value, path, platform),
            EnumReference reference => ValidateEnum(value, reference.Name, path, platform),
            ScalarReference { Kind: ScalarKind.Json } => ValidateAnything(value, path),
            ScalarReference scalar => ValidateScalar(value, scalar.Kind, path),
            _ => throw new InvalidOperationException($"The validator does not know {type.GetType().Name}."),
        };
    }

    // A shape is written with its discriminator also where it is not used as a shape.
    private IEnumerable<WireViolation> ValidateOwnShape(WireValue value, string typeName, WirePath path, string? platform)
    {
        var discriminator = _shapes.Value[typeName].Select(use => use.Union.Discriminator).FirstOrDefault();
        return ValidateDiscriminator(value, typeName, discriminator, path).Concat(ValidateObject(value, typeName, discriminator, path, platform));
    }

    private IEnumerable<WireViolation> ValidateDiscriminator(WireValue value, string typeName, string? discriminator, WirePath path)
    {
        if (discriminator is null || (value as WireObject)?.Find(discriminator) is not { } found || found is WireNull)
            return [];
        if (found is not WireText text)
            return [WireViolation.WrongKind(path.Member(discriminator), "a string", found)];
        var accepted = _shapes.Value[typeName].Where(use => use.Union.Discriminator == discriminator).Select(use => WireOf(use.Union, use.Case)).Distinct().ToList();
        return accepted.Contains(text.Text, StringComparer.OrdinalIgnoreCase) ? [] : [WireViolation.UnknownValue(path.Member(discriminator), text.Text, accepted, text.Range)];
    }

    private string WireOf(UnionType union, UnionCase shape) =>
        (union.Values is { } values ? schema.FindEnum(values)?.Members.FirstOrDefault(m => m.Name == shape.Value)?.Wire : null) ?? shape.Value;

    private IEnumerable<WireViolation> ValidateObject(WireValue value, string typeName, string? discriminator, WirePath path, string? platform)
    {
        if (value is not WireObject body || schema.FindType(typeName) is not { } type)
        {
            if (value is not WireObject)
                yield return WireViolation.WrongKind(path, "an object", value);
            yield break;
        }

        var given = new HashSet<string>(StringComparer.Ordinal);
        var unknown = new List<WireMember>();
        foreach (var property in body.Members)
        {
            var place = path.Member(property.Name);
            if (!given.Add(property.Name))
                yield return WireViolation.Repeated(place, property.Range);
            else if (type.FindMember(property.Name) is { } member)
            {
                foreach (var violation in ValidateMember(type, body, member, property.Value, place, platform))
                    yield return violation;
            }
            else if (property.Name != discriminator)
                unknown.Add(property);
        }

        if (unknown.Count > 0)
            yield return WireViolation.UnknownMembers(path, unknown);
        foreach (var member in type.Members.Where(m => m.Required && !given.Contains(m.Name)))
            yield return WireViolation.Missing(path.Member(member.Name), body.Range, member.Answer);
        foreach (var declared in type.Rules.Where(declared => declared.Rule.AppliesOn(platform)))
        {
            if (_rules.FindViolation(new(body, new ObjectReference(type.Name)), declared.Rule) is { } violation)
                yield return WireViolation.Of(declared, violation, path, body.Range);
        }
    }

    // For a union that a sibling tells apart: the case that the sibling's value chooses.
    private UnionCase? ChosenCase(ObjectType type, WireObject owner, string unionName, Member member)
    {
        if (member.Discriminator is not { } sibling || owner.Find(sibling) is not WireText chosen)
            return null;
        var name = type.FindMember(sibling)?.Type is EnumReference values ? schema.FindEnum(values.Name)?.FindWire(chosen.Text)?.Name : null;
        return schema.FindUnion(unionName)?.Cases.FirstOrDefault(c => c.Value == name);
    }

    private IEnumerable<WireViolation> ValidateUnion(WireValue value, string unionName, UnionCase? chosen, WirePath path, string? platform)
    {
        if (chosen is { Kind: UnionCaseKind.None })
            return [WireViolation.NotTaken(path, value.Range)];
        if (value is not WireObject body)
            return [WireViolation.WrongKind(path, "an object", value)];
        if (schema.FindUnion(unionName) is not { } union)
            return [];
        if (union.Discriminator is not { } discriminator)
            return ValidateCase(value, chosen, null, path, platform);
        if (body.Find(discriminator) is not { } found)
            return [WireViolation.Missing(path.Member(discriminator), body.Range)];
        if (found is not WireText text)
            return [WireViolation.WrongKind(path.Member(discriminator), "a string", found)];
        var values = union.Values is { } name ? schema.FindEnum(name) : null;
        var chooser = values is null ? text.Text : values.FindWire(text.Text)?.Name;
        if (union.Cases.FirstOrDefault(c => string.Equals(c.Value, chooser, StringComparison.OrdinalIgnoreCase)) is not { } shape)
        {
            var accepted = values?.Members.Where(IsAccepted).Select(m => m.Wire) ?? union.Cases.Select(c => c.Value);
            return [WireViolation.UnknownValue(path.Member(discriminator), text.Text, accepted, text.Range)];
        }

        var violations = values is null ? [] : ValidateEnum(text, values.Name, path.Member(discriminator), platform);
        return violations.Concat(union.Content is null ? ValidateCase(value, shape, discriminator, path, platform) : ValidateContent(body, union, shape, path, platform));
    }

    // The discriminator and the members of the shape are in different objects.
    private IEnumerable<WireViolation> ValidateContent(WireObject body, UnionType union, UnionCase shape, WirePath path, string? platform)
    {
        var (given, unknown) = (new HashSet<string>(StringComparer.Ordinal), new List<WireMember>());
        foreach (var property in body.Members)
        {
            if (!given.Add(property.Name))
                yield return WireViolation.Repeated(path.Member(property.Name), property.Range);
            else if (property.Name != union.Discriminator && property.Name != union.Content)
                unknown.Add(property);
        }

        if (unknown.Count > 0)
            yield return WireViolation.UnknownMembers(path, unknown);
        var place = path.Member(union.Content!);
        var content = body.Find(union.Content!) is WireNull ? null : body.Find(union.Content!);
        var violations = (content, shape.Kind) switch
        {
            (null, UnionCaseKind.Type) when !schema.HasNoContent(shape) => [WireViolation.Missing(place, body.Range)],
            (null, _) => [],
            (_, UnionCaseKind.None) => [WireViolation.NotTaken(place, content.Range)],
            _ => ValidateCase(content, shape, null, place, platform),
        };
        foreach (var violation in violations)
            yield return violation;
    }

    // No union is a shape of itself, so this never goes round in circles.
    private IEnumerable<WireViolation> ValidateCase(WireValue value, UnionCase? shape, string? discriminator, WirePath path, string? platform) => shape switch
    {
        { Kind: UnionCaseKind.Type } when discriminator is null && schema.FindUnion(shape.Type) is not null => ValidateUnion(value, shape.Type, null, path, platform),
        { Kind: UnionCaseKind.Type } => ValidateObject(value, shape.Type, discriminator, path, platform),
        _ => ValidateAnything(value, path),
    };

    // A message must not offer a value that the server refuses.
    private bool IsAccepted(EnumMember value) => value.AvailabilityOn(_day).Retirement is not { Severity: RuleSeverity.Error };

    private IEnumerable<WireViolation> ValidateList(WireValue value, TypeReference element, WirePath path, string? platform) => value is WireList list
        ? list.Items.SelectMany((item, index) => ValidateValue(item, element, path.Item(index), platform))
        : [WireViolation.WrongKind(path, "a list", value)];

    private IEnumerable<WireViolation> ValidateMap(WireValue value, TypeReference type, WirePath path, string? platform)
    {
        if (value is not WireObject map)
        {
            yield return WireViolation.WrongKind(path, "an object", value);
            yield break;
        }

        var given = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in map.Members)
        {
            var place = path.Member(member.Name);
            if (!given.Add(member.Name))
                yield return WireViolation.Repeated(place, member.Range);
            foreach (var violation in ValidateValue(member.Value, type, place, platform))
                yield return violation;
        }
    }

    private IEnumerable<WireViolation> ValidateEnum(WireValue value, string enumName, WirePath path, string? platform)
    {
        if (value is not WireText text)
            return [WireViolation.WrongKind(path, "a string", value)];
        if (schema.FindEnum(enumName) is not { } type)
            return [];
        return type.FindWire(text.Text) is { } member
            ? WireViolation.Unavailable(member.AvailabilityOn(_day), path, member.Wire, platform, text.Range)
            : [WireViolation.UnknownValue(path, text.Text, type.Members.Where(IsAccepted).Select(m => m.Wire), text.Range)];
    }

    // Free JSON is passed on as it is. Wrong in it are only a name that stands twice, since one of the two would be lost, and half of a
    // surrogate pair, which no string can have.
    private static IEnumerable<WireViolation> ValidateAnything(WireValue value, WirePath path)
    {
        if (value is WireObject body)
        {
            var given = new HashSet<string>(StringComparer.Ordinal);
            foreach (var member in body.Members)
            {
                var place = path.Member(member.Name);
                if (!given.Add(member.Name))
                    yield return WireViolation.Repeated(place, member.Range);
                foreach (var violation in ValidateAnything(member.Value, place))
                    yield return violation;
            }
        }
        else if (value is WireList list)
        {
            foreach (var violation in list.Items.SelectMany((item, index) => ValidateAnything(item, path.Item(index))))
                yield return violation;
        }
        else if (IsHalved(value))
            yield return WireViolation.Halved(path, value.Range);
    }

    private static bool IsHalved(WireValue value) => value is WireText text && Limit.Unicode.IsExceededBy(text.Text);

    private static bool IsIntegerOrText(WireValue value) => WireDomain.IsInteger(value) || (value is WireText { Text: var digits } && long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _));

    private static IEnumerable<WireViolation> ValidateScalar(WireValue value, ScalarKind kind, WirePath path)
    {
        if (kind is ScalarKind.String or ScalarKind.StringOrInteger && IsHalved(value))
            return [WireViolation.Halved(path, value.Range)];
        if (kind == ScalarKind.String)
            return value is WireText ? [] : [WireViolation.NoText(path, value)];
        var (fits, expected) = kind switch
        {
            ScalarKind.Integer => (WireDomain.IsInteger(value), "a 64-bit integer"),
            ScalarKind.IntegerOrString => (IsIntegerOrText(value), "a 64-bit integer, or a string with one"),
            ScalarKind.Timestamp => (IsIntegerOrText(value), "milliseconds since 1970"),
            ScalarKind.Boolean => (value is WireBoolean, "a boolean"),
            ScalarKind.Number => (value is WireNumber, "a number"),
            ScalarKind.Date => (value is WireText date && WireDates.IsDate(date.Text), "a date such as 2026-11-22"),
            ScalarKind.DateTime => (
                WireDomain.IsInteger(value) || (value is WireText moment && WireDates.IsDateTime(moment.Text)), "a date and time such as 2026-11-22T10:00:00+0000"),
            ScalarKind.File => (value is WireFile, "a file in its own part of a multipart/form-data request"),
            ScalarKind.StringOrInteger => (value is WireText || WireDomain.IsInteger(value), "a string or an integer"),
            _ => throw new InvalidOperationException($"The validator does not know the kind {kind}."),
        };
        if (fits)
            return [];

        // A guide of the platform writes "is_reusable": "true", so the server is not known to refuse it.
        var severity = kind == ScalarKind.Boolean && value is WireText { Text: "true" or "false" } ? RuleSeverity.Warning : RuleSeverity.Error;
        return [WireViolation.WrongKind(path, expected, value) with { Severity = severity }];
    }
}

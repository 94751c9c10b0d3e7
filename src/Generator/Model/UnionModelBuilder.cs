using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Generator.Model;

/// <summary>Decides the records of unions, and how others are their shapes.</summary>
internal sealed class UnionModelBuilder
{
    private const string Suffix = "_";

    private readonly SchemaDocument _document;
    private readonly TypeNames _names;
    private readonly TypeUse _use;
    private readonly Func<string, EnumModel> _findEnum;
    private readonly Dictionary<string, (UnionType Union, UnionCase Case)> _owners = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DiscriminatorModel> _discriminators = new(StringComparer.Ordinal);

    public UnionModelBuilder(SchemaDocument document, TypeNames names, TypeUse use, Func<string, EnumModel> findEnum)
    {
        (_document, _names, _use, _findEnum) = (document, names, use, findEnum);
        foreach (var union in document.Unions)
        {
            foreach (var shape in union.Cases.Where(c => c.Kind == UnionCaseKind.Type && !_owners.ContainsKey(c.Type)))
                _owners.Add(shape.Type, (union, shape));
        }
    }

    public UnionModel Build(UnionType union)
    {
        var discriminator = FindDiscriminator(union);
        var shapes = union.Cases
            .Where(c => c.Kind == UnionCaseKind.Type)
            .GroupBy(c => c.Type)
            .Select(g => new UnionShapeModel(_names[g.Key], discriminator is null ? null : ValueOf(discriminator, union, g.First()), union.Content is not null && !_document.HasNoContent(g.First())))
            .ToEquatableArray();
        return new UnionModel(
            _names[union.Name],
            CSharpText.Summary(union.Summary, "The object", union.Name),
            ShapeOf(union.Name),
            discriminator,
            ContentOf(union),
            shapes,
            _use.IsSent(union.Name),
            _use.IsAnswered(union.Name))
        {
            IsOfEvents = union.IsOfEvents,
        };
    }

    /// <summary>Builds the records that have a discriminator and the content as JSON, for shapes that the schema leaves open.</summary>
    public IEnumerable<RecordModel> BuildOpenRecords() => _document.Unions.Where(union => union.Content is not null).Select(BuildOpenRecord);

    /// <summary>Gets how a type is a shape of a union, or null.</summary>
    public UnionShape? ShapeOf(string type)
    {
        if (!_owners.TryGetValue(type, out var owner))
            return null;
        var (union, shape) = owner;
        var value = FindDiscriminator(union) is { } discriminator ? ValueOf(discriminator, union, shape) : null;
        if (ContentOf(union) is { } content)
            return new UnionShape(_names[union.Name], null, new EnvelopeModel(value!, _document.HasNoContent(shape) ? null : content));
        var isInContent = _owners.TryGetValue(union.Name, out var outer) && outer.Union.Content is not null;
        return new UnionShape(_names[union.Name], value, isInContent ? ShapeOf(union.Name)!.Envelope : null);
    }

    /// <summary>Gets the properties that a type has from the unions that it is a shape of.</summary>
    public IEnumerable<string> PropertiesOf(string type) => _owners.TryGetValue(type, out var owner)
        ? PropertiesOf(owner.Union.Name).Concat(FindDiscriminator(owner.Union) is { } discriminator ? [discriminator.Property] : owner.Union.IsOfEvents ? WebhookModel.NamesOfEvents : [])
        : [];

    private RecordModel BuildOpenRecord(UnionType union)
    {
        var (discriminator, content) = (FindDiscriminator(union)!, ContentOf(union)!);
        var (isSent, isAnswered) = (_use.IsSent(union.Name), _use.IsAnswered(union.Name));
        var property = Identifiers.Pascal(union.Content!);
        string[] taken = [discriminator.Property, UnionModel.RawFor(_names[union.Name]), "Clone", .. ServiceModel.NamesOfRecords];
        while (taken.Contains(property))
            property += Suffix;
        var type = new MemberModel(
            discriminator.Property, "type", discriminator.WireLiteral, discriminator.JsonLiteral, discriminator.Values!, IsRequired: true, IsShown: true,
            discriminator.Summary, default, default, RuleSeverity.Error, Availability.Everywhere);
        var json = new MemberModel(
            property, "content", content.WireLiteral, content.JsonLiteral, new JsonTypeModel(), IsRequired: false, IsShown: false,
            $"The <c>{CSharpText.Documentation(union.Content!)}</c>, as JSON.", default, default, RuleSeverity.Error, Availability.Everywhere);
        return new RecordModel(
            UnionModel.RawFor(_names[union.Name]),
            $"A <see cref=\"{_names[union.Name]}\"/> with its content as JSON, for shapes that the schema leaves open.",
            new UnionShape(_names[union.Name], null, null) { Open = discriminator },
            default,
            new[] { type, json }.ToEquatableArray(),
            RecordModel.NameOfUnknown([UnionModel.RawFor(_names[union.Name]), type.Name, json.Name]),
            isSent,
            isAnswered);
    }

    private DiscriminatorModel? FindDiscriminator(UnionType union)
    {
        if (union.Discriminator is not { } name)
            return null;
        if (_discriminators.TryGetValue(union.Name, out var known))
            return known;

        // No record has a member with its own name, and each inherits the property.
        string[] taken = [.. PropertiesOf(union.Name), .. Shapes(union), _names[union.Name], UnionModel.RawFor(_names[union.Name]), .. UnionModel.NamesOfRaw, "Clone", .. ServiceModel.NamesOfRecords];
        var property = Identifiers.Pascal(name);
        while (taken.Contains(property))
            property += Suffix;
        return _discriminators[union.Name] = new DiscriminatorModel(
            property,
            CSharpText.Literal(name),
            CSharpText.JsonLiteral(name),
            $"The <c>{CSharpText.Documentation(name)}</c>, which determines the shape.",
            union.Values is { } values ? (EnumTypeModel)_names.Resolve(new EnumReference(values)) : null);
    }

    private IEnumerable<string> Shapes(UnionType union) => union.Cases
        .Where(c => c.Kind == UnionCaseKind.Type)
        .SelectMany(c => _document.Unions.Find(c.Type) is { } inner && inner != union ? Shapes(inner).Append(_names[inner.Name]) : [_names[c.Type]]);

    private DiscriminatorValue ValueOf(DiscriminatorModel discriminator, UnionType union, UnionCase shape)
    {
        if (union.Values is not { } values)
            return new DiscriminatorValue(discriminator, CSharpText.Literal(shape.Value), CSharpText.Literal(shape.Value), CSharpText.JsonLiteral(shape.Value), null, Availability.Everywhere);
        var name = CSharpText.Literal(shape.Value);
        var member = _findEnum(values).Members.First(m => m.NameLiteral == name);
        return new DiscriminatorValue(discriminator, name, member.WireLiteral, member.JsonLiteral, member.Name, member.Availability);
    }

    private static ContentModel? ContentOf(UnionType union) =>
        union.Content is { } name ? new ContentModel(CSharpText.Literal(name), CSharpText.JsonLiteral(name)) : null;
}

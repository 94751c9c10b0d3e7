using PageMessagesGen.Schema.Diagnostics;
using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Generator.Model;

/// <summary>Decides names, types and documentation: checked schema → model of the code.</summary>
internal sealed class ServiceModelBuilder
{
    private readonly SchemaDocument _document;
    private readonly DiagnosticBag _diagnostics;
    private readonly TypeUse _use;
    private readonly SchemaDate _day;
    private readonly Dictionary<string, UnionShape> _shapes = new(StringComparer.Ordinal);

    private ServiceModelBuilder(SchemaDocument document, GenerationSettings settings, DiagnosticBag diagnostics)
    {
        _document = document;
        _diagnostics = diagnostics;
        _use = new TypeUse(document);
        _day = settings.AsOf ?? document.AsOf;
        foreach (var union in document.Unions)
        {
            foreach (var shape in union.Cases.Where(c => c.Kind == UnionCaseKind.Type && !_shapes.ContainsKey(c.Type)))
                _shapes.Add(shape.Type, new UnionShape(union.Name, union.Discriminator is { } name ? CSharpText.JsonLiteral(name) : null, CSharpText.JsonLiteral(shape.Value)));
        }
    }

    public static ServiceModel Build(SchemaDocument document, GenerationSettings settings, DiagnosticBag diagnostics) =>
        new ServiceModelBuilder(document, settings, diagnostics).Build(settings);

    private ServiceModel Build(GenerationSettings settings)
    {
        var docs = _document.Docs is { } address ? CSharpText.Documentation(address) : null;
        var service = new ServiceModel(
            Identifiers.Namespace(settings.Namespace ?? _document.Namespace), _document.Service, _document.Version, docs, settings, default, default, default, default, default, default);
        var names = new NameScope(_diagnostics)
            .Reserve(service.Client, service.Interface, service.JsonContext, service.JsonWriter, service.JsonReader, service.ErrorCodes, service.Validator)
            .Reserve(ImportedNames.All)
            .Reserve(OperationModelBuilder.OfObjects);
        var errors = new NameScope(_diagnostics).Reserve("Describe", service.ErrorCodes);
        var records = _document.Types.Where(t => names.Take(t.Name, "The type", t.Name, t.Range)).Select(t => BuildRecord(t)).ToList();
        service = service with
        {
            Records = records.ToEquatableArray(),
            Unions = _document.Unions.Where(u => TakeUnion(names, u)).Select(BuildUnion).ToEquatableArray(),
            Enums = _document.Enums.Where(e => TakeEnum(names, e)).Select(BuildEnum).ToEquatableArray(),
            Operations = new OperationModelBuilder(records, _diagnostics).Build(_document.Operations),
            Errors = _document.Errors.Where(e => errors.Take(e.Name, "The error", e.Name, e.Range)).Select(BuildError).ToEquatableArray(),
        };
        return service.HasValidator ? service with { Platforms = BuildPlatforms(service) } : service;
    }

    // Properties of the client, beside its methods.
    private EquatableArray<PlatformModel> BuildPlatforms(ServiceModel service)
    {
        var names = new NameScope(_diagnostics).Reserve([service.Client, .. OperationModelBuilder.OfObjects, .. service.Operations.Select(o => o.Method)]);
        return _document.Platforms
            .Distinct()
            .Where(p => names.Take(Identifiers.Pascal(p), "The platform", p, _document.Range))
            .Select(p => new PlatformModel(
                Identifiers.Pascal(p),
                $"_{Identifiers.Local(Identifiers.Pascal(p))}Client",
                CSharpText.Literal(p),
                $"The same client, which also applies the rules of <c>{CSharpText.Documentation(p)}</c> alone."))
            .ToEquatableArray();
    }

    private static string CodeName(Member member) => member.CodeName ?? Identifiers.Pascal(member.Name);

    private static string CodeName(EnumMember member) => member.CodeName ?? Identifiers.Pascal(member.Name);

    private static bool TakeEnum(NameScope names, EnumType type) =>
        names.Take(type.Name, "The enum", type.Name, type.Range)
        && names.Take(EnumModel.ConverterFor(type.Name), "The converter of the enum", type.Name, type.Range);

    private static bool TakeUnion(NameScope names, UnionType type) =>
        names.Take(type.Name, "The union", type.Name, type.Range)
        && names.Take($"Raw{type.Name}", "The open shape of the union", type.Name, type.Range)
        && names.Take($"{type.Name}JsonConverter", "The converter of the union", type.Name, type.Range);

    private RecordModel BuildRecord(ObjectType type)
    {
        var isSent = _use.IsSent(type.Name);

        // A member cannot be called like its type, nor like what every record has.
        var names = new NameScope(_diagnostics)
            .Reserve(type.Name, "Equals", "GetHashCode", "ToString", "GetType", "PrintMembers", "EqualityContract", "MemberwiseClone", "Clone", "Finalize", "ReferenceEquals")
            .Reserve(ImportedNames.InAttributes);
        var members = type.Members
            .Where(m => names.Take(CodeName(m), "The member", m.Name, m.Range))
            .Select(m => BuildMember(m, isSent))
            .ToEquatableArray();
        return new RecordModel(
            type.Name,
            CSharpText.Summary(type.Summary, "The object", type.Name),
            ShapeOf(type.Name),
            isSent ? type.Rules.Select(declared => declared.Rule).ToEquatableArray() : default,
            members,
            isSent,
            _use.IsAnswered(type.Name));
    }

    private UnionShape? ShapeOf(string name) => _shapes.TryGetValue(name, out var shape) ? shape : null;

    private UnionModel BuildUnion(UnionType union)
    {
        var shapes = union.Cases
            .Where(c => c.Kind == UnionCaseKind.Type)
            .GroupBy(c => c.Type)
            .Select(g => new UnionShapeModel(g.Key, CSharpText.Literal(g.First().Value)))
            .ToEquatableArray();
        return new UnionModel(
            union.Name,
            CSharpText.Summary(union.Summary, "The object", union.Name),
            ShapeOf(union.Name)?.Name,
            union.Discriminator is { } discriminator ? CSharpText.Literal(discriminator) : null,
            shapes,
            _use.IsSent(union.Name),
            _use.IsAnswered(union.Name));
    }

    private MemberModel BuildMember(Member member, bool isSent)
    {
        var name = CodeName(member);
        var type = TypeModel.For(member.Type);
        return new MemberModel(
            name,
            Identifiers.Local(name),
            CSharpText.Literal(member.Name),
            CSharpText.JsonLiteral(member.Name),
            type,
            member.Required,
            !member.Sensitive && type is RecordTypeModel or EnumTypeModel or PrimitiveTypeModel { Keyword: "bool" },
            CSharpText.Summary(member.Summary, "The member", member.Name),
            DocumentationBuilder.Describe(member),
            isSent ? member.Limits : default,
            member.LimitSeverity,
            isSent ? member.AvailabilityOn(_day) : Availability.Everywhere);
    }

    private EnumModel BuildEnum(EnumType type)
    {
        var names = new NameScope(_diagnostics).Reserve(ImportedNames.InAttributes);
        var numbers = new EnumNumbers();
        var members = type.Members
            .Where(m => names.Take(CodeName(m), "The enum member", m.Name, m.Range))
            .Select(m => new EnumMemberModel(
                CodeName(m),
                CSharpText.Literal(m.Name),
                numbers.Next(m.Name),
                CSharpText.Literal(m.Wire),
                CSharpText.JsonLiteral(m.Wire),
                CSharpText.Summary(m.Summary, "The value", m.Wire),
                DocumentationBuilder.Describe(m),
                m.OnlyWhen,
                _use.IsSent(type.Name) ? m.AvailabilityOn(_day) : Availability.Everywhere))
            .ToEquatableArray();
        return new EnumModel(type.Name, CSharpText.Summary(type.Summary, "The values of", type.Name), members, _use.IsSent(type.Name));
    }

    private static ErrorModel BuildError(ErrorCode error)
    {
        var advice = error.Recovery switch
        {
            Recovery.Request => "Change the request; the same one fails again.",
            Recovery.Token => "Get a new access token.",
            Recovery.Permission => "Get the permission, or have the restriction lifted.",
            Recovery.Recipient => "Nothing helps for now: the customer cannot be reached.",
            Recovery.Wait => "Wait, then try again.",
            Recovery.Window => "Nothing helps: the time for writing has passed.",
            _ => throw new InvalidOperationException($"There is no advice for {error.Recovery}."),
        };
        var outcome = error.Outcome == ErrorOutcome.Unknown ? " The call may have been carried out all the same: find out before you repeat it." : "";
        return new ErrorModel(
            error.Name, error.Key.Code, error.Key.Subcode, CSharpText.Documentation(error.Summary), CSharpText.Literal(error.Summary), advice + outcome);
    }
}

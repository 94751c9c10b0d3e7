using System.Text;
using PageMessagesGen.Schema.Diagnostics;
using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Generator.Model;

/// <summary>Decides names, types and documentation: checked schema → model of the code.</summary>
internal sealed class ServiceModelBuilder
{
    private const string SetName = "set another name with 'name'";

    // The local variables of the methods that write and read a record.
    private static readonly HashSet<string> ReservedLocals = ["value", "json", "start", "element", "entry", "mapStart", "member", "envelope", "unknown", "known", "content"];

    // A member cannot have the name of something that every record has.
    private static readonly HashSet<string> ReservedMembers = ["Clone", .. ServiceModel.NamesOfRecords];

    private readonly SchemaDocument _document;
    private readonly DiagnosticBag _diagnostics;
    private readonly TypeUse _use;
    private readonly ServiceModel _service;
    private readonly TypeNames _names;
    private readonly SchemaDate _day;
    private readonly IReadOnlyList<ServiceModelBuilder> _used;
    private readonly UnionModelBuilder _unions;
    private readonly Dictionary<string, EnumModel> _enums = new(StringComparer.Ordinal);

    private ServiceModelBuilder(SchemaDocument document, GenerationSettings settings, IReadOnlyList<ServiceModelBuilder> used, bool isUsed, DiagnosticBag diagnostics)
    {
        _document = document;
        _diagnostics = diagnostics;
        _use = new TypeUse(document, isUsed);
        _day = settings.AsOf ?? document.AsOf;
        var docs = document.Docs is { } address ? CSharpText.Documentation(address) : null;
        _service = new ServiceModel(
            Identifiers.Namespace(settings.Namespace ?? document.Namespace), document.Service, document.Version, docs, settings, default, default, default, default, default, default)
        {
            IsUsed = isUsed,
            Webhook = document.Webhook is null ? null : new WebhookModel(WebhookModel.NameFor(document.Service), "", default, default),
        };
        _names = new TypeNames(document, [.. _service.TypeNames, .. ServiceModel.NamesOfRecords], diagnostics);
        _used = used;
        foreach (var schema in used)
            _names.Use(schema._names, schema.Owner);
        _unions = new UnionModelBuilder(document, _names, _use, FindEnum);
    }

    private TypeOwner Owner => new(_service.Namespace, _service.Name);

    /// <param name="document">The schema.</param>
    /// <param name="settings">Its settings.</param>
    /// <param name="uses">The settings of the schemas whose types it uses.</param>
    /// <param name="isUsed">Whether other schemas use its types.</param>
    /// <param name="diagnostics">The collection for diagnostics.</param>
    public static ServiceModel Build(SchemaDocument document, GenerationSettings settings, IEnumerable<UsedSettings> uses, bool isUsed, DiagnosticBag diagnostics)
    {
        // What is wrong with a used schema is reported for that.
        var used = document.Uses.Select(u => new ServiceModelBuilder(u.Document, SettingsOf(u), [], isUsed: true, new DiagnosticBag())).ToList();
        return new ServiceModelBuilder(document, settings, used, isUsed, diagnostics).Build();

        GenerationSettings SettingsOf(UsedSchema schema) => uses.FirstOrDefault(u => u.Path == schema.Path)?.Settings ?? GenerationSettings.Default;
    }

    private ServiceModel Build()
    {
        var errors = new NameScope(_diagnostics).Reserve([_service.ErrorCodes, "Find", "_all", .. ServiceModel.NamesOfObjects]);
        var enums = _document.Enums.Select(BuildEnum).ToEquatableArray();
        var records = _document.Types.Select(BuildRecord).Concat(_unions.BuildOpenRecords()).ToList();
        var service = _service with
        {
            Records = records.ToEquatableArray(),
            Unions = _document.Unions.Select(_unions.Build).ToEquatableArray(),
            Enums = enums,
            Operations = new OperationModelBuilder(_document, _names, records, (member, name) => CreateMember(member, name, name, isSent: true), _diagnostics).Build(),
            Errors = _document.Errors.GroupBy(e => e.Name).Select(e => BuildError([.. e], errors.Take(e.Key, e.Key, e.First().Range, SetName, ("The error", name => name)))).ToEquatableArray(),
        };
        service = AddWebhook(AddUsed(service), records);
        return service.HasValidator ? service with { Platforms = BuildPlatforms(service) } : service;
    }

    private ServiceModel AddWebhook(ServiceModel service, List<RecordModel> records)
    {
        if (_document.Webhook is not { } webhook)
            return service;
        var builder = new WebhookModelBuilder(_document, webhook, _names, records, _service.Namespace);
        return service with { Records = builder.AddFacts().ToEquatableArray(), Webhook = builder.Build(_service.Webhook!.Name) };
    }

    // An edit of a used schema changes the code of those that use it only if it changes one of these.
    private ServiceModel AddUsed(ServiceModel service)
    {
        if (_used.Count == 0)
            return service;
        var leaves = service.Records.SelectMany(r => r.Members).Select(m => m.Type.Leaf).Distinct().ToList();
        var unions = _used.SelectMany(u => u._document.Unions.Select(u._unions.Build)).GroupBy(u => u.Name).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        var open = new Queue<string>(leaves.OfType<RecordTypeModel>().Where(t => t.Owner is not null).Select(t => t.Record));
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (open.Count > 0)
        {
            if (!unions.TryGetValue(open.Dequeue(), out var union) || !seen.Add(union.Name))
                continue;
            foreach (var shape in union.Shapes)
                open.Enqueue(shape.Record);
        }

        var enums = leaves.OfType<EnumTypeModel>().Where(t => t.Owner is not null).Select(t => t.Enum).ToList();
        return service with
        {
            UsedContexts = _used.Select(u => u.Owner.JsonContext).ToEquatableArray(),
            UsedUnions = seen.Select(name => unions[name]).ToEquatableArray(),
            UsedEnums = _used.SelectMany(u => u._document.Enums.Select(u.BuildEnum)).Where(e => enums.Contains(e.Name)).ToEquatableArray(),
        };
    }

    // Properties of the client, beside its methods.
    private EquatableArray<PlatformModel> BuildPlatforms(ServiceModel service)
    {
        var names = new NameScope(_diagnostics).Reserve([service.Client, .. ServiceModel.NamesOfObjects, .. service.Operations.Select(o => o.Method)]);
        return _document.Platforms.Distinct().Select(p => BuildPlatform(names, p)).ToEquatableArray();
    }

    private PlatformModel BuildPlatform(NameScope names, string platform)
    {
        var name = names.Take(Identifiers.Pascal(platform), platform, _document.Range, "choose another name", ("The platform", name => name));
        return new PlatformModel(
            name,
            $"_client{name}",
            CSharpText.Literal(platform),
            $"The same client, which also applies the rules of <c>{CSharpText.Documentation(platform)}</c> alone.");
    }

    private static string CodeName(Member member) => member.CodeName ?? Identifiers.Pascal(member.Name);

    private static string CodeName(EnumMember member) => member.CodeName ?? Identifiers.Pascal(member.Name);

    private RecordModel BuildRecord(ObjectType type)
    {
        var (name, isSent) = (_names[type.Name], _use.IsSent(type.Name));

        var shape = _unions.ShapeOf(type.Name);
        var discriminator = shape?.Value?.Discriminator.WireLiteral;

        // A member cannot have the name of its type, or of what the type inherits, either.
        var names = new NameScope(_diagnostics, ReservedMembers).Reserve([name, .. _unions.PropertiesOf(type.Name)]);
        var locals = new NameScope(_diagnostics, ReservedLocals);
        var members = type.Members.Select(m => BuildMember(m, names, locals, isSent, discriminator is not null && CSharpText.Literal(m.Name) == discriminator)).ToEquatableArray();
        return new RecordModel(
            name,
            CSharpText.Summary(type.Summary, "The object", type.Name),
            shape,
            isSent ? type.Rules.Select(declared => declared.Rule).ToEquatableArray() : default,
            members,
            RecordModel.NameOfUnknown([name, .. members.Select(m => m.Name), .. _unions.PropertiesOf(type.Name)]),
            isSent,
            _use.IsAnswered(type.Name));
    }

    private EnumModel FindEnum(string name) => BuildEnum(_document.Enums.Find(name)!);

    private MemberModel BuildMember(Member member, NameScope names, NameScope locals, bool isSent, bool isDiscriminator)
    {
        // A member with the name of the discriminator is reported as that.
        var name = isDiscriminator ? names.TakeSimilar(CodeName(member)) : names.Take(CodeName(member), member.Name, member.Range, SetName, ("The member", name => name));
        return CreateMember(member, name, locals.TakeSimilar(Identifiers.Local(name)), isSent);
    }

    private MemberModel CreateMember(Member member, string name, string local, bool isSent)
    {
        var type = _names.Resolve(member.Type);
        return new MemberModel(
            name,
            local,
            CSharpText.Literal(member.Name),
            CSharpText.JsonLiteral(member.Name),
            type,
            member.Required,
            !member.Sensitive && type is RecordTypeModel or EnumTypeModel or PrimitiveTypeModel { Keyword: "bool" },
            CSharpText.Summary(member.Summary, "The member", member.Name),
            DocumentationBuilder.Describe(member),
            isSent ? member.Limits : default,
            member.LimitSeverity,
            isSent ? member.AvailabilityOn(_day) : Availability.Everywhere)
        {
            WireLength = Encoding.UTF8.GetByteCount(member.Name),
        };
    }

    private EnumModel BuildEnum(EnumType type) => _enums.TryGetValue(type.Name, out var built) ? built : _enums[type.Name] = CreateEnum(type);

    private EnumModel CreateEnum(EnumType type)
    {
        var names = new NameScope(_diagnostics);
        var numbers = new EnumNumbers();
        var members = type.Members
            .Select(m => new EnumMemberModel(
                names.Take(CodeName(m), m.Name, m.Range, SetName, ("The enum member", name => name)),
                CSharpText.Literal(m.Name),
                numbers.Next(m.Name),
                CSharpText.Literal(m.Wire),
                CSharpText.JsonLiteral(m.Wire),
                CSharpText.Summary(m.Summary, "The value", m.Wire),
                DocumentationBuilder.Describe(m),
                m.OnlyWhen,
                _use.IsSent(type.Name) ? m.AvailabilityOn(_day) : Availability.Everywhere))
            .ToEquatableArray();
        return new EnumModel(_names[type.Name], CSharpText.Summary(type.Summary, "The values of", type.Name), members, _use.IsSent(type.Name));
    }

    // Errors with one name are one error, with several codes.
    private static ErrorModel BuildError(IReadOnlyList<ErrorCode> errors, string name)
    {
        var error = errors[0];
        var advice = error.Advice + (error.Outcome == ErrorOutcome.Unknown ? $" {ErrorCode.UnknownOutcome}" : "");
        return new ErrorModel(
            name,
            errors.Select(e => new ErrorNumber(e.Key.Code, e.Key.Subcode)).ToEquatableArray(),
            CSharpText.Documentation(error.Summary),
            CSharpText.Literal(error.Summary),
            error.Recovery.ToString(),
            advice,
            CSharpText.Literal(advice),
            error.Outcome.ToString(),
            error.AffectsPage);
    }
}

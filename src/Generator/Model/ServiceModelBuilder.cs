using PageMessagesGen.Schema.Diagnostics;
using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Generator.Model;

/// <summary>Decides names, types and documentation: checked schema → model of the code.</summary>
internal sealed class ServiceModelBuilder
{
    private readonly SchemaDocument _document;
    private readonly DiagnosticBag _diagnostics;
    private readonly HashSet<string> _sent;
    private readonly HashSet<string> _answered;

    private ServiceModelBuilder(SchemaDocument document, DiagnosticBag diagnostics)
    {
        _document = document;
        _diagnostics = diagnostics;
        _sent = Reachable(document.Operations.Select(o => o.Body));
        _answered = Reachable(document.Operations.Select(o => o.Returns));
    }

    public static ServiceModel Build(SchemaDocument document, string fileStem, DiagnosticBag diagnostics) =>
        new ServiceModelBuilder(document, diagnostics).Build(fileStem);

    private ServiceModel Build(string fileStem)
    {
        var service = new ServiceModel(fileStem, _document.Namespace, _document.Service, _document.Version, _document.Docs is { } docs ? CSharpText.Documentation(docs) : null, default, default, default, default);
        var names = new TakenNames(_diagnostics)
            .Reserve(service.Client, service.Interface, service.JsonContext, service.JsonWriter, service.JsonReader, service.ErrorCodes)
            .Reserve(ImportedNames.All);
        var methods = new TakenNames(_diagnostics).Reserve("Equals", "GetHashCode", "ToString", "GetType");
        var errors = new TakenNames(_diagnostics).Reserve("Describe", service.ErrorCodes);
        return service with
        {
            Records = _document.Types.Where(t => names.Take(t.Name, "The type", t.Name, t.Range)).Select(BuildRecord).ToEquatableArray(),
            Enums = _document.Enums.Where(e => TakeEnum(names, e)).Select(BuildEnum).ToEquatableArray(),
            Operations = _document.Operations.Select(BuildOperation).Where(o => methods.Take(o.Model.Method, "The operation", o.Source.Name, o.Source.Range)).Select(o => o.Model).ToEquatableArray(),
            Errors = _document.Errors.Where(e => errors.Take(e.Name, "The error", e.Name, e.Range)).Select(BuildError).ToEquatableArray(),
        };
    }

    private static bool TakeEnum(TakenNames names, EnumType type) =>
        names.Take(type.Name, "The enum", type.Name, type.Range)
        && names.Take(EnumModel.ConverterFor(type.Name), "The converter of the enum", type.Name, type.Range);

    private RecordModel BuildRecord(ObjectType type)
    {
        // A member cannot be called like its type, nor like what every record has.
        var names = new TakenNames(_diagnostics)
            .Reserve(type.Name, "Equals", "GetHashCode", "ToString", "GetType", "PrintMembers", "EqualityContract", "MemberwiseClone", "Clone");
        var members = type.Members
            .Where(m => names.Take(Identifiers.Pascal(m.Name), "The member", m.Name, m.Range))
            .Select(BuildMember)
            .ToEquatableArray();
        return new RecordModel(type.Name, CSharpText.Documentation(type.Summary), members, _sent.Contains(type.Name), _answered.Contains(type.Name));
    }

    private MemberModel BuildMember(Member member)
    {
        var name = Identifiers.Pascal(member.Name);
        return new MemberModel(
            name,
            Identifiers.Local(name),
            member.Name,
            BuildType(member.Type),
            member.Required,
            DefaultExpression(member),
            CSharpText.Documentation(member.Summary),
            MemberFacts.Describe(member));
    }

    private string? DefaultExpression(Member member) => (member.Default, member.Type) switch
    {
        (null, _) => null,
        ({ } text, EnumReference type) => $"global::{_document.Namespace}.{type.Name}.{Identifiers.Pascal(text)}",
        ({ } text, ScalarReference { Kind: ScalarKind.Integer }) => $"{text}L",
        ({ } text, ScalarReference { Kind: ScalarKind.Boolean }) => text,
        ({ } text, _) => CSharpText.Literal(text),
    };

    private static TypeModel BuildType(TypeReference type) => type switch
    {
        ListReference list => new ListTypeModel(BuildType(list.Element)),
        ObjectReference o => new RecordTypeModel(o.Name),
        EnumReference e => new EnumTypeModel(e.Name),
        ScalarReference scalar => scalar.Kind switch
        {
            ScalarKind.String => PrimitiveTypeModel.String,
            ScalarKind.StringOrInteger => PrimitiveTypeModel.StringOrInteger,
            ScalarKind.Integer => PrimitiveTypeModel.Integer,
            ScalarKind.Number => PrimitiveTypeModel.Number,
            ScalarKind.Boolean => PrimitiveTypeModel.Boolean,
            _ => new JsonTypeModel(),
        },
        _ => throw new InvalidOperationException($"There is no C# type for {type}."),
    };

    private EnumModel BuildEnum(EnumType type)
    {
        var names = new TakenNames(_diagnostics);
        var members = type.Members
            .Where(m => names.Take(Identifiers.Pascal(m.Name), "The enum member", m.Name, m.Range))
            .Select((m, index) => new EnumMemberModel(Identifiers.Pascal(m.Name), index + 1, CSharpText.Literal(m.Wire), CSharpText.Documentation(m.Summary), MemberFacts.Describe(m)))
            .ToEquatableArray();
        return new EnumModel(type.Name, CSharpText.Documentation(type.Summary), members);
    }

    private static (OperationModel Model, Operation Source) BuildOperation(Operation operation)
    {
        const string Page = "{page_id}";
        var page = operation.Path.IndexOf(Page, StringComparison.Ordinal);
        var model = new OperationModel(
            Identifiers.Pascal(operation.Name) + "Async",
            CSharpText.Documentation(operation.Summary),
            page < 0 ? operation.Path : operation.Path.Substring(0, page),
            page < 0 ? null : operation.Path.Substring(page + Page.Length),
            operation.Body,
            operation.Returns);
        return (model, operation);
    }

    private static ErrorModel BuildError(ErrorCode error) => new(error.Name, error.Code, CSharpText.Documentation(error.Summary), CSharpText.Literal(error.Summary), error.Recovery switch
    {
        Recovery.Request => "Change the request; the same one fails again.",
        Recovery.Token => "Get a new access token.",
        Recovery.Permission => "Get the permission, or have the restriction lifted.",
        Recovery.Recipient => "Nothing helps for now: the customer cannot be reached.",
        Recovery.Wait => "Wait, then try again.",
        Recovery.Window => "Nothing helps: the time for writing has passed.",
        _ => throw new InvalidOperationException($"There is no advice for {error.Recovery}."),
    });

    private HashSet<string> Reachable(IEnumerable<string> roots)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(roots);
        while (open.Count > 0)
        {
            var name = open.Pop();
            if (!found.Add(name) || _document.FindType(name) is not { } type)
                continue;
            foreach (var member in type.Members)
            {
                if (((member.Type as ListReference)?.Element ?? member.Type) is ObjectReference next)
                    open.Push(next.Name);
            }
        }

        return found;
    }
}

using System.Text.RegularExpressions;
using PageMessagesGen.Schema.Diagnostics;
using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Generator.Model;

/// <summary>Decides the methods of the client.</summary>
internal sealed class OperationModelBuilder(
    SchemaDocument document, TypeNames types, IReadOnlyList<RecordModel> records, Func<Member, string, MemberModel> buildMember, DiagnosticBag diagnostics)
{
    private const string PageId = $"{{{Operation.PageId}}}";

    private static readonly Regex PathPart = new(@"(\{[a-z][a-z0-9_]*\})", RegexOptions.CultureInvariant);

    private readonly NameScope _methods = new(diagnostics);
    private readonly NameScope _windows = new NameScope(diagnostics).Reserve(["All", .. ServiceModel.NamesOfObjects]);

    public EquatableArray<OperationModel> Build() => document.Operations.Select(BuildOperation).ToEquatableArray();

    private static string MethodName(string name) => name + "Async";

    private OperationModel BuildOperation(Operation operation)
    {
        var name = _methods.Take(Identifiers.Pascal(operation.Name), operation.Name, operation.Range, "choose another name", ("The operation", MethodName));
        var names = new NameScope(diagnostics).Reserve("request", "cancellationToken");
        var parameters = operation.Parameters.ToDictionary(p => p.Name, p => BuildParameter(names, p), StringComparer.Ordinal);
        return new OperationModel(
            CSharpText.Literal(operation.Name),
            MethodName(name),
            CSharpText.Summary(operation.Summary, "Calls", $"{operation.Verb.ToString().ToUpperInvariant()} {operation.Path}"),
            $"_call{name}",
            $"_address{name}",
            operation.Verb.ToString(),
            PathExpression(operation.Path, parameters),
            operation.Parameters.Select(p => parameters[p.Name]).OrderByDescending(p => p.IsRequired).ToEquatableArray(),
            operation.Body is { } body ? types.ResolveRecord(body) : null,
            operation.DeliversMessage,
            operation.Returns is { } answer ? types.Resolve((answer as PageReference)?.Element ?? answer) : null,
            operation.Returns is PageReference,
            operation.Confirmations.Select(c => BuildConfirmation(operation, c)).OfType<ConfirmationModel>().ToEquatableArray())
        {
            OrderProperty = operation.OrderedBy is { } member ? FindMember(operation.Body, member.Name)?.Name : null,
            Rates = operation.Rates.Select(rate => new RateModel(CSharpText.Literal(rate.Name), rate.Calls, rate.Seconds, rate.When.Count == 0 ? null : CSharpText.Literal(RuleWriter.Write(rate.When)))).ToEquatableArray(),
            Customer = Steps(operation.Body, operation.Customer),
            Correlation = Steps(operation.Body, operation.Correlation?.Request),
            EchoedProperty = operation.Correlation is { } echo ? FindMember((operation.Returns as ObjectReference)?.Name, echo.Response)?.Name : null,
            Windows = operation.Windows.Select(BuildWindow).ToEquatableArray(),
            AllMethod = AllMethod(operation, name),
            HasPage = PathPart.Split(operation.Path).Contains(PageId),
        };
    }

    // Messages are sent in numbers. Another operation with the name of this method comes first.
    private string? AllMethod(Operation operation, string name) =>
        operation is { DeliversMessage: true, Body: not null, Parameters.Count: 0, Returns: ObjectReference } && document.Operations.All(other => Identifiers.Pascal(other.Name) != $"{name}All")
            ? MethodName($"{name}All")
            : null;

    // What is always there confirms nothing.
    private ConfirmationModel? BuildConfirmation(Operation operation, Confirmation confirmation) =>
        FindMember(operation.Body, confirmation.Request) is var (sent, isAlwaysSent) && FindMember((operation.Returns as ObjectReference)?.Name, confirmation.Response) is (var answered, false)
            ? new ConfirmationModel(isAlwaysSent ? null : sent, answered)
            : null;

    // The path leads through objects.
    private EquatableArray<StepModel> Steps(string? record, MemberPath? path)
    {
        var steps = new List<StepModel>();
        foreach (var name in path is null ? [] : path.Names.ToArray())
        {
            if (FindMember(record, name) is not (var property, var isRequired))
                return default;
            steps.Add(new StepModel(property, isRequired));
            record = (document.FindType(record!)?.FindMember(name)?.Type as ObjectReference)?.Name;
        }

        return steps.ToEquatableArray();
    }

    private WindowModel BuildWindow(Window window)
    {
        var name = _windows.Take(Identifiers.Pascal(window.Name), window.Name, window.Range, "choose another name", ("The window", name => name));
        return new WindowModel(
            name,
            CSharpText.Literal(window.Name),
            $"The {window.Hours} hours after a customer's last action in which a message with <c>{CSharpText.Documentation(RuleWriter.Write(window.When))}</c> can be sent. {CSharpText.Documentation(window.Reason)}",
            window.Hours,
            CSharpText.Literal(RuleWriter.Write(window.When)),
            window.Severity,
            CSharpText.Literal(window.Reason));
    }

    private (string Name, bool IsRequired)? FindMember(string? record, string wireName)
    {
        if (record is null)
            return null;
        var type = types.ResolveRecord(record);
        if (type.Owner is not null)
            return document.FindType(record)?.FindMember(wireName) is { } used ? (used.CodeName ?? Identifiers.Pascal(used.Name), used.Required) : null;
        var literal = CSharpText.Literal(wireName);
        return records.FirstOrDefault(r => r.Name == type.Record)?.Members.FirstOrDefault(m => m.WireLiteral == literal) is { } own ? (own.Name, own.IsRequired) : null;
    }

    private ParameterModel BuildParameter(NameScope names, Parameter parameter)
    {
        var member = parameter.Member;
        var name = names.TakeSimilar(Identifiers.Local(member.CodeName ?? Identifiers.Pascal(member.Name)));
        var summary = CSharpText.Summary(member.Summary, "The parameter", member.Name) + (member.Sensitive ? " It must not be logged, and neither must the URL." : "");
        var remarks = DocumentationBuilder.Describe(member with { Required = false });
        return new ParameterModel(
            buildMember(member, name) with { Summary = summary, Remarks = remarks },
            parameter.IsInPath ? null : CSharpText.Literal(Uri.EscapeDataString(member.Name)),
            parameter.Style);
    }

    // A sum of strings: in an interpolated string, a complete name such as global::X would end at its colon.
    private static string PathExpression(string path, Dictionary<string, ParameterModel> parameters) =>
        string.Join(" + ", PathPart.Split(path).Where(text => text.Length > 0).Select(text => text switch
        {
            _ when text[0] != '{' => $"\"{text}\"",
            PageId => "_connection.PageId",
            _ => Part(parameters[text.Substring(1, text.Length - 2)]),
        }));

    // An enum is written as its wire value.
    private static string Part(ParameterModel parameter) => parameter.Type is EnumTypeModel type
        ? $"::GraphPath.Part({type.Converter}.Instance.WireValue({parameter.Name}))"
        : $"::GraphPath.Part({parameter.Name})";
}

using System.Text.RegularExpressions;
using PageMessagesGen.Schema.Diagnostics;
using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Generator.Model;

/// <summary>Decides the methods of the client.</summary>
internal sealed class OperationModelBuilder(IReadOnlyList<RecordModel> records, DiagnosticBag diagnostics)
{
    private static readonly Regex PathPart = new(@"\{(?<name>[a-z][a-z0-9_]*)\}", RegexOptions.CultureInvariant);

    /// <summary>The names that every object has.</summary>
    public static readonly string[] OfObjects = ["Equals", "GetHashCode", "ToString", "GetType", "MemberwiseClone", "Finalize", "ReferenceEquals"];

    private readonly NameScope _methods = new NameScope(diagnostics).Reserve(OfObjects);

    public EquatableArray<OperationModel> Build(IEnumerable<Operation> operations) => operations
        .Where(o => _methods.Take(MethodName(o), "The operation", o.Name, o.Range))
        .Select(BuildOperation)
        .ToEquatableArray();

    private static string MethodName(Operation operation) => Identifiers.Pascal(operation.Name) + "Async";

    private OperationModel BuildOperation(Operation operation)
    {
        var names = new NameScope(diagnostics).Reserve("request", "cancellationToken", "path");
        var parameters = operation.Parameters
            .Where(p => names.Take(Argument(p.Name), "The parameter", p.Name, p.Range))
            .Select(p => new ParameterModel(
                Argument(p.Name), p.IsInPath ? null : p.Name, TypeModel.For(p.Type), p.Required, CSharpText.Summary(p.Summary, "The parameter", p.Name)))
            .OrderByDescending(p => p.IsRequired)
            .ToEquatableArray();
        return new OperationModel(
            MethodName(operation),
            CSharpText.Summary(operation.Summary, "Calls", $"{operation.Verb.ToString().ToUpperInvariant()} {operation.Path}"),
            operation.Verb.ToString(),
            PathExpression(operation),
            parameters,
            operation.Body,
            operation.Returns,
            operation.Confirmations.Select(c => BuildConfirmation(operation, c)).OfType<ConfirmationModel>().ToEquatableArray());
    }

    // What is always there confirms nothing.
    private ConfirmationModel? BuildConfirmation(Operation operation, Confirmation confirmation) =>
        FindMember(operation.Body, confirmation.Request) is { } sent && FindMember(operation.Returns, confirmation.Response) is { IsRequired: false } answered
            ? new ConfirmationModel(sent.IsRequired ? null : sent.Name, answered.Name)
            : null;

    private MemberModel? FindMember(string? record, string wireName)
    {
        var literal = CSharpText.Literal(wireName);
        return records.FirstOrDefault(r => r.Name == record)?.Members.FirstOrDefault(m => m.WireLiteral == literal);
    }

    private static string Argument(string wireName) => Identifiers.Local(Identifiers.Pascal(wireName));

    private static string PathExpression(Operation operation)
    {
        var path = PathPart.Replace(operation.Path, match => match.Groups["name"].Value switch
        {
            Operation.PageId => "{_connection.PageId}",
            var part => $"{{GraphPath.Part({WireText(operation.Parameters.First(p => p.Name == part))})}}",
        });
        return path.Contains("{") ? $"$\"{path}\"" : $"\"{path}\"";
    }

    // An enum stands in a path by its wire value.
    private static string WireText(Parameter parameter) => parameter.Type is EnumReference type
        ? $"{EnumModel.ConverterFor(type.Name)}.Instance.WireValue({Argument(parameter.Name)})"
        : Argument(parameter.Name);
}

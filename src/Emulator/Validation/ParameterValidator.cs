using System.Text.RegularExpressions;
using PageMessagesGen.Emulator.Http;
using PageMessagesGen.Schema.Model;
using PageMessagesGen.Schema.Validation;

namespace PageMessagesGen.Emulator.Validation;

/// <summary>
/// Validates the path and query parameters of a call. It treats them as an object with one member per parameter, so that the
/// validation of objects applies.
/// </summary>
internal sealed partial class ParameterValidator
{
    // The name is not valid for a type of a schema.
    private const string TypeName = "parameters";

    // Every call of Graph accepts these, declared or not. They select parts and the format of a response. The responses of the
    // emulator do not depend on them.
    private static readonly string[] TakenByEveryCall = ["fields", "limit", "after", "before", "locale", "pretty", "debug"];

    private readonly Dictionary<string, Parameter> _parameters;
    private readonly HashSet<string> _inQuery;
    private readonly RequestValidator _validator;
    private readonly string? _platform;

    public ParameterValidator(SchemaDocument schema, Operation operation, GraphEmulatorOptions options)
    {
        _parameters = operation.Parameters.ToDictionary(p => p.Name, StringComparer.Ordinal);
        _inQuery = operation.Parameters.Where(p => !p.IsInPath).Select(p => p.Name).ToHashSet(StringComparer.Ordinal);
        var type = new ObjectType(TypeName, "", operation.Parameters.Select(p => p.Member).ToNamedList(), default, default);
        _validator = new RequestValidator(schema with { Types = schema.Types.Append(type).ToNamedList() }, options.Day);
        _platform = options.Platform;
    }

    /// <summary>Finds the violations in the parameters of a call.</summary>
    /// <param name="path">The values of the operation's parameters in the path.</param>
    /// <param name="query">The query.</param>
    public IEnumerable<WireViolation> Validate(IEnumerable<GivenParameter> path, RequestQuery query)
    {
        var unknown = query.Parameters.Select(p => p.Name).Where(n => !_inQuery.Contains(n) && !TakenByEveryCall.Contains(n)).Distinct().ToList();
        if (unknown.Count > 0)
            yield return UnknownParameters(unknown);

        var inQuery = query.Parameters.Where(p => _inQuery.Contains(p.Name)).ToList();
        var given = path.Concat(inQuery.Where(p => _parameters[p.Name].Style != ParameterStyle.Repeated))
            .Select(p => new WireMember(p.Name, Read(p.Value, _parameters[p.Name]), default))
            .Concat(inQuery.Where(p => _parameters[p.Name].Style == ParameterStyle.Repeated).GroupBy(p => p.Name).Select(ReadRepeated));
        foreach (var violation in _validator.Validate(new WireObject(given.ToEquatableArray(), default), TypeName, _platform))
            yield return violation;
    }

    private static WireViolation UnknownParameters(IEnumerable<string> names) => new(
        BuiltInRules.UnknownMember,
        RuleSeverity.Error,
        "",
        $"Invalid keys {string.Join(", ", names.Select(n => $"\"{n}\""))} were found in the query.",
        null,
        default);

    private WireMember ReadRepeated(IGrouping<string, GivenParameter> parameters)
    {
        var element = ((ListReference)_parameters[parameters.Key].Member.Type).Element;
        return new WireMember(parameters.Key, new WireList(parameters.Select(p => Read(p.Value, element)).ToEquatableArray(), default), default);
    }

    // What is not JSON stays a string, like all that is not of the type.
    private static WireValue Read(string text, Parameter parameter) =>
        parameter.Style != ParameterStyle.Json ? Read(text, parameter.Member.Type) : WireJson.TryRead(text) ?? new WireText(text, default);

    // A string that is not a value of the type stays a string: the violation says which type is expected.
    internal static WireValue Read(string text, TypeReference type) => type switch
    {
        ListReference list => new WireList(text.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(t => Read(t, list.Element)).ToEquatableArray(), default),
        ScalarReference { Kind: ScalarKind.Integer or ScalarKind.Number } when Number().IsMatch(text) => new WireNumber(text, default),
        ScalarReference { Kind: ScalarKind.Boolean } when text is "true" or "false" => new WireBoolean(text == "true", default),
        _ => new WireText(text, default),
    };

    [GeneratedRegex(@"\A-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}

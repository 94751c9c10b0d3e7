using System.Text.RegularExpressions;
using PageMessagesGen.Schema.Diagnostics;
using PageMessagesGen.Schema.Model;
using PageMessagesGen.Schema.Yaml;

namespace PageMessagesGen.Schema.Reading;

/// <summary>Reads an operation and its parameters. <see cref="RateReader"/>, <see cref="EchoReader"/> and <see cref="WindowReader"/> read what requires all types, and <see cref="ExampleReader"/> the examples, which require all rules.</summary>
internal sealed class OperationReader(SymbolTable names, TypeReader types, DiagnosticBag diagnostics)
{
    private static readonly Regex Request = new(
        @"^(?<verb>GET|POST|DELETE) (?<path>(/([a-z][a-z0-9_]*|\{[a-z][a-z0-9_]*\}))+)\z", RegexOptions.CultureInvariant);

    private static readonly (string, ParameterStyle?)[] ListStyles = [("commas", ParameterStyle.Text), ("repeated", ParameterStyle.Repeated), ("json", ParameterStyle.Json)];

    private static readonly Regex PathPart = new(@"\{(?<name>[a-z][a-z0-9_]*)\}", RegexOptions.CultureInvariant);

    public Operation? Read(YamlEntry entry)
    {
        var name = entry.Key.AsWord(diagnostics);
        var reader = new MappingReader(entry.Value, $"the operation '{entry.Key.Value}'", entry.Key.Range, diagnostics);
        var summary = reader.Summary();
        var request = reader.RequiredText("request");
        var match = request is null ? Match.Empty : Request.Match(request.Value);
        if (request is not null && !match.Success)
            diagnostics.Add(SchemaDiagnosticDescriptors.InvalidValue, request.Range, request.Value, "a request such as 'POST /{page_id}/messages' with GET, POST or DELETE", RequestAdvice.For(request.Value));

        var parts = PathPart.Matches(match.Groups["path"].Value).Cast<Match>().Select(m => m.Groups["name"].Value).ToList();
        var declared = reader.Entries("parameters").ToList();
        var parameters = declared.Select(e => ReadParameter(e, parts)).OfType<Parameter>().ToList();
        ReportUnfilledParts(parts, declared, request);
        var body = ReadBody(reader, match.Groups["verb"].Value);
        var answer = reader.RequiredText("returns");
        var returns = answer is null ? null : ReadAnswer(answer, match.Groups["verb"].Value);
        var deliversMessage = reader.Flag("delivers-message");
        var orderedBy = reader.Text("ordered-by") is { } member ? new MemberName(member.Value, member.Range) : null;
        var confirmations = reader.Entries("confirmed-by").Select(ReadConfirmation).OfType<Confirmation>().ToEquatableArray();
        _ = (reader.Find("rates"), reader.Find("customer"), reader.Find("correlated-by"), reader.Find("windows"), reader.Find("examples"));
        reader.Finish();

        // Without its body, its answer or a part of its path, it would be a different operation.
        var lacksAnswer = answer is null || ReferenceEquals(returns?.Leaf, SymbolTable.ErrorType);
        var lacksBody = body is null && reader.Find("body") is not null;
        var lacksPart = parts.Any(part => part != Operation.PageId && parameters.All(p => p.Name != part));
        return name is null || !match.Success || lacksAnswer || lacksBody || lacksPart
            ? null
            : new Operation(
                name, summary, Verb(match), match.Groups["path"].Value, parameters.ToEquatableArray(), body, deliversMessage, orderedBy, returns, confirmations, default, entry.Key.Range);
    }

    private TypeReference? ReadAnswer(YamlScalar text, string verb)
    {
        if (text.Value == "none")
            return null;
        var element = SymbolTable.ElementOf(text.Value.Trim(), "page");
        if (element is null)
            return names.Resolve(text);
        if (verb is not ("GET" or ""))
            diagnostics.Add(SchemaDiagnosticDescriptors.InvalidValue, text.Range, text.Value, "allowed here: only a GET is repeated for the next page", "");
        return new PageReference(names.Resolve(text, element));
    }

    // The members are validated after the types are read.
    private Confirmation? ReadConfirmation(YamlEntry entry)
    {
        if (entry.Value is YamlScalar { IsMissing: false } response)
            return new Confirmation(entry.Key.Value, response.Value, entry.Key.Range, response.Range);
        diagnostics.Add(SchemaDiagnosticDescriptors.WrongShape, entry.Value.Range, $"'{entry.Key.Value}'", "the name of a member of the response", entry.Value.Kind);
        return null;
    }

    private Parameter? ReadParameter(YamlEntry entry, List<string> parts)
    {
        var isInPath = parts.Contains(entry.Key.Value);
        var reader = new MappingReader(entry.Value, $"the parameter '{entry.Key.Value}'", entry.Key.Range, diagnostics);
        var text = reader.Text("type");
        var member = types.ReadMember(entry, reader, isInObject: false);
        var list = reader.Choice("list", null, ListStyles);
        reader.Finish();
        if (member is null || text is null || ReferenceEquals(member.Type, SymbolTable.ErrorType))
            return null;

        var isText = IsText(member.Type);
        if (isInPath && !isText)
        {
            diagnostics.Add(SchemaDiagnosticDescriptors.InvalidValue, text.Range, text.Value, "a type for a path parameter, which must be a string, a number, a boolean or an enum", "");
            return null;
        }

        var isListOfText = member.Type is ListReference { Element: var element } && IsText(element);
        if (list is not null && !isListOfText)
            diagnostics.Add(SchemaDiagnosticDescriptors.LimitOnWrongType, reader.Text("list")!.Range, "list", entry.Key.Value, "no list of strings, numbers, booleans or values of an enum");
        var style = isText ? ParameterStyle.Text : isListOfText ? list ?? ParameterStyle.Text : ParameterStyle.Json;
        return new Parameter(member with { Required = member.Required || isInPath }, isInPath, style);
    }

    private static bool IsText(TypeReference type) => type is EnumReference or ScalarReference { Kind: not ScalarKind.Json };

    private void ReportUnfilledParts(List<string> parts, List<YamlEntry> parameters, YamlScalar? request)
    {
        foreach (var part in parts.Where(p => p != Operation.PageId && parameters.All(x => x.Key.Value != p)))
            diagnostics.Add(SchemaDiagnosticDescriptors.MissingKey, request!.Range, $"The path part '{{{part}}}'", $"parameters: {part}");
        foreach (var parameter in parameters.Where(p => p.Key.Value == Operation.PageId && parts.Contains(Operation.PageId)))
            diagnostics.Add(SchemaDiagnosticDescriptors.InvalidValue, parameter.Key.Range, parameter.Key.Value, "a parameter: the Page's id comes from the client's options", "");
    }

    private string? ReadBody(MappingReader reader, string verb)
    {
        var body = reader.Text("body");
        if (body is null)
            return null;
        if (verb == "GET")
            diagnostics.Add(SchemaDiagnosticDescriptors.InvalidValue, body.Range, body.Value, "allowed here: a GET has no body; use 'parameters'", "");
        return names.FindObject(body);
    }

    private static HttpVerb Verb(Match match) => match.Groups["verb"].Value switch
    {
        "GET" => HttpVerb.Get,
        "DELETE" => HttpVerb.Delete,
        _ => HttpVerb.Post,
    };
}

using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using PageMessagesGen.Emulator.Responses;
using PageMessagesGen.Emulator.Validation;
using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Emulator.Http;

/// <summary>An operation that matches a request.</summary>
/// <param name="Schema">The schema of the operation.</param>
/// <param name="Operation">The operation.</param>
/// <param name="Version">The version in the path, such as <c>v26.0</c>.</param>
/// <param name="PageId">The value of the Page id in the path; null for a path without one.</param>
/// <param name="PathParameters">The values of the operation's own parameters in the path.</param>
/// <param name="Parameters">The validator of these parameters and of those in the query.</param>
internal sealed record Route(
    SchemaDocument Schema, Operation Operation, string Version, string? PageId, IReadOnlyList<GivenParameter> PathParameters, ParameterValidator Parameters);

/// <summary>Finds operations by method and path.</summary>
internal sealed partial class Routes
{
    private const string PagePlaceholder = $"{{{Operation.PageId}}}";
    private const int UnknownPathCode = 2500;
    private const int UnsupportedMethodCode = 100;

    private readonly List<Entry> _operations;

    /// <exception cref="ArgumentException">Two operations have the same method and path.</exception>
    public Routes(IReadOnlyList<SchemaDocument> schemas, GraphEmulatorOptions options)
    {
        var entries = schemas.SelectMany(schema => schema.Operations.Select(operation => new Entry(schema, operation, options))).ToList();
        if (entries.GroupBy(e => e.Request).FirstOrDefault(g => g.Skip(1).Any()) is { } twice)
            throw new ArgumentException($"Two operations have the same request, {twice.Key}.");
        DefaultVersion = schemas[0].Version;
        Descriptions = [.. entries.Select(e => $"{MethodOf(e.Operation)} /{e.Schema.Version}{e.Operation.Path}")];

        // A literal segment is more specific than a parameter, and the Page id is more specific than a parameter that accepts anything.
        _operations = [.. entries.OrderBy(e => e.Shape, StringComparer.Ordinal).ThenBy(e => e.Segments.Contains(PagePlaceholder) ? 0 : 1)];
    }

    /// <summary>Gets the version of the first schema, for responses to requests without a version.</summary>
    public string DefaultVersion { get; }

    /// <summary>Gets the available calls, such as <c>POST /v26.0/{page_id}/messages</c>.</summary>
    public IReadOnlyList<string> Descriptions { get; }

    /// <summary>
    /// Finds the operations that match a request, or the reason why there is none. The path is not quoted, because it can contain
    /// anything.
    /// </summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">The path.</param>
    /// <param name="routes">
    /// The operations, the likeliest first. There are several if paths differ only in the kind of an id, as in
    /// <c>/{persona_id}</c> and <c>/{label_id}</c>.
    /// </param>
    /// <param name="refusal">The reason why there is none.</param>
    public bool TryFind(
        string method, string path, [NotNullWhen(true)] out IReadOnlyList<Route>? routes, [NotNullWhen(false)] out GraphError? refusal)
    {
        (routes, refusal) = (null, null);
        var match = VersionedPath().Match(path);
        if (!match.Success)
        {
            refusal = UnknownPath("The path must begin with a version, such as /v26.0.");
            return false;
        }

        var segments = match.Groups["rest"].Value.Split('/');
        var found = _operations.Where(e => e.Matches(segments)).ToList();
        var called = found.Where(e => MethodOf(e.Operation) == method).ToList();
        if (called.Count > 0)
        {
            routes = [.. called.Where(e => e.Shape == called[0].Shape).Select(e => e.ToRoute(match.Groups["version"].Value, segments))];
            return true;
        }

        refusal = found.Count == 0
            ? UnknownPath($"The available calls are: {string.Join("; ", Descriptions)}.")
            : UnsupportedMethod(found.Select(e => MethodOf(e.Operation)).Distinct().Order(StringComparer.Ordinal));
        return false;
    }

    private static string MethodOf(Operation operation) => operation.Verb.ToString().ToUpperInvariant();

    private static GraphError UnsupportedMethod(IEnumerable<string> methods) => new(
        UnsupportedMethodCode,
        $"(#{UnsupportedMethodCode}) Unsupported method. This path accepts only {string.Join(" and ", methods)}.",
        Type: "GraphMethodException");

    private static GraphError UnknownPath(string detail) =>
        new(UnknownPathCode, $"(#{UnknownPathCode}) Unknown path components. {detail}");

    [GeneratedRegex(@"\A/(?<version>v[0-9]{1,3}\.[0-9]{1,3})(?<rest>/.*)\z", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex VersionedPath();

    /// <summary>An operation and its parsed path.</summary>
    private sealed record Entry(SchemaDocument Schema, Operation Operation, GraphEmulatorOptions Options)
    {
        public string[] Segments { get; } = Operation.Path.Split('/');

        public ParameterValidator Parameters { get; } = new(Schema, Operation, Options);

        /// <summary>Gets the method and the path, such as <c>GET /{page_id}/personas</c>.</summary>
        public string Request { get; } = $"{MethodOf(Operation)} {Operation.Path}";

        /// <summary>Gets a 0 for each literal segment and a 1 for each parameter. Paths with literals first are sorted first.</summary>
        public string Shape { get; } = string.Concat(Operation.Path.Split('/').Select(s => IsParameter(s) ? '1' : '0'));

        public bool Matches(string[] segments) =>
            Segments.Length == segments.Length && Segments.Zip(segments).All(p => IsParameter(p.First) ? p.Second.Length > 0 : p.First == p.Second);

        public Route ToRoute(string version, string[] segments)
        {
            var given = Segments.Zip(segments).Where(p => IsParameter(p.First)).Select(p => new GivenParameter(p.First[1..^1], p.Second)).ToList();
            return new Route(
                Schema,
                Operation,
                version,
                given.Find(p => p.Name == Operation.PageId)?.Value,
                given.FindAll(p => p.Name != Operation.PageId),
                Parameters);
        }

        private static bool IsParameter(string segment) => segment is ['{', .., '}'];
    }
}

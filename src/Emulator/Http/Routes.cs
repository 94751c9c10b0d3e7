using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using PageMessagesGen.Emulator.Answers;
using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Emulator.Http;

/// <summary>The operation that a request calls.</summary>
/// <param name="Schema">The schema that has the operation.</param>
/// <param name="Operation">The operation.</param>
/// <param name="Version">The version in the path, such as <c>v26.0</c>.</param>
/// <param name="PageId">What stands in the path for the Page; null for a path without one.</param>
internal sealed record Route(SchemaDocument Schema, Operation Operation, string Version, string? PageId);

/// <summary>Finds operations by method and path.</summary>
internal sealed partial class Routes
{
    private const string PagePlaceholder = "{page_id}";
    private const int UnknownPathCode = 2500;
    private const int UnsupportedMethodCode = 100;

    private readonly List<(SchemaDocument Schema, Operation Operation, string[] Segments)> _operations = [];

    /// <exception cref="ArgumentException">Two operations have one path.</exception>
    public Routes(IReadOnlyList<SchemaDocument> schemas)
    {
        var paths = new HashSet<string>(StringComparer.Ordinal);
        foreach (var schema in schemas)
        {
            foreach (var operation in schema.Operations)
            {
                if (!paths.Add($"{operation.Method} {operation.Path}"))
                    throw new ArgumentException($"Two operations are called by {operation.Method} {operation.Path}.");
                _operations.Add((schema, operation, operation.Path.Split('/')));
            }
        }
    }

    /// <summary>The version of the first schema, for answers to requests that name none.</summary>
    public string DefaultVersion => _operations[0].Schema.Version;

    /// <summary>What can be called, one operation a line.</summary>
    public IEnumerable<string> Descriptions => _operations.Select(o => $"{o.Operation.Method} /{o.Schema.Version}{o.Operation.Path}");

    /// <summary>Finds the operation of a request, or says why there is none. The path is not quoted, as anything may stand in it.</summary>
    public bool TryFind(string method, string path, [NotNullWhen(true)] out Route? route, [NotNullWhen(false)] out GraphError? refusal)
    {
        route = null;
        refusal = null;
        var match = VersionedPath().Match(path);
        if (!match.Success)
        {
            refusal = UnknownPath("The path must begin with a version, such as /v26.0.");
            return false;
        }

        var segments = match.Groups["rest"].Value.Split('/');
        var found = _operations.Where(o => Matches(o.Segments, segments)).ToList();
        var called = found.FindIndex(o => o.Operation.Method == method);
        if (called >= 0)
        {
            var (schema, operation, pattern) = found[called];
            var place = Array.IndexOf(pattern, PagePlaceholder);
            route = new Route(schema, operation, match.Groups["version"].Value, place < 0 ? null : segments[place]);
            return true;
        }

        refusal = found.Count == 0
            ? UnknownPath($"There is: {string.Join("; ", Descriptions)}.")
            : new GraphError(UnsupportedMethodCode, $"(#{UnsupportedMethodCode}) Unsupported method. This path takes {found[0].Operation.Method} only.", Type: "GraphMethodException");
        return false;
    }

    private static GraphError UnknownPath(string detail) =>
        new(UnknownPathCode, $"(#{UnknownPathCode}) Unknown path components. {detail}");

    private static bool Matches(string[] pattern, string[] segments) =>
        pattern.Length == segments.Length && pattern.Zip(segments).All(p => p.First == PagePlaceholder ? p.Second.Length > 0 : p.First == p.Second);

    [GeneratedRegex(@"\A/(?<version>v[0-9]{1,3}\.[0-9]{1,3})(?<rest>/.*)\z", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex VersionedPath();
}

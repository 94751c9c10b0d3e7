using System.Collections.Immutable;
using PageMessagesGen.Schema.Diagnostics;
using PageMessagesGen.Schema.Model;
using PageMessagesGen.Schema.Text;

namespace PageMessagesGen.Generator.Pipeline;

/// <summary>The type names that a schema brings into its namespace.</summary>
internal sealed record NameClaim(string Path, string Namespace, EquatableArray<string> Names)
{
    public static NameClaim? Of(ParsedSchema schema) => schema.Service is { } service
        ? new NameClaim(
            schema.Findings.Path,
            service.Namespace,
            service.Records.Select(r => r.Name)
                .Concat(service.Unions.SelectMany(u => new[] { u.Name, u.Raw }))
                .Concat(service.Enums.Select(e => e.Name))
                .Concat([service.Client, service.ErrorCodes, service.Validator])
                .ToEquatableArray())
        : null;

    /// <summary>Finds the schemas whose names another one has taken already, in the order of their paths.</summary>
    public static EquatableArray<SchemaFindings> FindClashes(ImmutableArray<NameClaim?> claims)
    {
        var owners = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var clashes = new List<SchemaFindings>();
        foreach (var claim in claims.OfType<NameClaim>().OrderBy(c => c.Path, StringComparer.Ordinal))
        {
            var names = claim.Names.Select(n => $"{claim.Namespace}.{n}").ToList();
            if (names.FirstOrDefault(owners.ContainsKey) is { } taken)
            {
                var diagnostics = new DiagnosticBag();
                diagnostics.Add(SchemaRules.SchemaClash, TextRange.FileStart, taken, FileName(owners[taken]));
                clashes.Add(new SchemaFindings(claim.Path, diagnostics.ToList()));
                continue;
            }

            foreach (var name in names)
                owners[name] = claim.Path;
        }

        return clashes.ToEquatableArray();
    }

    private static string FileName(string path) => path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
}

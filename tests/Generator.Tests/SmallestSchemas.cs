using System.Text.RegularExpressions;

namespace PageMessagesGen.Generator.Tests;

/// <summary>Schemas of one operation, for tests of names.</summary>
internal static class SmallestSchemas
{
    /// <summary>Gets a schema whose body and response, <c>Thing</c>, has the given members, beside other types and enums.</summary>
    /// <param name="members">The members of <c>Thing</c> in brackets: name → type.</param>
    /// <param name="types">Other types, one on each line.</param>
    /// <param name="enums">Enums, one on each line: <c>Kind: [A, B]</c>.</param>
    /// <param name="namespace">The namespace.</param>
    public static string Of(string members, string types = "", string enums = "", string @namespace = "Acme.Shop") => $$"""
        schema: 1
        namespace: {{@namespace}}
        service: Shop
        version: v26.0
        as-of: 2026-11-22
        operations:
          send: { summary: Sends., request: "POST /{page_id}/things", body: Thing, returns: Thing }
        types:
          Thing: { summary: A thing., members: { {{Members(members)}} } }
        {{Types(types)}}
        {{Enums(enums)}}
        """;

    /// <summary>Gets members in the notation of a schema: <c>a: string, b: Order</c>.</summary>
    public static string Members(string members) =>
        string.Join(", ", Regex.Split(members, @",(?![^{]*\})").Select(Part).Select(m => m.Value.StartsWith('{')
            ? $"{m.Name}: {m.Value[..^1]}, summary: S. }}"
            : $"{m.Name}: {{ type: {m.Value}, summary: S. }}"));

    private static string Types(string types) => string.Concat(Parts(types, '\n').Select(Part).Select(t => t.Value.StartsWith('{')
        ? $"  {t.Name}: {t.Value}\n"
        : $"  {t.Name}: {{ summary: S., members: {{ {Members(t.Value)} }} }}\n"));

    private static string Enums(string enums) => enums.Length == 0 ? "" : "enums:\n" + string.Concat(Parts(enums, '\n').Select(Part).Select(e =>
        $"  {e.Name}: {{ summary: S., members: {{ {string.Join(", ", Parts(e.Value, ',').Select(v => $"{v}: {{ summary: S. }}"))} }} }}\n"));

    private static string[] Parts(string text, char separator) => text.Split(separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static (string Name, string Value) Part(string part) => part.IndexOf(':', StringComparison.Ordinal) is var at && at < 0
        ? throw new ArgumentException($"'{part}' has no colon.", nameof(part))
        : (part[..at].Trim(), part[(at + 1)..].Trim());
}

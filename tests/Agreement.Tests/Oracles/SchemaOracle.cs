using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using PageMessagesGen.Agreement.Tests.Judges;
using YamlDotNet.RepresentationModel;

namespace PageMessagesGen.Agreement.Tests.Oracles;

/// <summary>
/// Validates JSON by brute force, straight from the YAML. It was written from schema/README.md alone and shares no code with the
/// product, so that a mistake there cannot hide here.
/// </summary>
internal sealed class SchemaOracle(string yaml, string body)
{
    private static readonly string[] Choices = ["exactly-one-of", "at-least-one-of", "at-most-one-of"];

    private readonly YamlMappingNode _schema = Load(yaml);

    /// <summary>Gets what the body breaks on a platform; null for a platform that is not known.</summary>
    public IReadOnlyList<Violation> Validate(JsonElement json, string? platform) => [.. Object(json, Map(_schema, "types", body)!, "", platform)];

    private static YamlMappingNode Load(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return (YamlMappingNode)stream.Documents[0].RootNode;
    }

    private IEnumerable<Violation> Object(JsonElement json, YamlMappingNode type, string path, string? platform)
    {
        foreach (var (name, member) in Entries(type, "members"))
        {
            var place = path.Length == 0 ? name : $"{path}.{name}";
            if (Get(json, name) is { } value)
            {
                foreach (var violation in Member(value, member, place, platform))
                    yield return violation;
            }
            else if (Word(member, "required") == "true")
                yield return new(json.TryGetProperty(name, out _) ? "null-value" : "required", "error", place);
        }

        foreach (var (name, rule) in Entries(type, "rules"))
        {
            var isElsewhere = Words(rule, "platforms") is { Count: > 0 } platforms && (platform is null || !platforms.Contains(platform));
            if (!isElsewhere && Conditions(rule).All(c => Holds(json, type, c.Path, c.Node)) && Broken(json, type, rule) is { } broken)
                yield return new(name, Word(rule, "severity")!, path.Length == 0 ? broken : $"{path}.{broken}");
        }
    }

    private IEnumerable<Violation> Member(JsonElement value, YamlMappingNode member, string path, string? platform) =>
        Value(value, Word(member, "type")!, path, platform)
            .Concat(Limits(value, member).Where(rule => rule != "format" || !IsHalved(value)).Select(rule => new Violation(rule, Word(member, "severity") ?? "error", path)))
            .Concat(Availability(member, path, platform));

    private IEnumerable<Violation> Value(JsonElement value, string type, string path, string? platform)
    {
        if (value.ValueKind == JsonValueKind.Null)
            return [new("null-value", "error", path)];
        if (type.StartsWith("list<", StringComparison.Ordinal))
            return value.EnumerateArray().SelectMany((element, index) => Value(element, type[5..^1], $"{path}[{index}]", platform));
        if (Map(_schema, "types", type) is { } inner)
            return Find(inner, "cases") is null ? Object(value, inner, path, platform) : Union(value, inner, path, platform);
        if (Map(_schema, "enums", type) is not { } values)
            return type is "string" or "string-or-integer" && IsHalved(value) ? [new("format", "error", path)] : [];
        return EnumMember(values, Text(value)) is { } chosen ? Availability(chosen.Node, path, platform) : [new("unknown-value", "error", path)];
    }

    private IEnumerable<Violation> Union(JsonElement json, YamlMappingNode union, string path, string? platform)
    {
        var (discriminator, content) = (Word(union, "discriminator")!, Word(union, "content"));
        var wire = Text(Get(json, discriminator)!.Value);
        var values = Word(union, "values") is { } name ? Map(_schema, "enums", name) : null;
        var chosen = values is null ? wire : EnumMember(values, wire)?.Name;
        var shape = ((YamlMappingNode)Find(union, "cases")!).Children
            .Where(c => string.Equals(((YamlScalarNode)c.Key).Value, chosen, StringComparison.OrdinalIgnoreCase)).Select(c => ((YamlScalarNode)c.Value).Value).FirstOrDefault();
        if (shape is null)
            return [new("unknown-value", "error", $"{path}.{discriminator}")];
        var found = values is null ? [] : Availability(Map(values, "members", chosen!)!, $"{path}.{discriminator}", platform);
        if (shape is "json" || Map(_schema, "types", shape) is not { } type)
            return found;
        if (content is null)
            return found.Concat(Object(json, type, path, platform));
        if (Get(json, content) is { } members)
            return found.Concat(Value(members, shape, $"{path}.{content}", platform));
        return Find(type, "members") is YamlMappingNode { Children.Count: 0 } ? found : found.Append(new("required", "error", $"{path}.{content}"));
    }

    private IEnumerable<Violation> Availability(YamlMappingNode fact, string path, string? platform)
    {
        if (platform is not null && Words(fact, "platforms") is { Count: > 0 } platforms && !platforms.Contains(platform))
            yield return new("platform", "warning", path);
        if (Word(fact, "refused-since") is { } refused)
            yield return new("refused", HasCome(refused) ? "error" : "warning", path);
        else if (Word(fact, "deprecated-since") is { } deprecated && HasCome(deprecated))
            yield return new("deprecated", "warning", path);
    }

    private bool HasCome(string date) => string.CompareOrdinal(date, Word(_schema, "as-of")) <= 0;

    // The path of the first member that breaks the rule; null if the rule holds.
    private string? Broken(JsonElement json, YamlMappingNode type, YamlMappingNode rule)
    {
        if (Choices.FirstOrDefault(c => Find(rule, c) is not null) is { } choice)
        {
            var all = Words(rule, choice);
            var present = all.Where(p => Places(json, p).Any(v => v is not null)).ToList();
            return present.Count == 0 && choice != "at-most-one-of" ? all[0] : present.Count > 1 && choice != "at-least-one-of" ? present[1] : null;
        }

        return Demands(rule, "require").Where(d => Places(json, d.Path).Any(v => v is null || !HasValue(v.Value, type, d))
                || !Places(json, d.Path).Any())
            .Concat(Demands(rule, "forbid").Where(d => Places(json, d.Path).Any(v => v is not null)))
            .Concat(Demands(rule, "allow").Where(d => Places(json, d.Path).Any(v => v is { } value && !HasValue(value, type, d))))
            .Concat(Demands(rule, "limit").Where(d => Bounded(json, d).Any(v => v is { } value && Limits(value, (YamlMappingNode)d.Node!).Any())))
            .Concat(Demands(rule, "count-where").Where(d => IsCountWrong(json, type, d.Path, (YamlMappingNode)d.Node!)))
            .FirstOrDefault().Path;
    }

    private bool IsCountWrong(JsonElement json, YamlMappingNode type, string path, YamlMappingNode count)
    {
        var found = Places(json, path).Count(v => v is { } value && (Find(count, "values") is not { } values || HasValue(value, type, (path, values))));
        return found < (Number(count, "min") ?? 0) || found > (Number(count, "max") ?? int.MaxValue);
    }

    private bool Holds(JsonElement json, YamlMappingNode type, string path, YamlNode condition)
    {
        var places = Places(json, path).ToList();
        return Words(condition) switch
        {
            ["present"] => places.All(v => v is not null),
            ["absent"] => places.All(v => v is null),
            _ => places.All(v => v is { } value && HasValue(value, type, (path, condition))),
        };
    }

    private static IEnumerable<(string Path, YamlNode Node)> Conditions(YamlMappingNode rule) => Demands(rule, "when").Select(c => (c.Path, c.Node!));

    private static IEnumerable<(string Path, YamlNode? Node)> Demands(YamlMappingNode rule, string key) => Find(rule, key) switch
    {
        null => [],
        YamlMappingNode map => map.Children.Select(c => (((YamlScalarNode)c.Key).Value!, (YamlNode?)c.Value)),
        var names => Words(names).Select(name => (name, (YamlNode?)null)),
    };

    // What is at the end of a path: a path through a list leads to every element, one that ends nowhere to null.
    private static IEnumerable<JsonElement?> Places(JsonElement json, string path) => path.Split('.')
        .Aggregate((IEnumerable<JsonElement?>)[json], (places, name) => places.SelectMany(place => Elements(place is { } value ? Get(value, name) : null)));

    private static IEnumerable<JsonElement?> Elements(JsonElement? value) => value is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() > 0
        ? list.EnumerateArray().Select(e => e.ValueKind == JsonValueKind.Null ? null : (JsonElement?)e)
        : [value];

    // A count is one of the list itself.
    private static IEnumerable<JsonElement?> Bounded(JsonElement json, (string Path, YamlNode? Node) demand)
    {
        if (((YamlMappingNode)demand.Node!).Children.Keys.All(k => !((YamlScalarNode)k).Value!.EndsWith("-count", StringComparison.Ordinal)))
            return Places(json, demand.Path);
        var names = demand.Path.Split('.');
        IEnumerable<JsonElement?> owners = names.Length == 1 ? [json] : Places(json, string.Join('.', names[..^1]));
        return owners.Select(owner => owner is { } value ? Get(value, names[^1]) : null);
    }

    private bool HasValue(JsonElement value, YamlMappingNode type, (string Path, YamlNode? Node) demand)
    {
        if (demand.Node is null)
            return true;
        var text = value.ValueKind switch
        {
            JsonValueKind.String => Text(value),
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
            _ => null,
        };
        var allowed = Words(demand.Node);
        if (text is not null && EnumAt(type, demand.Path) is { } values && EnumMember(values, text) is { } member)
            return allowed.Contains(member.Name);
        return text is not null && allowed.Contains(text, StringComparer.OrdinalIgnoreCase);
    }

    // The enum at the end of a path; null if there is something else.
    private YamlMappingNode? EnumAt(YamlMappingNode type, string path)
    {
        YamlMappingNode? place = type;
        foreach (var name in path.Split('.'))
            place = place is null ? null : Step(place, name);
        return place is not null && Entries(_schema, "enums").Any(e => ReferenceEquals(e.Node, place)) ? place : null;
    }

    // The type or the enum of a member. The members of a union are those of its shapes, and of the first that has one of the name.
    private YamlMappingNode? Step(YamlMappingNode type, string name)
    {
        if (Find(type, "cases") is not YamlMappingNode cases)
            return Map(type, "members", name) is { } member ? Named(Regex.Replace(Word(member, "type")!, "^list<(.*)>$", "$1")) : null;
        if (name == Word(type, "discriminator"))
            return Word(type, "values") is { } values ? Named(values) : null;
        if (name == Word(type, "content"))
            return new YamlMappingNode(new YamlScalarNode("cases"), cases);
        return Find(type, "content") is not null ? null : cases.Children.Values
            .Select(shape => Map(_schema, "types", ((YamlScalarNode)shape).Value!)).OfType<YamlMappingNode>().Select(shape => Step(shape, name)).FirstOrDefault(found => found is not null);
    }

    private YamlMappingNode? Named(string name) => Map(_schema, "types", name) ?? Map(_schema, "enums", name);

    private static (string Name, YamlMappingNode Node)? EnumMember(YamlMappingNode type, string wire) => Entries(type, "members")
        .Where(m => string.Equals(Word(m.Node, "wire") ?? m.Key, wire, StringComparison.OrdinalIgnoreCase))
        .Select(m => ((string, YamlMappingNode)?)(m.Key, m.Node)).FirstOrDefault();

    // The built-in rules that a value breaks by these limits.
    private static IEnumerable<string> Limits(JsonElement value, YamlMappingNode limits)
    {
        if (value.ValueKind == JsonValueKind.String)
        {
            var text = Text(value);
            if (Length(text, limits, "min-length") is { } min && min.Actual < min.Bound || Length(text, limits, "max-length") is { } max && max.Actual > max.Bound)
                yield return "length";
            if (Word(limits, "format") is { } format && !HasFormat(text, format))
                yield return "format";
        }
        else if (value.ValueKind == JsonValueKind.Array)
        {
            var count = value.GetArrayLength();
            if (count < (Number(limits, "min-count") ?? 0) || count > (Number(limits, "max-count") ?? int.MaxValue))
                yield return "count";
        }
        else if (value.ValueKind == JsonValueKind.Number && (value.GetDecimal() < Number(limits, "min") || value.GetDecimal() > Number(limits, "max")))
            yield return "number";
    }

    private static (int Actual, int Bound)? Length(string text, YamlMappingNode limits, string key)
    {
        if (Word(limits, key)?.Split(' ') is not { } words)
            return null;
        var actual = words[^1].StartsWith("byte", StringComparison.Ordinal) ? System.Text.Encoding.UTF8.GetByteCount(text) : text.EnumerateRunes().Count();
        return words is ["under", var bound, _] ? (actual, int.Parse(bound, CultureInfo.InvariantCulture) - 1) : (actual, int.Parse(words[0], CultureInfo.InvariantCulture));
    }

    private static bool HasFormat(string text, string format) => Regex.IsMatch(text, format switch
    {
        "digits" => @"^[0-9]+\z",
        "url" => @"^(?i:https?)://([^/?#\\\s\p{Cc}]*@)?[^/?#@.\\\s\p{Cc}:][^/?#@\\\s\p{Cc}]*([/?#][\s\S]*)?\z",
        "https-url" => @"^(?i:https)://([^/?#\\\s\p{Cc}]*@)?[^/?#@.\\\s\p{Cc}:][^/?#@\\\s\p{Cc}]*([/?#][\s\S]*)?\z",
        "facebook-url" => @"^(?i:https?://([a-z0-9.-]+\.)?facebook\.com)(:[0-9]*)?([/?#][\s\S]*)?\z",
        "currency" => @"^[A-Z]{3}\z",
        "phone-number" => @"^\+[1-9][0-9]{1,14}\z",
        "word" => @"^[A-Za-z0-9_]+\z",
        "no-blanks" => @"^\S*\z",
        "no-links" => @"^(?!.*(?i:https?://|www\.))",
        _ => throw new ArgumentException($"The oracle does not know the format {format}.", nameof(format)),
    });

    // The JSON library reads no half of a surrogate pair.
    private static string Text(JsonElement json) => Regex.Replace(
        json.GetRawText()[1..^1], @"\\(u[0-9A-Fa-f]{4}|.)", escape => escape.Value[1] == 'u' ? $"{(char)Convert.ToInt32(escape.Value[2..], 16)}" : Regex.Unescape(escape.Value));

    private static bool IsHalved(JsonElement value) => value.ValueKind == JsonValueKind.String && Text(value).EnumerateRunes().Any(rune => rune == System.Text.Rune.ReplacementChar);

    private static JsonElement? Get(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static YamlNode? Find(YamlMappingNode map, string key) => map.Children.TryGetValue(key, out var node) ? node : null;

    private static YamlMappingNode? Map(YamlMappingNode map, string section, string name) => Find(map, section) is YamlMappingNode all ? Find(all, name) as YamlMappingNode : null;

    private static IEnumerable<(string Key, YamlMappingNode Node)> Entries(YamlMappingNode map, string key) =>
        (Find(map, key) as YamlMappingNode)?.Children.Select(c => (((YamlScalarNode)c.Key).Value!, (YamlMappingNode)c.Value)) ?? [];

    private static string? Word(YamlMappingNode map, string key) => (Find(map, key) as YamlScalarNode)?.Value;

    private static int? Number(YamlMappingNode map, string key) => Word(map, key) is { } word ? int.Parse(word, CultureInfo.InvariantCulture) : null;

    private static IReadOnlyList<string> Words(YamlMappingNode map, string key) => Find(map, key) is { } node ? Words(node) : [];

    private static IReadOnlyList<string> Words(YamlNode node) =>
        node is YamlSequenceNode list ? [.. list.Select(n => ((YamlScalarNode)n).Value!)] : [((YamlScalarNode)node).Value!];
}

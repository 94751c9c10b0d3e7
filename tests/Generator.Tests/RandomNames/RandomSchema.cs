using System.Globalization;
using System.Text;

namespace PageMessagesGen.Generator.Tests.RandomNames;

/// <summary>Draws a small schema with names of a <see cref="NamePool"/>. Each is drawn by its number, so it can be drawn again.</summary>
internal sealed class RandomSchema
{
    private static readonly string[] OpenValues = ["V0", "V1", "V2"];

    private readonly Random _random;
    private readonly NamePool _names;
    private readonly StringBuilder _text = new();
    private readonly string[] _objects;
    private readonly string[] _enums;
    private readonly string[] _unions;

    private RandomSchema(int number)
    {
        _random = new Random(number);
        _names = new NamePool(_random);
        _enums = Draw(_random.Next(1, 3), _names.Type);
        _objects = Draw(_random.Next(1, 5), _names.Type);
        _unions = Draw(_random.Next(4), _names.Type);
    }

    /// <summary>Draws the schema of a number. Neighbors have namespaces inside each other.</summary>
    public static string Draw(int number) => new RandomSchema(number).Write(number);

    private string Write(int number)
    {
        var outer = string.Create(CultureInfo.InvariantCulture, $"Acme.N{number / 2}");
        Line($"schema: 1\nnamespace: {outer}{(number % 2 == 0 ? "" : $".{(_random.Next(2) == 0 ? _names.Type() : _names.Word())}")}");
        Line($"service: {_names.Type()}\nversion: v26.0\nas-of: 2026-11-22\nplatforms: [messenger, {_names.LowerWord().Replace('_', '-')}]\noperations:");
        foreach (var operation in Draw(1, _names.Word))
            WriteOperation(operation);
        if (_random.Next(2) == 0)
            WriteWebhooks();
        Line("types:");
        foreach (var type in _objects)
            WriteObject(type);
        for (var i = 0; i < _unions.Length; i++)
            WriteUnion(_unions[i], i);
        Line("enums:");
        foreach (var type in _enums)
            WriteEnum(type, type == _enums[0] && _unions.Length >= 2 ? OpenValues : Draw(_random.Next(1, 4), _names.Any));
        Line("errors:");
        foreach (var (name, i) in Draw(_random.Next(1, 3), _names.Type).Select((name, i) => (name, i)))
            Line($"  {100 + i}: {{ name: {name}, recovery: wait, summary: S. }}");
        return _text.ToString();
    }

    private void WriteOperation(string name)
    {
        var (part, isInPath) = (_names.LowerWord(), _random.Next(2) == 0);
        var parameters = new List<string> { $"{part}: {{ type: {Pick("string", "integer", "number", "boolean", "string-or-integer", Pick(_enums))}, summary: S. }}" };
        foreach (var parameter in Draw(_random.Next(3), _names.Any).Where(parameter => parameter != part))
            parameters.Add($"\"{parameter}\": {{ type: {Pick("string", "integer", Pick(_enums), $"list<{Pick(_enums)}>", "list<string>", "list<boolean>", "json", Pick(_objects), $"map<list<{Pick(_enums)}>>")}, required: {Pick("true", "false")}, summary: S. }}");
        var returns = Pick(Pick(_objects), Pick(_objects), $"list<{Pick(_objects)}>", $"map<{Pick(_enums)}>", "boolean", "none");
        Line($"  {name}1: {{ summary: S., request: GET /a, returns: page<{Pick(Pick(_objects), Pick(_enums))}> }}");
        Line($"  {name}: {{ summary: S., request: \"POST /{{page_id}}/things{(isInPath ? $"/{{{part}}}" : "")}\", body: {Pick(_objects)}, returns: {returns}, parameters: {{ {string.Join(", ", parameters)} }} }}");
    }

    // The first object has a string, which paths lead to.
    private void WriteWebhooks()
    {
        var common = _names.Any();
        Line($"webhooks:\n  objects: {{ page: messenger }}\n  members: {{ \"{common}\": {{ type: {_objects[0]}, required: {Pick("true", "false")}, summary: S. }}, \"{_names.Any()}1\": {{ type: timestamp }} }}\n  events:");
        foreach (var (name, i) in Draw(_random.Next(1, 4), _names.Type).Select((name, i) => (name, i)))
        {
            var (place, path) = i == 1 ? ("in: changes", "value") : ($"member: \"m{i}\"", $"m{i}");
            Line($"    {name}: {{ summary: S., field: f{i}, {place}, type: {_objects[0]}, customer: {path}.path, identity: [{path}.path, {path}.own_0], echo: {{ correlation: {path}.path, id: {path}.path }} }}");
        }
    }

    private void WriteObject(string name)
    {
        var members = Draw(_random.Next(1, 4), _names.Any).Select(member => $"\"{member}\": {{ type: {Type()}, required: {Pick("true", "false", "false")}, summary: S. }}").ToList();

        // The first of the objects has each of the enums and unions.
        if (name == _objects[0])
        {
            members.Add("path: { type: string, summary: S. }");
            members.AddRange(_enums.Select((type, i) => $"own_{i}: {{ type: {type}, summary: S. }}"));
            members.AddRange(_unions.Select((type, i) => $"union_{i}: {{ type: {type}, summary: S.{(IsOpen(i) ? ", by: own_0" : "")} }}"));
        }

        Line($"  {name}: {{ summary: S., members: {{ {string.Join(", ", members)} }} }}");
    }

    private void WriteEnum(string name, IEnumerable<string> values) =>
        Line($"  {name}: {{ summary: S., members: {{ {string.Join(", ", values.Select(value => $"\"{value}\": {{ summary: S. }}"))} }} }}");

    // The second of the unions has no discriminator of its own: the first enum selects its shapes. The third has the first as a shape,
    // and the members of all shapes beside the discriminator.
    private void WriteUnion(string name, int index)
    {
        var shapes = _objects.Skip(1).Where((_, i) => i % 3 == index).ToList();
        if (index == 2)
            shapes.Add(_unions[0]);
        var cases = index > 0
            ? OpenValues.Select((value, i) => $"{value}: {(i < shapes.Count ? shapes[i] : "json")}")
            : shapes.Select(type => $"\"{_names.Any()}\": {type}").Append("other: json").DistinctBy(c => c.Split(':')[0]);
        var content = index == 2 ? $", values: {_enums[0]}, content: \"{_names.Any()}\"" : "";
        Line($"  {name}: {{ summary: S.{(IsOpen(index) ? "" : $", discriminator: \"{_names.Any()}\"")}{content}, cases: {{ {string.Join(", ", cases)} }} }}");
    }

    private static bool IsOpen(int union) => union == 1;

    private string Type() => Pick(
        "string", "integer", "boolean", "number", "json", "string-or-integer", "list<string>", "map<list<integer>>", "datetime", "timestamp", "integer-or-string", $"map<{Pick(_enums)}>", Pick(_objects), $"list<{Pick(_objects)}>", Pick(_enums), $"list<{Pick(_enums)}>");

    private string Pick(params string[] values) => values[_random.Next(values.Length)];

    private static string[] Draw(int count, Func<string> draw) => [.. Enumerable.Range(0, count).Select(_ => draw()).Distinct(StringComparer.OrdinalIgnoreCase)];

    private void Line(string text) => _text.Append(text).Append('\n');
}

using System.Globalization;
using PageMessagesGen.Schema.Diagnostics;
using PageMessagesGen.Schema.Model;
using PageMessagesGen.Schema.Text;
using PageMessagesGen.Schema.Yaml;

namespace PageMessagesGen.Schema.Reading;

/// <summary>
/// Reads the keys of one mapping. Each key is read by name. <see cref="Finish"/> reports the other keys as unknown, so the calls
/// of a reader are the list of the keys that exist.
/// </summary>
internal sealed class MappingReader
{
    private static readonly (string, bool)[] Booleans = [("true", true), ("false", false)];

    private readonly YamlMapping? _mapping;
    private readonly DiagnosticBag _diagnostics;
    private readonly string _subject;
    private readonly TextRange _range;

    // Some keys are in it twice. There is a reader for each member, and a set of as many keys would take several times as much memory.
    private readonly List<string> _known = new(capacity: 32);
    private readonly List<string> _missing = [];

    /// <param name="node">The node that must be a mapping.</param>
    /// <param name="subject">The subject of the mapping in messages: <c>the member 'text'</c>.</param>
    /// <param name="range">The range at which a missing key is reported.</param>
    /// <param name="diagnostics">The collection for diagnostics.</param>
    public MappingReader(YamlNode node, string subject, TextRange range, DiagnosticBag diagnostics)
    {
        _mapping = node as YamlMapping;
        _diagnostics = diagnostics;
        _subject = subject;
        _range = range;
        if (_mapping is null)
            diagnostics.Add(SchemaDiagnosticDescriptors.WrongShape, node.Range, Sentence(subject), "a mapping", node.Kind);
    }

    /// <summary>Gets the value of a key; null if the key is absent.</summary>
    public YamlNode? Find(string key)
    {
        _known.Add(key);
        return _mapping?.Find(key);
    }

    /// <summary>Gets a key itself; null if it is absent.</summary>
    public YamlScalar? Key(string key) => _mapping?.Entries.FirstOrDefault(e => e.Key.Value == key)?.Key;

    /// <summary>Determines whether one of several keys is present.</summary>
    public bool HasAny(string[] keys)
    {
        _known.AddRange(keys);
        return _mapping is not null && Array.Exists(keys, key => _mapping.Find(key) is not null);
    }

    /// <summary>Gets the string of a key; null if the key is absent or its value is not a string.</summary>
    public YamlScalar? Text(string key)
    {
        var node = Find(key);
        if (node is null or YamlScalar { IsMissing: false })
            return node as YamlScalar;
        _diagnostics.Add(SchemaDiagnosticDescriptors.WrongShape, node.Range, $"'{key}'", "a string", node.Kind);
        return null;
    }

    /// <summary>Gets the string of a required key. It must not be empty.</summary>
    public YamlScalar? RequiredText(string key)
    {
        var node = Find(key);
        if (node is YamlScalar { Value.Length: > 0 } text)
            return text;
        if (node is not (null or YamlScalar))
            _diagnostics.Add(SchemaDiagnosticDescriptors.WrongShape, node.Range, $"'{key}'", "a string", node.Kind);
        else if (_mapping is not null)
            Miss(key, node);
        return null;
    }

    /// <summary>Gets the summary; empty if the key is absent, and the documentation then gives the name on the wire.</summary>
    public string Summary() => Find("summary") is null ? "" : RequiredText("summary")?.Value ?? "";

    /// <summary>Determines whether the value of a key is <c>true</c>.</summary>
    public bool Flag(string key) => Choice(key, false, Booleans);

    /// <summary>Gets the value for the word of a key, or a default if the key is absent.</summary>
    public T Choice<T>(string key, T absent, params (string Word, T Value)[] choices) =>
        Text(key) is { } text ? Choose(text, absent, choices) : absent;

    /// <summary>Gets the value for the word of a required key.</summary>
    public T RequiredChoice<T>(string key, T invalid, params (string Word, T Value)[] choices) =>
        RequiredText(key) is { } text ? Choose(text, invalid, choices) : invalid;

    /// <summary>Gets the integer of a key, or null.</summary>
    public long? Integer(string key)
    {
        if (Text(key) is not { } text)
            return null;
        if (long.TryParse(text.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return number;
        _diagnostics.Add(SchemaDiagnosticDescriptors.InvalidValue, text.Range, text.Value, "an integer", "");
        return null;
    }

    /// <summary>Gets the integer of a required key, which is at least 1; null if it is something else.</summary>
    public int? Count(string key, int most)
    {
        if (RequiredText(key) is not { } text || Integer(key) is not { } count)
            return null;
        if (count >= 1 && count <= most)
            return (int)count;
        _diagnostics.Add(SchemaDiagnosticDescriptors.InvalidValue, text.Range, text.Value, $"a number from 1 to {most}", "");
        return null;
    }

    /// <summary>Gets the number of a key, or null.</summary>
    public decimal? Number(string key)
    {
        if (Text(key) is not { } text)
            return null;
        if (ScalarChecks.ParseNumber(text.Value) is { } number)
            return number;
        _diagnostics.Add(SchemaDiagnosticDescriptors.InvalidValue, text.Range, text.Value, "a number such as 5 or 0.5", "");
        return null;
    }

    /// <summary>Gets the date of a key, or null.</summary>
    public SchemaDate? Date(string key)
    {
        if (Text(key) is not { } text)
            return null;
        if (SchemaDate.Parse(text.Value) is { } date)
            return date;
        _diagnostics.Add(SchemaDiagnosticDescriptors.InvalidValue, text.Range, text.Value, "a date such as 2026-11-22", "");
        return null;
    }

    /// <summary>Gets the strings of a key that contains a string or a list of strings.</summary>
    public IReadOnlyList<YamlScalar> Texts(string key)
    {
        var node = Find(key);
        if (node is null)
            return [];
        if (node is YamlScalar single)
            return [single];
        if (node is not YamlSequence list)
        {
            _diagnostics.Add(SchemaDiagnosticDescriptors.WrongShape, node.Range, $"'{key}'", "a string or a list of strings", node.Kind);
            return [];
        }

        foreach (var item in list.Items.Where(i => i is not YamlScalar))
            _diagnostics.Add(SchemaDiagnosticDescriptors.WrongShape, item.Range, $"'{key}'", "a list of strings", $"a list with {item.Kind}");
        return [.. list.Items.OfType<YamlScalar>()];
    }

    /// <summary>Gets the elements of a key that contains a list.</summary>
    public IReadOnlyList<YamlNode> Items(string key)
    {
        var node = Find(key);
        if (node is null or YamlSequence)
            return (node as YamlSequence)?.Items ?? [];
        _diagnostics.Add(SchemaDiagnosticDescriptors.WrongShape, node.Range, $"'{key}'", "a list", node.Kind);
        return [];
    }

    /// <summary>Gets the entries of a key that contains a mapping; empty if the key is absent.</summary>
    public IEnumerable<YamlEntry> Entries(string key)
    {
        var node = Find(key);
        if (node is null or YamlMapping)
            return (node as YamlMapping)?.Entries ?? [];
        _diagnostics.Add(SchemaDiagnosticDescriptors.WrongShape, node.Range, $"'{key}'", "a mapping", node.Kind);
        return [];
    }

    /// <summary>Gets the entries of a required key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="canBeEmpty">Whether the mapping can have no entries.</param>
    public IEnumerable<YamlEntry> RequiredEntries(string key, bool canBeEmpty = false)
    {
        if (_mapping is not null && Find(key) is null)
            Miss(key, null);
        else if (!canBeEmpty && Find(key) is YamlMapping { Entries.Count: 0 } empty)
            _diagnostics.Add(SchemaDiagnosticDescriptors.WrongShape, empty.Range, $"'{key}'", "a mapping with an entry", "empty");
        return Entries(key);
    }

    /// <summary>Reports unknown keys, and missing keys that are not just misspelled.</summary>
    public void Finish()
    {
        YamlEntry? before = null;
        foreach (var entry in _mapping?.Entries ?? [])
        {
            if (!_known.Contains(entry.Key.Value))
                ReportUnknown(entry, before);
            before = entry;
        }

        foreach (var missing in _missing)
            _diagnostics.Add(SchemaDiagnosticDescriptors.MissingKey, _range, Sentence(_subject), missing);
    }

    private void ReportUnknown(YamlEntry entry, YamlEntry? before)
    {
        var key = entry.Key;
        var meant = _diagnostics.Closest(key.Value, _known);
        _missing.RemoveAll(missing => missing == meant);

        // Inside braces, a key without a value is usually the rest of a string that contains a comma.
        var isRest = meant is null && entry.Value is YamlScalar { IsMissing: true }
            && before?.Value is YamlScalar { IsPlain: true, IsMissing: false } text && text.Range.End.Line == key.Range.Start.Line;
        var hint = isRest ? $" If it belongs to '{before!.Key.Value}', write the value of '{before.Key.Value}' in quotes: inside braces, a comma ends it." : DiagnosticBag.Hint(meant);
        _diagnostics.Add(SchemaDiagnosticDescriptors.UnknownKey, key.Range, key.Value, _subject, hint);
    }

    // An empty key is reported at its position. A missing key may turn out to be misspelled.
    private void Miss(string key, YamlNode? node)
    {
        if (node is null)
            _missing.Add(key);
        else
            _diagnostics.Add(SchemaDiagnosticDescriptors.MissingKey, node.Range, Sentence(_subject), key);
    }

    private static string Sentence(string subject) => char.ToUpperInvariant(subject[0]) + subject.Substring(1);

    private T Choose<T>(YamlScalar text, T invalid, (string Word, T Value)[] choices)
    {
        foreach (var (word, value) in choices)
        {
            if (word == text.Value)
                return value;
        }

        var words = choices.Select(c => c.Word).ToList();
        _diagnostics.Add(SchemaDiagnosticDescriptors.InvalidValue, text.Range, text.Value, "one of " + string.Join(", ", words), _diagnostics.Hint(text.Value, words));
        return invalid;
    }
}

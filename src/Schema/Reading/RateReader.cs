using PageMessagesGen.Schema.Diagnostics;
using PageMessagesGen.Schema.Model;
using PageMessagesGen.Schema.Yaml;

namespace PageMessagesGen.Schema.Reading;

/// <summary>Reads how often the calls of an operation may be made.</summary>
internal sealed class RateReader(SchemaDocument document, FactReader facts, DiagnosticBag diagnostics)
{
    private const int MostCalls = 1_000_000;
    private const int MostSeconds = 24 * 60 * 60;

    private readonly ConditionReader _conditions = new(new MemberPathResolver(document, diagnostics), diagnostics);

    public EquatableArray<Rate> Read(Operation operation, YamlNode? rates)
    {
        if (rates is null)
            return default;
        if (rates is YamlMapping mapping)
            return mapping.Entries.Select(e => ReadRate(operation, e)).OfType<Rate>().ToEquatableArray();
        diagnostics.Add(SchemaDiagnosticDescriptors.WrongShape, rates.Range, "'rates'", "a mapping", rates.Kind);
        return default;
    }

    private Rate? ReadRate(Operation operation, YamlEntry entry)
    {
        var name = entry.Key.AsLowerWord(diagnostics);
        var reader = new MappingReader(entry.Value, $"the rate '{entry.Key.Value}'", entry.Key.Range, diagnostics);
        var calls = ReadCount(reader, "calls", MostCalls);
        var seconds = ReadCount(reader, "seconds", MostSeconds);
        var conditions = ReadConditions(operation, reader);
        var evidence = facts.Evidence(reader);
        reader.Finish();
        return name is null || calls is null || seconds is null || conditions is null ? null : new Rate(name, calls.Value, seconds.Value, conditions.Value, evidence);
    }

    private int? ReadCount(MappingReader reader, string key, int most)
    {
        if (reader.RequiredText(key) is not { } text || reader.Integer(key) is not { } count)
            return null;
        if (count >= 1 && count <= most)
            return (int)count;
        diagnostics.Add(SchemaDiagnosticDescriptors.InvalidValue, text.Range, text.Value, $"a number from 1 to {most}", "");
        return null;
    }

    private EquatableArray<RuleCondition>? ReadConditions(Operation operation, MappingReader reader)
    {
        var entries = reader.Entries("when").ToList();
        if (entries.Count > 0 && operation.Body is null)
        {
            diagnostics.Add(SchemaDiagnosticDescriptors.InvalidValue, entries[0].Key.Range, entries[0].Key.Value, "allowed here: the operation has no body", "");
            return null;
        }

        // An object that could not be read has no members to speak of.
        if (entries.Count == 0 || document.FindType(operation.Body!) is not { } body)
            return default(EquatableArray<RuleCondition>);
        var conditions = entries.Select(e => _conditions.Read(body, e)).ToList();
        return conditions.Contains(null) ? null : conditions.Select(c => c!.Value.Condition).ToEquatableArray();
    }
}

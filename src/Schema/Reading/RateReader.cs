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
        var calls = reader.Count("calls", MostCalls);
        var seconds = reader.Count("seconds", MostSeconds);
        var conditions = _conditions.Read(document, operation, reader);
        var evidence = facts.Evidence(reader);
        reader.Finish();
        return name is null || calls is null || seconds is null || conditions is null ? null : new Rate(name, calls.Value, seconds.Value, conditions.Value, evidence);
    }
}

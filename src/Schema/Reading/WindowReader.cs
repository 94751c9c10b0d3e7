using PageMessagesGen.Schema.Diagnostics;
using PageMessagesGen.Schema.Model;
using PageMessagesGen.Schema.Yaml;

namespace PageMessagesGen.Schema.Reading;

/// <summary>Reads the times in which customers can be written to, once all objects are known.</summary>
internal sealed class WindowReader(SchemaDocument document, FactReader facts, RuleReader rules, DiagnosticBag diagnostics)
{
    private const int MostHours = 10 * 365 * 24;

    private readonly ConditionReader _conditions = new(new MemberPathResolver(document, diagnostics), diagnostics);
    private readonly ErrorTable _errors = new([.. document.Errors], diagnostics);

    public EquatableArray<Window> Read(Operation operation, YamlNode? windows, bool hasCustomer)
    {
        if (windows is null)
            return default;
        if (windows is not YamlMapping mapping)
        {
            diagnostics.Add(SchemaDiagnosticDescriptors.WrongShape, windows.Range, "'windows'", "a mapping", windows.Kind);
            return default;
        }

        if (!hasCustomer)
            diagnostics.Add(SchemaDiagnosticDescriptors.MissingKey, operation.Range, $"The operation '{operation.Name}' with windows", "customer");
        return mapping.Entries.Select(e => ReadWindow(operation, e)).OfType<Window>().ToEquatableArray();
    }

    private Window? ReadWindow(Operation operation, YamlEntry entry)
    {
        var name = entry.Key;
        var reader = new MappingReader(entry.Value, $"the window '{name.Value}'", name.Range, diagnostics);
        var hours = reader.Count("hours", MostHours);
        var conditions = _conditions.Read(document, operation, reader);
        if (reader.RequiredEntries("when").FirstOrDefault() is null)
            conditions = null;
        var severity = reader.RequiredChoice("severity", RuleSeverity.Info, RuleWords.Severities);
        var because = reader.RequiredText("because")?.Value ?? "";
        var answers = reader.Texts("answer").Select(_errors.Find).OfType<ErrorKey>().ToEquatableArray();
        var evidence = facts.Evidence(reader);
        reader.Finish();

        if (evidence.IsUnverified && severity == RuleSeverity.Error)
            diagnostics.Add(SchemaDiagnosticDescriptors.UnverifiedError, name.Range, name.Value);
        return !rules.CheckName(name, "window") || hours is null || conditions is null
            ? null
            : new Window(name.Value, hours.Value, conditions.Value, severity, because, answers, evidence, name.Range);
    }
}

using PageMessagesGen.Schema.Diagnostics;
using PageMessagesGen.Schema.Model;
using PageMessagesGen.Schema.Yaml;

namespace PageMessagesGen.Schema.Reading;

/// <summary>Reads the conditions of rules, rates and windows, once all objects are known.</summary>
internal sealed class ConditionReader(MemberPathResolver paths, DiagnosticBag diagnostics)
{
    /// <summary>Reads a condition of an object; null if it has a mistake.</summary>
    public (ResolvedPath Path, RuleCondition Condition)? Read(ObjectType type, YamlEntry entry)
    {
        var values = Texts(entry);
        if (paths.Resolve(type, entry.Key) is not { } path || values is null)
            return null;
        var test = values.Count == 1 && values[0].Value == RuleWords.Present ? ConditionTest.Present
            : values.Count == 1 && values[0].Value == RuleWords.Absent ? ConditionTest.Absent
            : ConditionTest.OneOf;
        if (test == ConditionTest.OneOf)
            paths.RequireValues(path, values);
        return (path, new RuleCondition(path.Path, test, test == ConditionTest.OneOf ? values.Select(v => v.Value).ToEquatableArray() : default));
    }

    /// <summary>Reads the conditions of a rate or a window on the body; null if they have a mistake.</summary>
    public EquatableArray<RuleCondition>? Read(SchemaDocument document, Operation operation, MappingReader reader)
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
        var conditions = entries.Select(e => Read(body, e)).ToList();
        return conditions.Contains(null) ? null : conditions.Select(c => c!.Value.Condition).ToEquatableArray();
    }

    /// <summary>Reads a value or a list of values; null if it is something else.</summary>
    public List<YamlScalar>? Texts(YamlEntry entry)
    {
        switch (entry.Value)
        {
            case YamlScalar { IsMissing: false } single:
                return [single];
            case YamlSequence list when list.Items.Count > 0 && list.Items.All(i => i is YamlScalar):
                return [.. list.Items.Cast<YamlScalar>()];
            default:
                diagnostics.Add(SchemaDiagnosticDescriptors.WrongShape, entry.Value.Range, $"'{entry.Key.Value}'", "a value, a list of values, 'present' or 'absent'", entry.Value.Kind);
                return null;
        }
    }
}

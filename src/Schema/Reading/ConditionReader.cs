using PageMessagesGen.Schema.Diagnostics;
using PageMessagesGen.Schema.Model;
using PageMessagesGen.Schema.Yaml;

namespace PageMessagesGen.Schema.Reading;

/// <summary>Reads the conditions of rules and of rates, once all objects are known.</summary>
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

using PageMessagesGen.Schema.Diagnostics;
using PageMessagesGen.Schema.Text;

namespace PageMessagesGen.Schema.Yaml;

/// <summary>Leaves the YAML reader with a finding of its own; it never leaves this folder.</summary>
#pragma warning disable CA1032 // It is thrown and caught in one class, with a finding each time.
internal sealed class SchemaYamlException(SchemaRule rule, TextRange range, params object[] arguments) : Exception
{
    public SchemaRule Rule { get; } = rule;

    public TextRange Range { get; } = range;

    public object[] Arguments { get; } = arguments;
}

using PageMessagesGen.Schema.Diagnostics;
using PageMessagesGen.Schema.Text;

namespace PageMessagesGen.Schema.Yaml;

/// <summary>Carries a diagnostic out of the YAML reader. It is not thrown outside this folder.</summary>
#pragma warning disable CA1032 // It is thrown and caught in one class, always with a diagnostic.
internal sealed class SchemaYamlException(SchemaDiagnosticDescriptor rule, TextRange range, params object[] arguments) : Exception
{
    public SchemaDiagnosticDescriptor Rule { get; } = rule;

    public TextRange Range { get; } = range;

    public object[] Arguments { get; } = arguments;
}

using PageMessagesGen.Schema.Diagnostics;
using PageMessagesGen.Schema.Model;
using PageMessagesGen.Schema.Yaml;

namespace PageMessagesGen.Schema.Reading;

/// <summary>The errors of a schema, which rules and members name as answers.</summary>
internal sealed class ErrorTable(IReadOnlyList<ErrorCode> errors, DiagnosticBag diagnostics)
{
    /// <summary>Finds the key of an error, which must be listed at least by its code; otherwise reports it.</summary>
    public ErrorKey? Find(YamlScalar? text)
    {
        if (text is null || ErrorReader.ParseKey(text, diagnostics) is not { } key)
            return null;
        if (errors.Any(e => e.Key == key || (e.Key.Code == key.Code && e.Key.Subcode is null)))
            return key;
        diagnostics.Add(SchemaDiagnosticDescriptors.InvalidValue, text.Range, text.Value, "an error of this schema", diagnostics.Hint(text.Value, errors.Select(e => e.Key.ToString())));
        return null;
    }
}

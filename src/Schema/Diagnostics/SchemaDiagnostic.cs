using System.Globalization;
using PageMessagesGen.Schema.Text;

namespace PageMessagesGen.Schema.Diagnostics;

/// <summary>A mistake in a schema, with its place.</summary>
/// <param name="Rule">The kind of mistake.</param>
/// <param name="Range">Where it is.</param>
/// <param name="Arguments">What fills the places of the rule's message.</param>
internal sealed record SchemaDiagnostic(SchemaDiagnosticDescriptor Rule, TextRange Range, EquatableArray<string> Arguments)
{
    /// <summary>The whole message.</summary>
    public string Message => string.Format(CultureInfo.InvariantCulture, Rule.MessageFormat, [.. Arguments]);

    /// <summary>Writes the mistake as a compiler does: <c>file(line,column): error PMGnnnn: message</c>.</summary>
    public override string ToString() => $"{(Range.File is { } file ? FilePath.NameOf(file) : "")}{Range.Start}: {(Rule.IsWarning ? "warning" : "error")} {Rule.Id}: {Message}";
}

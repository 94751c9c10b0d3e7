using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using PageMessagesGen.Schema.Diagnostics;
using PageMessagesGen.Schema.Text;

namespace PageMessagesGen.Generator.Pipeline;

/// <summary>The diagnostics of the schema at a path.</summary>
internal sealed record SchemaDiagnosticList(string Path, EquatableArray<SchemaDiagnostic> Diagnostics)
{
    public void Report(Action<Diagnostic> report)
    {
        foreach (var diagnostic in Diagnostics)
            report(Diagnostic.Create(Descriptors.For(diagnostic.Rule), Place(diagnostic.Range), [.. diagnostic.Arguments]));
    }

    private Location Place(TextRange range) => Location.Create(
        Path,
        TextSpan.FromBounds(range.Start.Index, range.End.Index),
        new LinePositionSpan(Line(range.Start), Line(range.End)));

    // The compiler counts lines and columns from 0.
    private static LinePosition Line(TextPosition position) => new(position.Line - 1, position.Column - 1);
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using PageMessagesGen.Schema.Diagnostics;
using PageMessagesGen.Schema.Text;

namespace PageMessagesGen.Generator.Pipeline;

/// <summary>The diagnostics of the schema at a path. Those of its other files have their own path.</summary>
internal sealed record SchemaDiagnosticList(string Path, EquatableArray<SchemaDiagnostic> Diagnostics)
{
    /// <summary>Reports the diagnostics, or those of one file.</summary>
    public void Report(Action<Diagnostic> report, string? file = null)
    {
        foreach (var diagnostic in Diagnostics.Where(d => file is null || file == PathOf(d.Range)))
            report(Diagnostic.Create(Descriptors.For(diagnostic.Rule), Place(diagnostic.Range), [.. diagnostic.Arguments]));
    }

    private string PathOf(TextRange range) => range.File ?? Path;

    private Location Place(TextRange range) => Location.Create(
        PathOf(range),
        TextSpan.FromBounds(range.Start.Index, range.End.Index),
        new LinePositionSpan(Line(range.Start), Line(range.End)));

    // The compiler counts lines and columns from 0.
    private static LinePosition Line(TextPosition position) => new(position.Line - 1, position.Column - 1);
}

using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace PageMessagesGen.TestKit.Expectations;

/// <summary>What is compared of a diagnostic. Lines and columns count from 0 here and from 1 in what people read.</summary>
internal sealed record ExpectedDiagnostic(string Path, string Id, LinePositionSpan? Lines, DiagnosticSeverity Severity)
{
    /// <summary>The place as editors and compilers write it: <c>(3,5)-(3,9)</c>, or nothing for a diagnostic without a place.</summary>
    public string Range => Lines is { } lines ? $"{Write(lines.Start)}-{Write(lines.End)}" : "";

    /// <summary>The code that expects this diagnostic, to be pasted into a test.</summary>
    public string Paste => Lines is null
        ? $".WithoutPlace(\"{Id}\", DiagnosticSeverity.{Severity})"
        : $".At(\"{Path}\", \"{Id}\", \"{Range}\", DiagnosticSeverity.{Severity})";

    public static ExpectedDiagnostic From(Diagnostic diagnostic)
    {
        var place = diagnostic.Location.Kind is LocationKind.None ? default : diagnostic.Location.GetLineSpan();
        return new ExpectedDiagnostic(
            place.Path ?? "", diagnostic.Id, diagnostic.Location.Kind is LocationKind.None ? null : place.Span, diagnostic.Severity);
    }

    /// <summary>Reads a place as <see cref="Range"/> writes it.</summary>
    /// <exception cref="FormatException">The text is not such a place.</exception>
    public static LinePositionSpan ReadRange(string range)
    {
        var numbers = range.Split('(', ')', '-', ',').Where(part => part.Length > 0).ToList();
        if (numbers.Count != 4 || !numbers.TrueForAll(n => int.TryParse(n, NumberStyles.None, CultureInfo.InvariantCulture, out var i) && i > 0))
            throw new FormatException($"'{range}' is not a place such as (3,5)-(3,9).");
        var at = numbers.ConvertAll(n => int.Parse(n, CultureInfo.InvariantCulture) - 1);
        return new LinePositionSpan(new LinePosition(at[0], at[1]), new LinePosition(at[2], at[3]));
    }

    public override string ToString() => string.Join(' ', new[] { Id, Severity.ToString(), Path, Range }.Where(p => p.Length > 0));

    private static string Write(LinePosition position) =>
        string.Create(CultureInfo.InvariantCulture, $"({position.Line + 1},{position.Character + 1})");
}

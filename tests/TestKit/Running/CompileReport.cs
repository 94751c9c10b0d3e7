using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;

namespace PageMessagesGen.TestKit.Running;

/// <summary>Writes compiler diagnostics with the lines that they are about.</summary>
internal static class CompileReport
{
    // More would hide the first, which is often the cause of the others.
    private const int Most = 20;

    public static string Of(IEnumerable<Diagnostic> diagnostics)
    {
        var report = new StringBuilder();
        var all = diagnostics.OrderByDescending(d => d.Severity).ToList();
        foreach (var diagnostic in all.Take(Most))
        {
            report.Append("  ").Append(diagnostic.ToString()).Append('\n');
            if (diagnostic.Location.SourceTree is { } tree)
            {
                var line = tree.GetText().Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line];
                report.Append("      ").Append(line.ToString().Trim()).Append('\n');
            }
        }

        if (all.Count > Most)
            report.Append(CultureInfo.InvariantCulture, $"  and {all.Count - Most} more\n");
        return report.ToString();
    }
}

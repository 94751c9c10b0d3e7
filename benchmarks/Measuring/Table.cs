using System.Globalization;
using System.Text;

namespace PageMessagesGen.Benchmarks.Measuring;

/// <summary>Prints measurements as Markdown, so that a run's output can be read and kept. Ratios come first.</summary>
public static class Table
{
    /// <summary>One row for each contender and three columns for each case: the ratio, the time, the memory.</summary>
    /// <param name="title">What was measured.</param>
    /// <param name="baseline">The contender that the others' times are divided by.</param>
    /// <param name="measured">The rows of one suite.</param>
    public static string Format(string title, string baseline, IReadOnlyList<Measurement> measured)
    {
        ArgumentNullException.ThrowIfNull(measured);
        var cases = measured.Select(m => m.Case).Distinct().ToList();
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"\n## {title}\n\nTimes as a multiple of `{baseline}` (less is faster), then the median, then bytes allocated.\n\n|");
        foreach (var name in cases)
            text.Append(CultureInfo.InvariantCulture, $" | {name}: ratio | time | bytes");
        text.Append(" |\n| ---");
        for (var i = 0; i < cases.Count; i++)
            text.Append(" | ---: | ---: | ---:");
        text.Append(" |\n");
        foreach (var contender in measured.Select(m => m.Contender).Distinct())
        {
            text.Append(CultureInfo.InvariantCulture, $"| {contender}");
            foreach (var name in cases)
                text.Append(Cells(Find(measured, name, contender), Find(measured, name, baseline)));
            text.Append(" |\n");
        }

        return text.ToString();
    }

    /// <summary>A duration in the unit that suits it.</summary>
    public static string Duration(double nanoseconds) => nanoseconds switch
    {
        < 10 => string.Create(CultureInfo.InvariantCulture, $"{nanoseconds:0.0} ns"),
        < 10_000 => string.Create(CultureInfo.InvariantCulture, $"{nanoseconds:0} ns"),
        < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{nanoseconds / 1000:0.0} µs"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{nanoseconds / 1_000_000:0.00} ms"),
    };

    private static Measurement? Find(IReadOnlyList<Measurement> measured, string name, string contender) =>
        measured.FirstOrDefault(m => m.Case == name && m.Contender == contender);

    private static string Cells(Measurement? row, Measurement? baseline)
    {
        if (row is null)
            return " | – | – | –";
        var ratio = baseline is null ? "–" : (row.Nanoseconds / baseline.Nanoseconds).ToString("0.00", CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $" | {ratio} | {Duration(row.Nanoseconds)} | {row.Bytes:0}");
    }
}

using System.Text.RegularExpressions;

namespace PageMessagesGen.EndToEnd.Support;

/// <summary>An error or a warning of a build.</summary>
/// <param name="Place">The file, with line and column if they are known: <c>path(3,5)</c>.</param>
/// <param name="Kind">What it is and its id: <c>error CS0117</c>.</param>
/// <param name="Text">The message.</param>
internal sealed record BuildDiagnostic(string Place, string Kind, string Text);

/// <summary>How a command ended and what it printed, errors included.</summary>
internal sealed partial record CommandResult(string Command, int ExitCode, string Output)
{
    /// <summary>The errors and warnings of a build, each once.</summary>
    public IReadOnlyList<BuildDiagnostic> Diagnostics { get; } =
    [
        .. DiagnosticLine().Matches(Output)
            .Select(line => new BuildDiagnostic(line.Groups["place"].Value, line.Groups["kind"].Value, line.Groups["text"].Value))
            .Distinct(),
    ];

    /// <summary>Fails the test unless the command ended well and without a warning.</summary>
    public CommandResult Succeeded()
    {
        Assert.True(ExitCode == 0 && Diagnostics.Count == 0, ToString());
        return this;
    }

    /// <summary>Fails the test unless errors of exactly these ids ended the command with exit code 1.</summary>
    public CommandResult FailedWith(params string[] ids)
    {
        var kinds = Diagnostics.Select(diagnostic => diagnostic.Kind).ToHashSet();
        Assert.True(ExitCode == 1 && kinds.SetEquals(ids.Select(id => $"error {id}")), $"Expected {string.Join(", ", ids)}.\n{this}");
        return this;
    }

    public override string ToString() => $"{Command}\nended with {ExitCode}:\n{Output}";

    // MSBuild puts the project in brackets behind it.
    [GeneratedRegex(
        @"^\s*(?<place>.*?) ?:? ?(?<kind>(?:error|warning) [A-Z]+[0-9]+): (?<text>.*?)(?: \[.*proj(?:::.*)?\])?\r?$",
        RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex DiagnosticLine();
}

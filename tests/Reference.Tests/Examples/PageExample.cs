using System.Text.RegularExpressions;

namespace PageMessagesGen.Reference.Tests.Examples;

/// <summary>An example as it is on a page.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Platform">Where it is sent; null if that does not matter.</param>
/// <param name="Json">The request in JSON.</param>
/// <param name="Code">The request in C#.</param>
internal sealed partial record PageExample(string Title, string? Platform, string Json, string Code)
{
    /// <summary>Reads the examples of a page.</summary>
    public static IReadOnlyList<PageExample> Of(string page) =>
    [
        .. Pattern().Matches(page).Select(match => new PageExample(
            match.Groups["title"].Value,
            match.Groups["platform"] is { Success: true } platform ? platform.Value : null,
            match.Groups["json"].Value,
            match.Groups["code"].Value)),
    ];

    [GeneratedRegex(
        "^### (?<title>[^\n]+)\n\n(Platform: (?<platform>[a-z]+)\\.\n\n)?```json\n(?<json>[^`]+)```\n\n```csharp\n(?<code>[^`]+)```\n",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}

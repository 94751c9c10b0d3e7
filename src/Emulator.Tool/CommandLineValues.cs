using System.Globalization;

namespace PageMessagesGen.Emulator.Tool;

/// <summary>The values of a command line, by the names of their options. A value that is not valid is an <see cref="ArgumentException"/>.</summary>
internal sealed class CommandLineValues(IReadOnlyDictionary<string, string> values)
{
    public string? Text(string name) => values.GetValueOrDefault(name);

    public bool Contains(string name) => values.ContainsKey(name);

    public string[] List(string name) => Text(name)?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    public int? Number(string name, int least = 0)
    {
        if (Text(name) is not { } text)
            return null;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least
            ? number
            : throw new ArgumentException(least == 0 ? $"{name} needs a number." : $"{name} needs a number of at least {least}.");
    }

    public string? OneOf(string name, params string[] choices) =>
        Text(name) is not { } text || choices.Contains(text) ? Text(name) : throw new ArgumentException($"{name} needs one of {string.Join(", ", choices)}.");

    public DateOnly? Date(string name)
    {
        if (Text(name) is not { } text)
            return null;
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw new ArgumentException($"{name} needs a date such as 2026-11-22.");
    }

    // Neither ids nor tokens have a colon.
    public EmulatedPage[] Pages(string name) => [.. List(name).Select(pair => pair.Split(':')).Select(parts => parts.Length == 2
        ? new EmulatedPage(parts[0], parts[1])
        : throw new ArgumentException($"{name} needs pairs of a page id and an access token, such as 111:made-up-token."))];
}

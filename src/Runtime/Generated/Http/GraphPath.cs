using System.ComponentModel;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PageMessagesGen.Json;

namespace PageMessagesGen.Generated;

/// <summary>Builds the path and the query of a call. Generated clients use it.</summary>
/// <param name="path">The path below the version.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class GraphPath(string path)
{
    private readonly StringBuilder _text = new(path);
    private char _separator = '?';

    /// <summary>Validates a string that becomes a part of the path.</summary>
    /// <exception cref="ArgumentException">
    /// The string contains characters other than letters, digits, underscores and hyphens, so it could change the path.
    /// </exception>
    public static string Part(string text) => Plain().IsMatch(text ?? throw new ArgumentNullException(nameof(text)))
        ? text
        : throw new ArgumentException("A part of a path can contain only letters, digits, underscores and hyphens.", nameof(text));

    /// <summary>Formats a number as a part of the path.</summary>
    public static string Part(long number) => Text(number);

    /// <summary>Formats a number as a part of the path.</summary>
    public static string Part(decimal number) => Text(number);

    /// <summary>Formats a Boolean value as a part of the path.</summary>
    public static string Part(bool flag) => Text(flag);

    /// <summary>Formats an integer.</summary>
    public static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Formats a number.</summary>
    public static string Text(decimal number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Formats a Boolean value.</summary>
    public static string Text(bool flag) => flag ? "true" : "false";

    /// <summary>Formats a date.</summary>
    public static string Text(DateOnly date) => GraphDates.Format(date);

    /// <summary>Formats a date and time.</summary>
    public static string Text(DateTimeOffset moment) => GraphDates.Format(moment);

    /// <summary>Adds a query parameter, unless it is null.</summary>
    public GraphPath Query(string name, string? value)
    {
        if (value is null)
            return this;
        _text.Append(_separator).Append(name).Append('=').Append(Uri.EscapeDataString(value));
        _separator = '&';
        return this;
    }

    /// <summary>Adds a query parameter, unless it is null.</summary>
    public GraphPath Query(string name, long? value) => Query(name, value is { } number ? Text(number) : null);

    /// <summary>Adds a query parameter, unless it is null.</summary>
    public GraphPath Query(string name, decimal? value) => Query(name, value is { } number ? Text(number) : null);

    /// <summary>Adds a query parameter, unless it is null.</summary>
    public GraphPath Query(string name, bool? value) => Query(name, value is { } flag ? Text(flag) : null);

    /// <summary>Adds a query parameter, unless it is null.</summary>
    public GraphPath Query(string name, DateOnly? value) => Query(name, value is { } date ? Text(date) : null);

    /// <summary>Adds a query parameter, unless it is null.</summary>
    public GraphPath Query(string name, DateTimeOffset? value) => Query(name, value is { } moment ? Text(moment) : null);

    /// <summary>Adds a list with comma-separated elements to the query, unless it is null.</summary>
    /// <exception cref="ArgumentException">An element is null, or contains a comma and would be read as two elements.</exception>
    public GraphPath Query(string name, IReadOnlyList<string>? values)
    {
        if (values?.Any(value => value?.Contains(',', StringComparison.Ordinal) != false) == true)
            throw new ArgumentException($"An element of the list '{name}' is null or contains a comma, which separates elements.", nameof(values));
        return Query(name, values is null ? null : string.Join(',', values));
    }

    /// <summary>Adds a list with comma-separated elements to the query, unless it is null.</summary>
    public GraphPath Query<T>(string name, IReadOnlyList<T>? values, Func<T, string> text) =>
        Query(name, values is null ? null : string.Join(',', values.Select(text)));

    /// <summary>Gets the path and the query.</summary>
    public override string ToString() => _text.ToString();

    [GeneratedRegex(@"^[A-Za-z0-9_-]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();
}

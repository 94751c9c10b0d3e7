using System.Buffers;
using System.ComponentModel;
using System.Globalization;
using System.Text;
using System.Text.Json;
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

    /// <summary>Formats an integer as a part of the path.</summary>
    public static string Part(IntegerOrString number) => Text(number);

    /// <summary>Formats milliseconds since 1970 as a part of the path.</summary>
    public static string Part(Timestamp timestamp) => Text(timestamp);

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

    /// <summary>Formats an integer.</summary>
    public static string Text(IntegerOrString number) => number.ToString();

    /// <summary>Formats milliseconds since 1970.</summary>
    public static string Text(Timestamp timestamp) => timestamp.Number.ToString();

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

    /// <summary>Adds a query parameter, unless it is null.</summary>
    public GraphPath Query(string name, IntegerOrString? value) => Query(name, value is { } number ? Text(number) : null);

    /// <summary>Adds a query parameter, unless it is null.</summary>
    public GraphPath Query(string name, Timestamp? value) => Query(name, value is { } timestamp ? Text(timestamp) : null);

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

    /// <summary>Adds one query parameter for each element of a list.</summary>
    /// <exception cref="ArgumentException">An element is null.</exception>
    public GraphPath Repeated(string name, IReadOnlyList<string>? values) =>
        Repeated(name, values, value => value ?? throw new ArgumentException($"An element of the list '{name}' is null.", nameof(values)));

    /// <summary>Adds one query parameter for each element of a list.</summary>
    public GraphPath Repeated<T>(string name, IReadOnlyList<T>? values, Func<T, string> text)
    {
        foreach (var value in values ?? [])
            Query(name, text(value));
        return this;
    }

    /// <summary>Adds a query parameter that is written as JSON, unless it is null.</summary>
    /// <exception cref="ArgumentException">The value cannot be written.</exception>
    public GraphPath Json<T>(string name, T? value, JsonWrite<T> write)
        where T : class =>
        value is null ? this : Query(name, Json(value, write));

    /// <summary>Adds a query parameter that is written as JSON, unless it is null.</summary>
    public GraphPath Json<T>(string name, T? value, JsonWrite<T> write)
        where T : struct =>
        value is not { } json || json is JsonElement { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined } ? this : Query(name, Json(json, write));

    private static string Json<T>(T value, JsonWrite<T> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        var output = new ArrayBufferWriter<byte>();
        var json = new Utf8RequestWriter(output);
        try
        {
            write(ref json, value);
            if (json.AttachedFile is not null)
                throw new ArgumentException("A file cannot be sent in a URL.");
            json.Complete();
        }
        finally
        {
            json.Dispose();
        }

        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    /// <summary>Gets the path and the query.</summary>
    public override string ToString() => _text.ToString();

    [GeneratedRegex(@"^[A-Za-z0-9_-]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();
}

using System.Text.Json;

namespace PageMessagesGen.Emulator.Judging;

/// <summary>Something in a request body that the server would refuse.</summary>
/// <param name="Path">Where it is on the wire; empty for the body as a whole.</param>
/// <param name="Code">The error code that answers it.</param>
/// <param name="Message">What is wrong, for people.</param>
internal sealed record Finding(string Path, int Code, string Message)
{
    private const int InvalidParameter = 100;
    private const int MostQuotedKeys = 5;

    public static Finding UnknownMembers(WirePath path, IReadOnlyList<string> names)
    {
        var keys = string.Join(", ", names.Take(MostQuotedKeys).Select(n => $"\"{Excerpt.Of(n)}\""));
        var more = names.Count > MostQuotedKeys ? $" and {names.Count - MostQuotedKeys} more" : "";
        var place = path.IsBody ? "the request body" : $"param \"{path}\"";
        return New(path, $"Invalid keys {keys}{more} were found in {place}.");
    }

    public static Finding Missing(WirePath path) => New(path, $"The parameter {path} is required.");

    public static Finding Repeated(WirePath path) => New(path, $"Param {path} is given twice.");

    public static Finding Null(WirePath path) => New(path, $"Param {path} must not be null. Leave it out instead.");

    public static Finding WrongKind(WirePath path, string expected, JsonValueKind actual) =>
        New(path, $"{(path.IsBody ? "The request body" : $"Param {path}")} must be {expected}, but it is {Describe(actual)}.");

    public static Finding WrongFormat(WirePath path, string expected) => New(path, $"Param {path} must be {expected}.");

    public static Finding UnknownValue(WirePath path, string value, IEnumerable<string> allowed) =>
        New(path, $"Param {path} must be one of {{{string.Join(", ", allowed)}}}, but it is \"{Excerpt.Of(value)}\".");

    /// <summary>A fault of the body as a whole, such as a text that is no JSON.</summary>
    public static Finding InBody(string message) => New(WirePath.Body, message);

    private static Finding New(WirePath path, string message) => new(path.ToString(), InvalidParameter, message);

    private static string Describe(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        JsonValueKind.True or JsonValueKind.False => "a boolean",
        _ => "null",
    };
}

using System.Text.Json;
using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Emulator.Judging;

/// <summary>Judges values without members.</summary>
internal static class ScalarJudge
{
    public static IEnumerable<Finding> Judge(JsonElement value, ScalarKind kind, TextFormat format, WirePath path)
    {
        var (fits, expected) = kind switch
        {
            ScalarKind.String => (value.ValueKind == JsonValueKind.String, "a string"),
            ScalarKind.Integer => (IsInteger(value), "a whole number of 64 bits"),
            ScalarKind.Boolean => (value.ValueKind is JsonValueKind.True or JsonValueKind.False, "true or false"),
            ScalarKind.Number => (value.ValueKind == JsonValueKind.Number, "a number"),
            ScalarKind.StringOrInteger => (value.ValueKind == JsonValueKind.String || IsInteger(value), "a string or a whole number"),
            _ => throw new InvalidOperationException($"The judge does not know the kind {kind}."),
        };
        if (!fits)
            return [Finding.WrongKind(path, expected, value.ValueKind)];
        return kind == ScalarKind.String && Misses(value.GetString()!, format) is { } form ? [Finding.WrongFormat(path, form)] : [];
    }

    private static bool IsInteger(JsonElement value) => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _);

    // Gives the form that a text should have and has not, or null.
    private static string? Misses(string text, TextFormat format)
    {
        var (fits, form) = format switch
        {
            TextFormat.Digits => (text.Length > 0 && text.All(char.IsAsciiDigit), "a string of digits"),
            TextFormat.Url => (IsWebAddress(text), "an absolute http or https address"),
            TextFormat.Currency => (text.Length == 3 && text.All(char.IsAsciiLetter), "a currency code of three letters"),
            _ => (true, ""),
        };
        return fits ? null : form;
    }

    private static bool IsWebAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp);
}

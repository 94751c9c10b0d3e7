using System.Text.RegularExpressions;

namespace PageMessagesGen.Schema.Reading;

/// <summary>Finds out what is wrong with the <c>request</c> of an operation.</summary>
internal static class RequestAdvice
{
    private static readonly Regex Words = new(@"\S+", RegexOptions.CultureInvariant);
    private static readonly Regex Version = new(@"^/v[0-9]+(\.[0-9]+)?(/|$)", RegexOptions.CultureInvariant);
    private static readonly Regex Name = new(@"^[a-z][a-z0-9_]*\z", RegexOptions.CultureInvariant);

    /// <summary>Gets a sentence on the first mistake, with a leading space.</summary>
    public static string For(string request)
    {
        var words = Words.Matches(request).Cast<Match>().Select(word => word.Value).ToList();
        if (words.Count == 0 || words[0][0] == '/')
            return " The method before the path is missing.";
        if (words[0] is not ("GET" or "POST" or "DELETE"))
            return OfMethod(words[0]);
        if (words.Count == 1)
            return " The path is missing.";
        if (words.Count > 2)
            return " The path cannot contain spaces.";
        return request == $"{words[0]} {words[1]}" ? OfPath(words[1]) : " Write one space between the method and the path, and no others.";
    }

    private static string OfMethod(string method) => method.ToUpperInvariant() switch
    {
        "GET" or "POST" or "DELETE" => $" Write the method in capitals: '{method.ToUpperInvariant()}'.",
        "PUT" or "PATCH" or "HEAD" or "OPTIONS" => $" The Graph API has no method '{method}'.",
        _ => $" '{method}' is not a method.",
    };

    private static string OfPath(string path)
    {
        if (path.Contains("://"))
            return " The path is what follows the version in the URL.";
        if (path[0] != '/')
            return " The path must begin with '/'.";
        if (Version.IsMatch(path))
            return " Leave out the version, which 'version' sets.";
        if (path.Contains("?"))
            return " List what follows '?' in 'parameters'.";
        if (path == "/" || path.EndsWith("/", StringComparison.Ordinal))
            return " The path must not end with '/'.";
        return path.Substring(1).Split('/').Select(OfPart).FirstOrDefault(advice => advice.Length > 0) ?? "";
    }

    private static string OfPart(string part)
    {
        var (opens, closes) = (part.StartsWith("{", StringComparison.Ordinal), part.EndsWith("}", StringComparison.Ordinal));
        var name = part.Trim('{', '}');
        if (part.Length == 0)
            return " Two slashes follow each other.";
        if (opens && !closes)
            return $" The brace in '{part}' is not closed.";
        if (closes && !opens)
            return $" The brace in '{part}' is not opened.";
        if (name.Length == 0)
            return " The braces contain no name.";
        return Name.IsMatch(name) ? "" : $" Write '{part}' with lowercase letters, digits and underscores, beginning with a letter.";
    }
}

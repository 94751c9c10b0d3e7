namespace PageMessagesGen.Schema.Yaml;

/// <summary>
/// Gets the reason of a syntax error in plain words. The parser's message says what the parser expected; the characters at the
/// position say more about the mistake.
/// </summary>
internal static class YamlReasons
{
    private const string ColonInText = "A string that contains ': ' needs quotes.";
    private const string NoKey = "This line needs a key that is followed by ': '.";
    private const string OtherIndent = "The indentation of this line does not match any of the lines above that it could belong to.";
    private const string Directive = "Directives (%) are not supported. A string that begins with '%' needs quotes.";
    private const string Reference = "Anchors (&), aliases (*) and tags (!) are not supported. A string that begins with one of these characters needs quotes.";
    private const string ManyBlanks = "An empty line above has more spaces than the string below it. Remove them.";
    private const string Tab = "Invalid tab. Use spaces instead.";
    private const string BehindEnd = "Invalid content after '...'.";

    private static readonly char[] LineBreaks = ['\n', '\r'];

    // Errors of a character or a quote: a part of the parser's message, and the reason.
    private static readonly (string Said, string Reason)[] OfSigns =
    [
        ("double-quoted scalar, found wrong indentation", "The quote is not closed, or the string continues in a line that is not indented enough."),
        ("quoted scalar, found unexpected", "The quote is not closed."),
        ("unknown escape character", "The quote is not closed."),
        ("found invalid comment after", "A comment needs a space before its '#'."),
        ("directive", Directive),
        ("incompatible YAML", Directive),
        ("anchor", Reference),
        ("tag", Reference),
        ("parsing a node, did not find expected token", Reference),
    ];

    // Errors of a line in relation to other lines: a part of the parser's message, and the reason.
    private static readonly (string Said, string Reason)[] OfLines =
    [
        ("Mapping values are not allowed", "Invalid character ':'. A string that contains ': ' needs quotes around all of it."),
        ("Block sequence entries are not allowed", "A list must begin on its own line. A string that begins with '- ' needs quotes."),
        ("Mapping keys are not allowed", "A string that begins with '? ' needs quotes."),
        ("found extra spaces in first line", ManyBlanks),
        ("found more spaces in lines above", ManyBlanks),
        ("scanning a block scalar", "The string after '|' or '>' must begin in the next line. A string that begins with one of these characters needs quotes."),
        ("a comment between adjacent scalars", "A string without quotes cannot continue after a comment."),
        ("found a tab", Tab),
        ("found invalid tab", Tab),
        ("expected '-' indicator", "This line is not an element of the list above it. An element begins with '- '."),
        ("could not find expected ':'", NoKey),
        ("invalid content after '...'", BehindEnd),
        ("end of the stream", "The file ends too early."),
    ];

    /// <summary>Gets the reason if a character or a quote is wrong by itself, regardless of open brackets.</summary>
    public static string? OfSign(string text, string message, long place) =>
        Says(message, "cannot start any token") ? $"A string that begins with '{At(text, place)}' needs quotes." : Find(OfSigns, message);

    /// <summary>Gets the reason if something inside the brackets is wrong; null if the brackets themselves are.</summary>
    public static string? InBrackets(string text, long place)
    {
        if (At(text, place) == ':' && Says(LineBefore(text, place).Split(',', '[', '{').Last(), ": "))
            return $"{ColonInText} If this is another key, a ',' is missing before it.";
        return BehindQuote(text, place) is { } reason ? $"{reason} If this is another entry, a ',' is missing before it." : null;
    }

    /// <summary>Gets the reason if a line does not fit in; null if it is unknown.</summary>
    public static string? OfLine(string text, string message, long place)
    {
        if (Says(message, "found invalid mapping"))
            return OfColon(text, place);
        if (Says(message, "expected <document"))
            return BesideDocument(text, place);
        if (Says(message, "expected key") || Says(message, "expected '-'"))
            return BehindQuote(text, place) ?? BehindBracket(text, place) ?? Find(OfLines, message) ?? OfKey(text, place);
        return Says(message, "expected node content") ? OfKey(text, place) : Find(OfLines, message);
    }

    // The first ': ' of a line belongs to a key, unless the line continues the string of the line above.
    private static string OfColon(string text, long place)
    {
        var before = LineBefore(text, place);
        if (!Says(before, ": ") && !before.StartsWith("---", StringComparison.Ordinal))
            return $"{ColonInText} If this is a key, check its indentation and the line above.";
        return At(text, place + 1) is ' ' or '\t' ? ColonInText : "A string that ends with ':' needs quotes.";
    }

    private static string BesideDocument(string text, long place)
    {
        if (Line(text, place).StartsWith("...", StringComparison.Ordinal))
            return BehindEnd;
        return At(text, text[0] == '\uFEFF' ? 1 : 0) == '%' ? Directive : OtherIndent;
    }

    private static string OfKey(string text, long place)
    {
        var line = Line(text, place).Trim();
        return At(text, place) switch
        {
            var sign and ('}' or ']' or ',') => $"Invalid character '{sign}'. A string that begins with it needs quotes.",
            '-' when line == "-" || line.StartsWith("- ", StringComparison.Ordinal) => "Invalid list: another key of the mapping above is required here.",
            _ => Says(line, ": ") || line.EndsWith(":", StringComparison.Ordinal) ? OtherIndent : NoKey,
        };
    }

    private static string? BehindQuote(string text, long place) => LastBefore(text, place) switch
    {
        '\'' => "The quoted string ends before this. A ' inside single quotes is written twice.",
        '"' => "The quoted string ends before this. A \" inside double quotes is written \\\".",
        _ => null,
    };

    private static string? BehindBracket(string text, long place) => LastBefore(text, place) is var sign and ('}' or ']')
        ? $"The brackets end with the '{sign}' before this. A string that begins with a bracket needs quotes."
        : null;

    private static char? LastBefore(string text, long place) => LineBefore(text, place).TrimEnd() is { Length: > 0 } before ? before[before.Length - 1] : null;

    private static string LineBefore(string text, long place)
    {
        var line = Line(text, place);
        return line.Substring(0, Math.Min(line.Length, (int)place - LineStart(text, place)));
    }

    private static string Line(string text, long place)
    {
        var start = LineStart(text, place);
        var end = text.IndexOfAny(LineBreaks, start);
        return text.Substring(start, (end < 0 ? text.Length : end) - start);
    }

    private static int LineStart(string text, long place) => place == 0 ? 0 : text.LastIndexOfAny(LineBreaks, (int)Math.Min(place, text.Length) - 1) + 1;

    private static char At(string text, long place) => place < text.Length ? text[(int)place] : '\n';

    private static string? Find((string Said, string Reason)[] known, string message) => known.FirstOrDefault(k => Says(message, k.Said)).Reason;

    private static bool Says(string message, string words) => message.IndexOf(words, StringComparison.OrdinalIgnoreCase) >= 0;
}

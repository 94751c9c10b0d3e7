namespace PageMessagesGen.Schema.Reading;

/// <summary>What other languages call the types of this one.</summary>
internal static class TypeAdvice
{
    private const string Object = "Write the name of a type with members from this file, or 'json' for any value.";

    private static readonly Dictionary<string, string> Words = Index(
        ("int int32 int64 long short byte uint ulong integer64", "Write 'integer'."),
        ("bool", "Write 'boolean'."),
        ("float double decimal real", "Write 'number'."),
        ("str text char guid uuid", "Write 'string'."),
        ("uri url", "Write 'string', and 'format: url'."),
        ("time datetimeoffset instant", "Write 'datetime'."),
        ("dateonly day", "Write 'date'."),
        ("map dict dictionary hash hashmap", "Write 'map<string>', or another type between the angle brackets."),
        ("array list sequence", "Write 'list<string>', or another type between the angle brackets."),
        ("object any dynamic jsonelement", Object),
        ("stream bytes binary blob", "Write 'file'."),
        ("enum", "Write the name of an enum from this file."));

    private static readonly string[] Lists = ["array", "List", "IList", "IReadOnlyList", "IEnumerable", "Set"];

    /// <summary>Gets a sentence on the type that a word of another language means, or null for any other word.</summary>
    public static string? For(string word)
    {
        if (Words.TryGetValue(word, out var advice))
            return advice;
        if (word.EndsWith("?", StringComparison.Ordinal))
            return $"Write '{word.TrimEnd('?')}': a member can be absent unless it is 'required'.";
        if (word.EndsWith("[]", StringComparison.Ordinal))
            return $"Write 'list<{word.Substring(0, word.Length - 2)}>'.";
        var open = word.IndexOf('<');
        if (open < 0 || !word.EndsWith(">", StringComparison.Ordinal))
            return null;
        if (Lists.Contains(word.Substring(0, open), StringComparer.OrdinalIgnoreCase))
            return $"Write 'list{word.Substring(open)}'.";
        return Words.TryGetValue(word.Substring(0, open), out advice) ? advice : null;
    }

    private static Dictionary<string, string> Index(params (string Words, string Advice)[] rows) => rows
        .SelectMany(row => row.Words.Split(' ').Select(word => (word, row.Advice)))
        .ToDictionary(row => row.word, row => row.Advice, StringComparer.OrdinalIgnoreCase);
}

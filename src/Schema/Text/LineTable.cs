namespace PageMessagesGen.Schema.Text;

/// <summary>Finds the line and column of a position in a file. It uses the line breaks of compilers and editors.</summary>
internal sealed class LineTable
{
    private readonly List<int> _starts = [0];
    private readonly int _length;
    private readonly string? _file;

    public LineTable(string text, string? file)
    {
        _file = file;
        _length = text.Length;
        for (var i = 0; i < text.Length; i++)
        {
            var isBreak = text[i] is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029';
            if (isBreak && !(text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n'))
                _starts.Add(i + 1);
        }
    }

    /// <summary>Gets the position before a character. An index outside the string is moved to the nearer end.</summary>
    public TextPosition At(long index)
    {
        var inside = (int)Math.Max(0, Math.Min(index, _length));
        var found = _starts.BinarySearch(inside);
        var line = found < 0 ? ~found - 1 : found;
        return new TextPosition(inside, line + 1, inside - _starts[line] + 1);
    }

    /// <summary>Gets the range between two indices.</summary>
    public TextRange Range(long start, long end) => Range(At(start), At(Math.Max(start, end)));

    /// <summary>Gets the range between two positions.</summary>
    public TextRange Range(TextPosition start, TextPosition end) => new(start, end, _file);
}

using System.Globalization;
using System.Text;

namespace PageMessagesGen.TestKit.Markup;

/// <summary>Takes the marks out of a text, in one pass.</summary>
internal sealed class MarkupScanner(string marked)
{
    private readonly record struct OpenMark(string Id, int Start, int MarkedAt);

    private readonly StringBuilder _text = new();
    private readonly List<MarkedSpan> _spans = [];
    private readonly Stack<OpenMark> _open = new();
    private int _at;

    public (string Text, IReadOnlyList<MarkedSpan> Spans) Scan()
    {
        while (_at < marked.Length)
        {
            if (SeesOpening("[|"))
                Open("", 2);
            else if (SeesOpening("{|"))
                OpenWithId();
            else if (Sees("|]"))
                Close(withId: false);
            else if (Sees("|}"))
                Close(withId: true);
            else
                _text.Append(marked[_at++]);
        }

        if (_open.TryPeek(out var unclosed))
            throw Fault(unclosed.MarkedAt, $"'{Opener(unclosed.Id)}' is not closed by '{Closer(unclosed.Id)}'");
        return (_text.ToString(), [.. _spans.OrderBy(s => s.Start).ThenByDescending(s => s.Length)]);
    }

    private static string Opener(string id) => id.Length == 0 ? "[|" : $"{{|{id}:";

    private static string Closer(string id) => id.Length == 0 ? "|]" : "|}";

    private bool Sees(string sign) => string.CompareOrdinal(marked, _at, sign, 0, sign.Length) == 0;

    // In "{|PMG1001:[|}" the bar belongs to the closing mark: it is a lone bracket that is marked.
    private bool SeesOpening(string sign) => Sees(sign) && (_at + 2 == marked.Length || marked[_at + 2] is not (']' or '}'));

    private void OpenWithId()
    {
        var end = _at + 2;
        while (end < marked.Length && (char.IsAsciiLetterOrDigit(marked[end]) || marked[end] is '_' or '-' or '.'))
            end++;
        if (end == _at + 2 || end == marked.Length || marked[end] != ':')
            throw Fault(_at, "'{|' needs an id and a colon, as in {|PMG1001:span|}");
        Open(marked[(_at + 2)..end], end + 1 - _at);
    }

    private void Open(string id, int length)
    {
        _open.Push(new OpenMark(id, _text.Length, _at));
        _at += length;
    }

    private void Close(bool withId)
    {
        var sign = withId ? "|}" : "|]";
        if (!_open.TryPop(out var mark))
            throw Fault(_at, $"'{sign}' closes nothing");
        if (withId != mark.Id.Length > 0)
            throw Fault(_at, $"'{sign}' closes '{Opener(mark.Id)}' of {Place(mark.MarkedAt)}, which wants '{Closer(mark.Id)}'");
        _spans.Add(new MarkedSpan(mark.Id, mark.Start, _text.Length - mark.Start));
        _at += 2;
    }

    private FormatException Fault(int at, string what)
    {
        var lineStart = at == 0 ? 0 : marked.LastIndexOf('\n', at - 1) + 1;
        var lineEnd = marked.IndexOf('\n', at);
        var line = marked[lineStart..(lineEnd < 0 ? marked.Length : lineEnd)].TrimEnd('\r');
        return new FormatException($"Markup at {Place(at)}: {what}.\n    {line}\n    {new string(' ', at - lineStart)}^");
    }

    private string Place(int at)
    {
        var before = marked.AsSpan(0, at);
        return string.Create(CultureInfo.InvariantCulture, $"({before.Count('\n') + 1},{at - before.LastIndexOf('\n')})");
    }
}

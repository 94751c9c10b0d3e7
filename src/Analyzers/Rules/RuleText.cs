using System.Collections.Immutable;
using System.Text;

namespace PageMessagesGen.Analyzers.Rules;

/// <summary>
/// Reads the compact form of conditions and targets: <c>content_type: [TEXT, LOCATION] and image_url: absent</c>. A text of
/// another form gives null, and so no rule: what a newer generator writes must not make an older analyzer fail.
/// </summary>
internal sealed class RuleText
{
    private readonly string _text;
    private int _position;

    private RuleText(string text) => _text = text;

    public static ImmutableArray<Condition>? ReadConditions(string text)
    {
        var reader = new RuleText(text);
        var conditions = ImmutableArray.CreateBuilder<Condition>();
        reader.SkipBlanks();
        while (!reader.IsAtEnd)
        {
            if (conditions.Count > 0 && !reader.TakeWord("and"))
                return null;
            if (reader.ReadPath() is not { } path || !reader.Take(':'))
                return null;
            if (reader.TakeWord("present"))
                conditions.Add(new Condition(path, ConditionTest.Present, []));
            else if (reader.TakeWord("absent"))
                conditions.Add(new Condition(path, ConditionTest.Absent, []));
            else if (reader.ReadValues() is { } values)
                conditions.Add(new Condition(path, ConditionTest.OneOf, values));
            else
                return null;
        }

        return conditions.ToImmutable();
    }

    public static Target? ReadTarget(string text)
    {
        var reader = new RuleText(text);
        if (reader.ReadPath() is not { } path)
            return null;
        if (reader.IsAtEnd)
            return new Target(path, []);
        return reader.Take(':') && reader.ReadValues() is { } values && reader.IsAtEnd ? new Target(path, values) : null;
    }

    private bool IsAtEnd => _position == _text.Length;

    private MemberPath? ReadPath()
    {
        SkipBlanks();
        var start = _position;
        while (!IsAtEnd && _text[_position] is not (':' or ' '))
            _position++;
        var names = _text.Substring(start, _position - start).Split('.');
        SkipBlanks();
        return names.Any(name => name.Length == 0) ? null : new MemberPath([.. names]);
    }

    private ImmutableArray<string>? ReadValues()
    {
        if (!Take('['))
            return ReadValue() is { } single ? [single] : null;
        var values = ImmutableArray.CreateBuilder<string>();
        do
        {
            if (ReadValue() is not { } value)
                return null;
            values.Add(value);
        }
        while (Take(','));
        return Take(']') ? values.ToImmutable() : null;
    }

    private string? ReadValue()
    {
        SkipBlanks();
        if (!IsAtEnd && _text[_position] == '"')
            return ReadQuoted();
        var start = _position;
        while (!IsAtEnd && _text[_position] is not (' ' or ',' or ']' or '[' or '"' or ':'))
            _position++;
        var value = _text.Substring(start, _position - start);
        SkipBlanks();
        return value.Length == 0 ? null : value;
    }

    private string? ReadQuoted()
    {
        var value = new StringBuilder();
        for (_position++; !IsAtEnd; _position++)
        {
            switch (_text[_position])
            {
                case '"':
                    _position++;
                    SkipBlanks();
                    return value.ToString();
                case '\\' when _position + 1 < _text.Length:
                    value.Append(_text[++_position]);
                    break;
                default:
                    value.Append(_text[_position]);
                    break;
            }
        }

        return null;
    }

    private bool TakeWord(string word)
    {
        var end = _position + word.Length;
        if (string.CompareOrdinal(_text, _position, word, 0, word.Length) != 0 || (end < _text.Length && _text[end] != ' '))
            return false;
        _position = end;
        SkipBlanks();
        return true;
    }

    private bool Take(char c)
    {
        if (IsAtEnd || _text[_position] != c)
            return false;
        _position++;
        SkipBlanks();
        return true;
    }

    private void SkipBlanks()
    {
        while (!IsAtEnd && _text[_position] == ' ')
            _position++;
    }
}

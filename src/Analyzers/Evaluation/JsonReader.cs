using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using PageMessagesGen.Analyzers.Values;

namespace PageMessagesGen.Analyzers.Evaluation;

/// <summary>
/// Reads JSON that stands in the source as a constant. (The compiler promises its analyzers no JSON library.) What is no JSON
/// gives null: the program will say so when it runs.
/// </summary>
internal sealed class JsonReader
{
    private const int MostLevels = 64;

    private readonly string _json;
    private int _position;

    private JsonReader(string json) => _json = json;

    public static Value? Read(string json)
    {
        var reader = new JsonReader(json);
        var value = reader.ReadValue(0);
        reader.SkipBlanks();
        return reader._position == json.Length ? value : null;
    }

    private Value? ReadValue(int level)
    {
        SkipBlanks();
        if (_position == _json.Length || level > MostLevels)
            return null;
        switch (_json[_position])
        {
            case '{':
                return ReadObject(level);
            case '[':
                return ReadList(level);
            case '"':
                return ReadText() is { } text ? TextValue.Known(text) : null;
            case 't':
                return Take("true") ? new BooleanValue(true) : null;
            case 'f':
                return Take("false") ? new BooleanValue(false) : null;
            case 'n':
                return Take("null") ? AbsentValue.Instance : null;
            default:
                return ReadNumber();
        }
    }

    private ObjectValue? ReadObject(int level)
    {
        var members = new Dictionary<string, SetMember>(StringComparer.Ordinal);
        _position++;
        if (TakeAfterBlanks('}'))
            return new ObjectValue(null, members, isOpen: false, null);
        do
        {
            SkipBlanks();
            if (_position == _json.Length || _json[_position] != '"' || ReadText() is not { } name || !TakeAfterBlanks(':') || ReadValue(level + 1) is not { } value)
                return null;
            members[name] = new SetMember(value, null);
        }
        while (TakeAfterBlanks(','));
        return TakeAfterBlanks('}') ? new ObjectValue(null, members, isOpen: false, null) : null;
    }

    private ListValue? ReadList(int level)
    {
        var elements = ImmutableArray.CreateBuilder<Value>();
        _position++;
        if (TakeAfterBlanks(']'))
            return new ListValue([], isOpen: false);
        do
        {
            if (ReadValue(level + 1) is not { } element)
                return null;
            elements.Add(element);
        }
        while (TakeAfterBlanks(','));
        return TakeAfterBlanks(']') ? new ListValue(elements.ToImmutable(), isOpen: false) : null;
    }

    private NumberValue? ReadNumber()
    {
        var start = _position;
        while (_position < _json.Length && _json[_position] is (>= '0' and <= '9') or '-' or '+' or '.' or 'e' or 'E')
            _position++;
        var digits = _json.Substring(start, _position - start);
        return decimal.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? new NumberValue(number) : null;
    }

    private string? ReadText()
    {
        var text = new StringBuilder();
        for (_position++; _position < _json.Length; _position++)
        {
            switch (_json[_position])
            {
                case '"':
                    _position++;
                    return text.ToString();
                case '\\':
                    if (!ReadEscape(text))
                        return null;
                    break;
                case < ' ':
                    return null;
                case var c:
                    text.Append(c);
                    break;
            }
        }

        return null;
    }

    private bool ReadEscape(StringBuilder text)
    {
        if (++_position == _json.Length)
            return false;
        if (_json[_position] != 'u')
        {
            var index = "\"\\/bfnrt".IndexOf(_json[_position]);
            if (index >= 0)
                text.Append("\"\\/\b\f\n\r\t"[index]);
            return index >= 0;
        }

        if (_position + 4 >= _json.Length || !ushort.TryParse(_json.Substring(_position + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            return false;
        text.Append((char)code);
        _position += 4;
        return true;
    }

    private bool Take(string word)
    {
        if (string.CompareOrdinal(_json, _position, word, 0, word.Length) != 0)
            return false;
        _position += word.Length;
        return true;
    }

    private bool TakeAfterBlanks(char c)
    {
        SkipBlanks();
        if (_position == _json.Length || _json[_position] != c)
            return false;
        _position++;
        return true;
    }

    private void SkipBlanks()
    {
        while (_position < _json.Length && _json[_position] is ' ' or '\t' or '\r' or '\n')
            _position++;
    }
}

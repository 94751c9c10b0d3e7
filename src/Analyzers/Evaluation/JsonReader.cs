using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using PageMessagesGen.Analyzers.Values;

namespace PageMessagesGen.Analyzers.Evaluation;

/// <summary>
/// Parses constant JSON in source code, as strictly as the program does at run time. (The compiler does not guarantee a JSON library
/// for analyzers.)
/// </summary>
internal sealed class JsonReader
{
    private const int MostLevels = 64;
    private const string HexDigits = "0123456789abcdefABCDEF";

    private readonly string _json;
    private int _position;

    private JsonReader(string json) => _json = json;

    /// <summary>Gets the value of a JSON string; null if it is invalid.</summary>
    public static Value? Read(string json) => new JsonReader(json).ReadAll();

    /// <summary>Gets the position of the first error in a JSON string; null if it is valid.</summary>
    public static int? FindMistake(string json)
    {
        var reader = new JsonReader(json);
        return reader.ReadAll() is null ? reader._position : null;
    }

    private Value? ReadAll()
    {
        var value = ReadValue(0);
        if (value is not null)
            SkipBlanks();
        return _position == _json.Length ? value : null;
    }

    private Value? ReadValue(int level)
    {
        SkipBlanks();
        if (_position == _json.Length)
            return null;
        switch (_json[_position])
        {
            case '{' or '[' when level == MostLevels:
                return null;
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

            // The first of two members with one name counts, as it does for the validator.
            if (!members.ContainsKey(name))
                members.Add(name, new SetMember(value, null));
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

    private Value? ReadNumber()
    {
        var start = _position;
        Take("-");
        if (Take("0") ? IsAtDigit : !TakeDigits())
            return null;
        if (Take(".") && !TakeDigits())
            return null;
        if (Take("e") || Take("E"))
        {
            _ = Take("+") || Take("-");
            if (!TakeDigits())
                return null;
        }

        // The number can be larger than any number that is compared here.
        return decimal.TryParse(_json.Substring(start, _position - start), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? new NumberValue(number)
            : UnknownValue.Something;
    }

    private bool IsAtDigit => _position < _json.Length && _json[_position] is >= '0' and <= '9';

    private bool TakeDigits()
    {
        var start = _position;
        while (IsAtDigit)
            _position++;
        return _position > start;
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
                case var c when char.IsSurrogate(c):
                    // An unpaired surrogate cannot be written as UTF-8.
                    if (_position + 1 == _json.Length || !char.IsSurrogatePair(c, _json[_position + 1]))
                        return null;
                    text.Append(c).Append(_json[++_position]);
                    break;
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

        var escape = _position - 1;
        if (ReadCode() is not { } code)
            return false;
        text.Append(code);
        if (!char.IsSurrogate(code))
            return true;

        // The other half of a surrogate pair is an escape as well.
        if (char.IsHighSurrogate(code) && string.CompareOrdinal(_json, _position + 1, "\\u", 0, 2) == 0)
        {
            _position += 2;
            if (ReadCode() is not { } other)
                return false;
            if (char.IsLowSurrogate(other))
            {
                text.Append(other);
                return true;
            }
        }

        _position = escape;
        return false;
    }

    // Reads four hexadecimal digits behind the current position.
    private char? ReadCode()
    {
        var code = 0;
        for (var end = _position + 4; _position < end;)
        {
            if (++_position == _json.Length || HexDigits.IndexOf(_json[_position]) is var digit && digit < 0)
                return null;
            code = (code * 16) + (digit < 16 ? digit : digit - 6);
        }

        return (char)code;
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

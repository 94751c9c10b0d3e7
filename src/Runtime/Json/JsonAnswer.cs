using System.Buffers.Text;
using System.ComponentModel;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace PageMessagesGen.Json;

/// <summary>Reads a value that begins here.</summary>
public delegate T JsonRead<out T>(ref JsonAnswer json);

/// <summary>
/// Reads a server's answer from front to back, straight from its bytes. JSON null counts as absent everywhere. Members that
/// nobody asks for are passed over.
/// </summary>
/// <remarks>
/// Nothing here throws because of what a server sent. What cannot be read counts as absent, and <see cref="IsUsable"/> tells in
/// the end. An error object at the top is caught on the way, whatever else the answer holds.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public ref partial struct JsonAnswer
{
    private readonly ReadOnlySpan<byte> _json;
    private int _at;
    private int _depth;
    private bool _isFirst;
    private bool _isMalformed;
    private bool _isUnfit;

    /// <summary>Begins to read an answer.</summary>
    public JsonAnswer(ReadOnlySpan<byte> json) => _json = json;

    /// <summary>The error object of the answer; null if none was met so far.</summary>
    public GraphApiError? Error { get; private set; }

    /// <summary>Whether the answer, all of which was read, is JSON and holds what the schema says.</summary>
    public bool IsUsable() => !_isUnfit && IsWhole();

    /// <summary>Begins an object; null is no object.</summary>
    public bool BeginObject()
    {
        if (Peek() != '{')
        {
            Refuse();
            return false;
        }

        Open();
        return !_isMalformed;
    }

    /// <summary>Goes to the next member of the object. Its value must be read or skipped then.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>False at the end of the object.</returns>
    public bool NextMember(out ReadOnlySpan<byte> name)
    {
        while (ReadName(out name))
        {
            if (_depth != 1 || !name.SequenceEqual("error"u8) || Peek() != '{')
                return true;
            if (Error is null)
                Error = ReadError();
            else
                Skip();
        }

        return false;
    }

    /// <summary>Reads a list of texts or objects, or null. Elements that are null are passed over.</summary>
    public IReadOnlyList<T>? ReadList<T>(JsonRead<T?> readItem)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(readItem);
        if (!BeginList())
            return null;
        var items = new List<T>();
        while (NextElement())
        {
            if (readItem(ref this) is { } item)
                items.Add(item);
        }

        return items;
    }

    /// <summary>Reads a list of numbers, enum values and the like, or null. Elements that are null are passed over.</summary>
    public IReadOnlyList<T>? ReadValues<T>(JsonRead<T?> readItem)
        where T : struct
    {
        ArgumentNullException.ThrowIfNull(readItem);
        if (!BeginList())
            return null;
        var items = new List<T>();
        while (NextElement())
        {
            if (readItem(ref this) is { } item)
                items.Add(item);
        }

        return items;
    }

    /// <summary>Reads a text or null.</summary>
    public string? ReadString()
    {
        if (Peek() != '"')
        {
            Refuse();
            return null;
        }

        var text = ScanText(out var form);
        return form switch
        {
            TextForm.Ascii => Encoding.Latin1.GetString(text), // the quickest way for ASCII
            TextForm.Utf8 => Decode(text),
            _ => DecodeEscaped(text),
        };
    }

    /// <summary>Reads a text in UTF-8; nothing if it is null or something else.</summary>
    public ReadOnlySpan<byte> ReadText()
    {
        if (Peek() != '"')
        {
            Refuse();
            return default;
        }

        var text = ScanText(out var form);
        return form == TextForm.Escaped ? Unescape(text) : text;
    }

    /// <summary>Reads a text, a whole number as text, or null.</summary>
    public string? ReadStringOrInteger()
    {
        if (!IsNumber(Peek()))
            return ReadString();

        // The digits as they stand: an id may be longer than any number type.
        var digits = ScanNumber();
        if (digits.IndexOfAny(".eE"u8) < 0)
            return Encoding.Latin1.GetString(digits);
        _isUnfit = true;
        return null;
    }

    /// <summary>Reads a whole number or null.</summary>
    public long? ReadInteger()
    {
        if (!IsNumber(Peek()))
        {
            Refuse();
            return null;
        }

        var digits = ScanNumber();
        if (Utf8Parser.TryParse(digits, out long value, out var consumed) && consumed == digits.Length)
            return value;
        _isUnfit = true;
        return null;
    }

    /// <summary>Reads a number or null.</summary>
    public decimal? ReadNumber()
    {
        if (!IsNumber(Peek()))
        {
            Refuse();
            return null;
        }

        var digits = ScanNumber();
        var format = digits.IndexOfAny("eE"u8) < 0 ? default : 'e';
        if (Utf8Parser.TryParse(digits, out decimal value, out var consumed, format) && consumed == digits.Length)
            return value;
        _isUnfit = true;
        return null;
    }

    /// <summary>Reads true, false or null.</summary>
    public bool? ReadBoolean()
    {
        switch (Peek())
        {
            case (byte)'t':
                Literal("true"u8);
                return true;
            case (byte)'f':
                Literal("false"u8);
                return false;
            default:
                Refuse();
                return null;
        }
    }

    /// <summary>Reads any value, or null.</summary>
    public JsonElement? ReadJson()
    {
        var isNull = Peek() == 'n';
        var start = _at;
        Skip();
        if (isNull || _isMalformed)
            return null;
        var raw = _json[start.._at];
        if (!Utf8.IsValid(raw))
        {
            _isUnfit = true;
            return null;
        }

        var reader = new Utf8JsonReader(raw);
        return JsonElement.ParseValue(ref reader);
    }

    /// <summary>Finds the text of a member in the object that begins here, without moving on; nothing if there is none.</summary>
    public readonly ReadOnlySpan<byte> FindText(ReadOnlySpan<byte> name)
    {
        var ahead = this;
        if (!ahead.BeginObject())
            return default;
        while (ahead.NextMember(out var member))
        {
            if (member.SequenceEqual(name))
                return ahead.ReadText();
            ahead.Skip();
        }

        return default;
    }

    /// <summary>Passes over a value.</summary>
    public void Skip()
    {
        switch (Peek())
        {
            case (byte)'{':
                Open();
                while (ReadName(out _))
                    Skip();
                break;
            case (byte)'[':
                Open();
                while (NextElement())
                    Skip();
                break;
            case (byte)'"':
                ScanText(out _);
                break;
            case (byte)'t':
                Literal("true"u8);
                break;
            case (byte)'f':
                Literal("false"u8);
                break;
            case (byte)'n':
                Literal("null"u8);
                break;
            case var first when IsNumber(first):
                ScanNumber();
                break;
            default:
                Break();
                break;
        }
    }

    /// <summary>Says that the answer lacks a member that the schema requires.</summary>
    /// <returns>Null, to be returned in place of the object.</returns>
    public T? Lacking<T>()
        where T : class
    {
        _isUnfit = true;
        return null;
    }

    /// <summary>Tells whether a text is an enum's wire value, in any casing.</summary>
    public static bool Matches(ReadOnlySpan<byte> text, ReadOnlySpan<byte> wireValue) =>
        text.SequenceEqual(wireValue) || Ascii.EqualsIgnoreCase(text, wireValue);

    /// <summary>Whether the answer, all of which was read, is JSON.</summary>
    internal bool IsWhole() => Peek() == 0 && !_isMalformed && _at == _json.Length;

    private GraphApiError? ReadError()
    {
        int? code = null, subcode = null;
        string? type = null, message = null, userTitle = null, userMessage = null, traceId = null;
        Open();
        while (ReadName(out var name))
        {
            if (name.SequenceEqual("message"u8))
                message = ReadErrorText();
            else if (name.SequenceEqual("type"u8))
                type = ReadErrorText();
            else if (name.SequenceEqual("code"u8))
                code = ReadErrorNumber();
            else if (name.SequenceEqual("error_subcode"u8))
                subcode = ReadErrorNumber();
            else if (name.SequenceEqual("error_user_title"u8))
                userTitle = ReadErrorText();
            else if (name.SequenceEqual("error_user_msg"u8))
                userMessage = ReadErrorText();
            else if (name.SequenceEqual("fbtrace_id"u8))
                traceId = ReadErrorText();
            else
                Skip();
        }

        return _isMalformed ? null : new GraphApiError
        {
            Code = code,
            Subcode = subcode,
            Type = type,
            Message = message,
            UserTitle = userTitle,
            UserMessage = userMessage,
            TraceId = traceId,
        };
    }

    // A member of another kind than usual is worth less than the rest of the error: it is passed over.
    private string? ReadErrorText()
    {
        var isUnfit = _isUnfit;
        _isUnfit = false;
        var text = ReadString();
        _isUnfit = isUnfit;
        return text;
    }

    private int? ReadErrorNumber()
    {
        var isUnfit = _isUnfit;
        var number = ReadInteger();
        _isUnfit = isUnfit;
        return number is >= int.MinValue and <= int.MaxValue ? (int)number : null;
    }
}

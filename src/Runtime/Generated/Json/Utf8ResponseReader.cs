using System.Buffers.Text;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using PageMessagesGen.Json;

namespace PageMessagesGen.Generated;

/// <summary>Reads a value at the current position.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate T JsonRead<out T>(ref Utf8ResponseReader json);

/// <summary>
/// Reads a response of a server from start to end, directly from its bytes. JSON null always counts as absent. Unknown members are
/// skipped.
/// </summary>
/// <remarks>
/// The methods do not throw for invalid responses. Unreadable values count as absent, and <see cref="IsUsable"/> reports the result at
/// the end. An error object at the top level is read automatically, whatever else the response contains.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref partial struct Utf8ResponseReader
{
    private readonly ReadOnlySpan<byte> _json;
    private int _at;
    private int _depth;
    private bool _isFirst;
    private bool _isMalformed;
    private bool _isUnfit;
    private bool _isWebhook;

    /// <summary>Creates a reader for a response.</summary>
    public Utf8ResponseReader(ReadOnlySpan<byte> json) => _json = json;

    /// <summary>Creates a reader for the body of a webhook, in which a member named <c>error</c> is like any other.</summary>
    public static Utf8ResponseReader OfWebhook(ReadOnlySpan<byte> json) => new(json) { _isWebhook = true };

    /// <summary>Gets the error object of the response; null if none has been read so far.</summary>
    public GraphApiError? Error { get; private set; }

    /// <summary>Determines whether the response, which has been read completely, is JSON that matches the schema.</summary>
    public bool IsUsable() => !_isUnfit && IsWhole();

    /// <summary>Begins an object. Null is not an object.</summary>
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

    /// <summary>Advances to the next member of the object. Its value must then be read or skipped.</summary>
    /// <param name="name">The name of the member.</param>
    /// <returns><see langword="false"/> at the end of the object.</returns>
    public bool NextMember(out ReadOnlySpan<byte> name)
    {
        while (ReadName(out name))
        {
            if (_depth != 1 || !name.SequenceEqual("error"u8) || _isWebhook || Peek() != '{')
                return true;
            if (Error is null)
                Error = ReadError();
            else
                Skip();
        }

        return false;
    }

    /// <summary>Reads a list of strings or objects, or null. Null elements are skipped.</summary>
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

    /// <summary>Reads a list of numbers, enum values or other structs, or null. Null elements are skipped.</summary>
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

    /// <summary>Reads an object whose member names are not in the schema, with strings or objects as values, or null. Null values are skipped.</summary>
    public IReadOnlyDictionary<string, T>? ReadMap<T>(JsonRead<T?> readValue)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(readValue);
        if (!BeginObject())
            return null;
        var map = new Dictionary<string, T>(StringComparer.Ordinal);
        while (ReadName(out var name))
        {
            var key = Encoding.UTF8.GetString(name);
            if (readValue(ref this) is { } value)
                map[key] = value;
        }

        return map;
    }

    /// <summary>Reads an object whose member names are not in the schema, with structs as values, or null. Null values are skipped.</summary>
    public IReadOnlyDictionary<string, T>? ReadMapOfValues<T>(JsonRead<T?> readValue)
        where T : struct
    {
        ArgumentNullException.ThrowIfNull(readValue);
        if (!BeginObject())
            return null;
        var map = new Dictionary<string, T>(StringComparer.Ordinal);
        while (ReadName(out var name))
        {
            var key = Encoding.UTF8.GetString(name);
            if (readValue(ref this) is { } value)
                map[key] = value;
        }

        return map;
    }

    /// <summary>Reads a date or null.</summary>
    public DateOnly? ReadDate() => Fits(ReadString(), GraphDates.ParseDate);

    /// <summary>Reads a date and time, seconds since 1970, or null.</summary>
    public DateTimeOffset? ReadDateTime() =>
        IsNumber(Peek()) ? Fits(ReadInteger(), GraphDates.FromSeconds) : Fits(ReadString(), GraphDates.ParseDateTime);

    /// <summary>Reads a string or null.</summary>
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
            TextForm.Ascii => Encoding.Latin1.GetString(text), // the fastest way for ASCII
            TextForm.Utf8 => Decode(text),
            _ => DecodeEscaped(text),
        };
    }

    /// <summary>Reads a string as UTF-8.</summary>
    /// <returns><see langword="false"/> if the value is null or not a string.</returns>
    public bool ReadText(out ReadOnlySpan<byte> text)
    {
        if (Peek() != '"')
        {
            Refuse();
            text = default;
            return false;
        }

        text = ScanText(out var form);
        if (form == TextForm.Escaped)
            text = Unescape(text);
        return !_isMalformed;
    }

    /// <summary>Reads a string, an integer as a string, or null.</summary>
    public string? ReadStringOrInteger()
    {
        if (!IsNumber(Peek()))
            return ReadString();

        // The digits are kept as a string, because an id can be longer than any number type.
        var digits = ScanNumber();
        if (digits.IndexOfAny(".eE"u8) < 0)
            return Encoding.Latin1.GetString(digits);
        _isUnfit = true;
        return null;
    }

    /// <summary>Reads an integer or null.</summary>
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

    /// <summary>Reads an integer that is a number or a string, or null.</summary>
    public IntegerOrString? ReadIntegerOrString()
    {
        if (Peek() != '"')
            return ReadInteger() is { } number ? new IntegerOrString(number) : null;
        var text = ScanText(out _);
        if (_isMalformed)
            return null;
        if (IntegerOrString.Parse(text) is { } value)
            return new IntegerOrString(value, isString: true);
        _isUnfit = true;
        return null;
    }

    /// <summary>Reads milliseconds since 1970, a number or a string, or null.</summary>
    public Timestamp? ReadTimestamp() => Fits(ReadIntegerOrString(), Timestamp.From);

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
        if (isNull)
            return null;
        if (TryParse(start, out var value))
            return value;
        _isUnfit |= !_isMalformed;
        return null;
    }

    /// <summary>Finds the string of a member in the object at the current position, without advancing; empty if there is none.</summary>
    public readonly ReadOnlySpan<byte> FindText(ReadOnlySpan<byte> name)
    {
        var ahead = this;
        if (!ahead.BeginObject())
            return default;
        while (ahead.NextMember(out var member))
        {
            if (member.SequenceEqual(name))
                return ahead.ReadText(out var text) ? text : default;
            ahead.Skip();
        }

        return default;
    }

    /// <summary>Skips a value.</summary>
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

    /// <summary>Records that the response lacks a required member.</summary>
    /// <returns>Null, to be returned instead of the object.</returns>
    public T? Lacking<T>()
        where T : class
    {
        _isUnfit = true;
        return null;
    }

    /// <summary>Determines whether a member has a name.</summary>
    /// <remarks>Generated code asks this for each member. The compiler searches long for the extension method that answers it.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Is(ReadOnlySpan<byte> member, ReadOnlySpan<byte> name) => member.SequenceEqual(name);

    /// <summary>Determines whether a string is a wire value of an enum, ignoring case.</summary>
    public static bool Matches(ReadOnlySpan<byte> text, ReadOnlySpan<byte> wireValue) =>
        text.SequenceEqual(wireValue) || Ascii.EqualsIgnoreCase(text, wireValue);

    /// <summary>Determines whether the response, which has been read completely, is JSON.</summary>
    internal bool IsWhole() => Peek() == 0 && !_isMalformed && _at == _json.Length;

    // What cannot be converted makes the response unusable.
    private TResult? Fits<T, TResult>(T? read, Func<T?, TResult?> convert)
        where TResult : struct
    {
        var result = convert(read);
        _isUnfit |= result is null && read is not null;
        return result;
    }
}

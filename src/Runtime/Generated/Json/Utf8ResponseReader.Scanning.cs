using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;
using System.Text.Unicode;
using PageMessagesGen.Json;

namespace PageMessagesGen.Generated;

// The parsing of a response. Invalid JSON ends the reading: nothing is found after it.
public ref partial struct Utf8ResponseReader
{
    // The same as in System.Text.Json.
    private const int LargestDepth = 64;

    private enum TextForm
    {
        Ascii,
        Utf8,
        Escaped,
    }

    private static bool IsNumber(byte first) => first == '-' || char.IsAsciiDigit((char)first);

    // Gets the next byte that is not white space; 0 at the end.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private byte Peek()
    {
        var at = _at;
        while ((uint)at < (uint)_json.Length)
        {
            var next = _json[at];
            if (next is not ((byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t'))
            {
                _at = at;
                return next;
            }

            at++;
        }

        _at = at;
        return 0;
    }

    private void Break()
    {
        _isMalformed = true;
        _at = _json.Length;
    }

    // Skips a value that is not of the requested type.
    private void Refuse()
    {
        _isUnfit |= Peek() != 'n';
        Skip();
    }

    private void Open()
    {
        _at++;
        _isFirst = true;
        if (++_depth > LargestDepth)
            Break();
    }

    private bool BeginList()
    {
        if (Peek() != '[')
        {
            Refuse();
            return false;
        }

        Open();
        return true;
    }

    private bool NextElement() => Continues((byte)']') && !_isMalformed;

    // Closes the object or list, or skips the comma before its next element.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Continues(byte closing)
    {
        var next = Peek();
        if (next == closing)
        {
            _at++;
            _depth--;
            _isFirst = false;
            return false;
        }

        if (!_isFirst)
        {
            if (next != ',')
            {
                Break();
                return false;
            }

            _at++;
        }

        _isFirst = false;
        return true;
    }

    private bool ReadName(out ReadOnlySpan<byte> name)
    {
        name = default;
        if (!Continues((byte)'}'))
            return false;
        if (Peek() == '"')
        {
            name = ScanText(out var form);
            if (form == TextForm.Escaped)
                name = Unescape(name);
            if (Peek() == ':')
            {
                _at++;
                return true;
            }
        }

        Break();
        return false;
    }

    private void Literal(ReadOnlySpan<byte> literal)
    {
        if (_json[_at..].StartsWith(literal))
            _at += literal.Length;
        else
            Break();
    }

    private ReadOnlySpan<byte> ScanNumber()
    {
        var start = _at;
        if (_json[_at] == '-')
            _at++;
        if (At(_at) == '0')
            _at++;
        else
            Digits();
        if (At(_at) == '.')
        {
            _at++;
            Digits();
        }

        if (At(_at) is (byte)'e' or (byte)'E')
        {
            _at++;
            if (At(_at) is (byte)'+' or (byte)'-')
                _at++;
            Digits();
        }

        return _isMalformed ? default : _json[start.._at];
    }

    private void Digits()
    {
        var start = _at;
        while (char.IsAsciiDigit((char)At(_at)))
            _at++;
        if (_at == start)
            Break();
    }

    private readonly byte At(int index) => (uint)index < (uint)_json.Length ? _json[index] : (byte)0;

    // Skips a string, and returns the bytes between its quotes.
    private ReadOnlySpan<byte> ScanText(out TextForm form)
    {
        var start = _at + 1;
        var at = start;
        form = TextForm.Ascii;
        while (true)
        {
            at = FindEndOrEscape(at, ref form);
            switch (At(at))
            {
                case (byte)'"':
                    _at = at + 1;
                    return _json[start..at];
                case (byte)'\\' when EscapeLength(at) is var length and > 0:
                    form = TextForm.Escaped;
                    at += length;
                    break;
                default:
                    Break();
                    return default;
            }
        }
    }

    // Gets the index of the next quote, backslash or control character, or of the end.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly int FindEndOrEscape(int at, ref TextForm form)
    {
        ref var json = ref MemoryMarshal.GetReference(_json);
        if (Vector128.IsHardwareAccelerated)
        {
            for (; at <= _json.Length - Vector128<byte>.Count; at += Vector128<byte>.Count)
            {
                var bytes = Vector128.LoadUnsafe(ref json, (nuint)at);
                var found = (Vector128.Equals(bytes, Vector128.Create((byte)'"'))
                    | Vector128.Equals(bytes, Vector128.Create((byte)'\\'))
                    | Vector128.LessThan(bytes, Vector128.Create((byte)' '))).ExtractMostSignificantBits();
                var beyondAscii = bytes.ExtractMostSignificantBits();
                if (found != 0)
                {
                    // Only the non-ASCII bytes before the found byte count.
                    if (form == TextForm.Ascii && (beyondAscii & (found ^ (found - 1))) != 0)
                        form = TextForm.Utf8;
                    return at + BitOperations.TrailingZeroCount(found);
                }

                if (beyondAscii != 0 && form == TextForm.Ascii)
                    form = TextForm.Utf8;
            }
        }

        for (; at < _json.Length; at++)
        {
            var next = Unsafe.Add(ref json, at);
            if (next is (byte)'"' or (byte)'\\' or < (byte)' ')
                break;
            if (next >= 0x80 && form == TextForm.Ascii)
                form = TextForm.Utf8;
        }

        return at;
    }

    private readonly int EscapeLength(int at) => At(at + 1) switch
    {
        (byte)'"' or (byte)'\\' or (byte)'/' or (byte)'b' or (byte)'f' or (byte)'n' or (byte)'r' or (byte)'t' => 2,
        (byte)'u' when char.IsAsciiHexDigit((char)At(at + 2)) && char.IsAsciiHexDigit((char)At(at + 3))
            && char.IsAsciiHexDigit((char)At(at + 4)) && char.IsAsciiHexDigit((char)At(at + 5)) => 6,
        _ => 0,
    };

    private string? Decode(scoped ReadOnlySpan<byte> text)
    {
        if (Utf8.IsValid(text))
            return Encoding.UTF8.GetString(text);
        _isUnfit = true;
        return null;
    }

    private string? DecodeEscaped(ReadOnlySpan<byte> text)
    {
        const int Short = 512;
        byte[]? rented = null;
        var target = text.Length <= Short ? stackalloc byte[Short] : rented = ArrayPool<byte>.Shared.Rent(text.Length);
        string? decoded = null;
        if (EscapedText.TryUnescape(text, target, out var length))
            decoded = Decode(target[..length]);
        else
            _isUnfit = true;
        if (rented is not null)
            ArrayPool<byte>.Shared.Return(rented);
        return decoded;
    }

    // A string that is not valid Unicode matches no name or value.
    private static ReadOnlySpan<byte> Unescape(ReadOnlySpan<byte> text)
    {
        var target = new byte[text.Length];
        return EscapedText.TryUnescape(text, target, out var length) ? target.AsSpan(0, length) : default;
    }
}

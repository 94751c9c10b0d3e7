using System.Buffers;
using System.Buffers.Text;
using System.Diagnostics;
using System.Text.Json;
using System.Text.Unicode;

namespace PageMessagesGen.Json;

/// <summary>
/// Writes JSON as the client sends it: UTF-8, without white space, text unescaped but for what JSON itself demands, so that
/// an emoji goes out as its own bytes. Members that are null are left out.
/// </summary>
/// <remarks>Generated code calls it and sees to the order; the buffer only puts the commas.</remarks>
public sealed class JsonBuffer
{
    // A UTF-16 code unit becomes at most three bytes of UTF-8; a pair of them, four.
    private const int BytesPerCharacter = 3;

    private static readonly SearchValues<char> Escaped = SearchValues.Create(
        "\"\\\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u0009\u000A\u000B\u000C\u000D\u000E\u000F" +
        "\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F");

    private byte[] _bytes = new byte[512];
    private int _length;

    /// <summary>What was written so far.</summary>
    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, _length);

    /// <summary>Writes <c>{</c>.</summary>
    public void BeginObject() => Append((byte)'{');

    /// <summary>Writes <c>}</c>.</summary>
    public void EndObject() => Append((byte)'}');

    /// <summary>Writes <c>[</c>.</summary>
    public void BeginArray() => Append((byte)'[');

    /// <summary>Writes <c>]</c>.</summary>
    public void EndArray() => Append((byte)']');

    /// <summary>Begins an element of a list.</summary>
    public void Element() => Separate();

    /// <summary>Begins a member: its name and the colon.</summary>
    /// <param name="name">The name in UTF-8, which needs no escaping.</param>
    public void Member(ReadOnlySpan<byte> name)
    {
        Separate();
        Append((byte)'"');
        Append(name);
        Append("\":"u8);
    }

    /// <summary>Writes a member that holds text, unless it is null.</summary>
    public void Member(ReadOnlySpan<byte> name, string? value)
    {
        if (value is null)
            return;
        Member(name);
        String(value);
    }

    /// <summary>Writes a member that holds text which needs no escaping, such as an enum's wire value.</summary>
    public void Member(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        Member(name);
        String(value);
    }

    /// <summary>Writes a member that holds a whole number, unless it is null.</summary>
    public void Member(ReadOnlySpan<byte> name, long? value)
    {
        if (value is not { } number)
            return;
        Member(name);
        Integer(number);
    }

    /// <summary>Writes a member that holds a number, unless it is null.</summary>
    public void Member(ReadOnlySpan<byte> name, decimal? value)
    {
        if (value is not { } number)
            return;
        Member(name);
        Number(number);
    }

    /// <summary>Writes a member that says yes or no, unless it is null.</summary>
    public void Member(ReadOnlySpan<byte> name, bool? value)
    {
        if (value is not { } flag)
            return;
        Member(name);
        Boolean(flag);
    }

    /// <summary>Writes a member that holds any JSON, unless it is null or was never given a value.</summary>
    public void Member(ReadOnlySpan<byte> name, JsonElement? value)
    {
        if (value is not { ValueKind: not (JsonValueKind.Undefined or JsonValueKind.Null) } json)
            return;
        Member(name);
        Json(json);
    }

    /// <summary>Writes text. A half of a surrogate pair becomes U+FFFD, as System.Text.Json has it.</summary>
    public void String(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        Append((byte)'"');
        var rest = value.AsSpan();
        while (rest.IndexOfAny(Escaped) is var at and >= 0)
        {
            Transcode(rest[..at]);
            Escape(rest[at]);
            rest = rest[(at + 1)..];
        }

        Transcode(rest);
        Append((byte)'"');
    }

    /// <summary>Writes text in UTF-8 that needs no escaping.</summary>
    public void String(ReadOnlySpan<byte> value)
    {
        Append((byte)'"');
        Append(value);
        Append((byte)'"');
    }

    /// <summary>Writes a whole number.</summary>
    public void Integer(long value)
    {
        const int Longest = 20; // -9223372036854775808
        var formatted = Utf8Formatter.TryFormat(value, Reserve(Longest), out var written);
        Debug.Assert(formatted);
        _length += written;
    }

    /// <summary>Writes a number.</summary>
    public void Number(decimal value)
    {
        const int Longest = 31; // 29 digits, sign and point
        var formatted = Utf8Formatter.TryFormat(value, Reserve(Longest), out var written);
        Debug.Assert(formatted);
        _length += written;
    }

    /// <summary>Writes <c>true</c> or <c>false</c>.</summary>
    public void Boolean(bool value) => Append(value ? "true"u8 : "false"u8);

    /// <summary>Writes a JSON value as it stands, with its own escapes and white space.</summary>
    /// <exception cref="ArgumentException">It was never given a value.</exception>
    public void Json(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Undefined)
            throw new ArgumentException("This JSON was never given a value.", nameof(value));
        Transcode(value.GetRawText());
    }

    private void Separate()
    {
        if (_length > 0 && _bytes[_length - 1] is not ((byte)'{' or (byte)'['))
            Append((byte)',');
    }

    private void Escape(char character)
    {
        switch (character)
        {
            case '"': Append("\\\""u8); break;
            case '\\': Append("\\\\"u8); break;
            case '\n': Append("\\n"u8); break;
            case '\r': Append("\\r"u8); break;
            case '\t': Append("\\t"u8); break;
            default:
                Append("\\u00"u8);
                Append((byte)('0' + (character >> 4)));
                Append((byte)"0123456789abcdef"[character & 0xF]);
                break;
        }
    }

    private void Transcode(ReadOnlySpan<char> text)
    {
        var target = Reserve(checked(text.Length * BytesPerCharacter));
        var status = Utf8.FromUtf16(text, target, out _, out var written, replaceInvalidSequences: true);
        Debug.Assert(status == OperationStatus.Done);
        _length += written;
    }

    private void Append(byte value)
    {
        Reserve(1)[0] = value;
        _length++;
    }

    private void Append(ReadOnlySpan<byte> value)
    {
        value.CopyTo(Reserve(value.Length));
        _length += value.Length;
    }

    private Span<byte> Reserve(int count)
    {
        if (_bytes.Length - _length < count)
            Array.Resize(ref _bytes, Math.Max(checked(_length + count), _bytes.Length * 2));
        return _bytes.AsSpan(_length);
    }
}

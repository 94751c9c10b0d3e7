using System.Buffers.Text;
using System.Diagnostics;
using PageMessagesGen.Json;

namespace PageMessagesGen.Generated;

/// <content>Values that have no members and are no strings.</content>
public ref partial struct Utf8RequestWriter
{
    /// <summary>Writes an integer.</summary>
    public void Integer(long value)
    {
        const int Longest = 20; // -9223372036854775808
        Reserve(Longest);
        var formatted = Utf8Formatter.TryFormat(value, _bytes[_length..], out var written);
        Debug.Assert(formatted);
        _length += written;
    }

    /// <summary>Writes a number.</summary>
    public void Number(decimal value)
    {
        const int Longest = 31; // 29 digits, sign and point
        Reserve(Longest);
        var formatted = Utf8Formatter.TryFormat(value, _bytes[_length..], out var written);
        Debug.Assert(formatted);
        _length += written;
    }

    /// <summary>Writes <c>true</c> or <c>false</c>.</summary>
    public void Boolean(bool value) => Append(value ? "true"u8 : "false"u8);

    /// <summary>Writes a date, such as <c>"2026-11-22"</c>.</summary>
    public void Date(DateOnly value)
    {
        Reserve(GraphDates.LongestDate);
        _length += GraphDates.Write(value, _bytes[_length..]);
    }

    /// <summary>Writes a date and time, such as <c>"2026-11-22T10:00:00+0000"</c>.</summary>
    public void DateTime(DateTimeOffset value)
    {
        Reserve(GraphDates.LongestDateTime);
        _length += GraphDates.Write(value, _bytes[_length..]);
    }

    /// <summary>Writes an integer as a number or as a string.</summary>
    public void IntegerOrString(IntegerOrString value)
    {
        if (value.IsString)
            Append((byte)'"');
        Integer(value.Value);
        if (value.IsString)
            Append((byte)'"');
    }

    /// <summary>Writes milliseconds since 1970.</summary>
    public void Timestamp(Timestamp value) => IntegerOrString(value.Number);
}

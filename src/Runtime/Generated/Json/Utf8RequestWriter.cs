using System.Buffers;
using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;
using PageMessagesGen.Json;

namespace PageMessagesGen.Generated;

/// <summary>Writes a value to a buffer.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate void JsonWrite<in T>(ref Utf8RequestWriter json, T value);

/// <summary>
/// Writes the JSON of requests: UTF-8 without white space. Only characters that JSON requires to be escaped are escaped, so an emoji
/// is written as its own bytes. Members that are null are left out.
/// </summary>
/// <remarks>
/// Generated code calls it. The comma, the name and the colon before a value are one constant. An object therefore begins with a
/// comma, which its end replaces with the brace, and a list ends with a comma, which its end replaces with the bracket. Nothing is
/// written to the output before <see cref="Complete"/>.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref partial struct Utf8RequestWriter
{
    // The same as in System.Text.Json. It prevents a stack overflow for a request that contains itself.
    private const int LargestDepth = 64;

    // Far more than any request needs. A string counts with the maximum of three bytes for each character.
    private const int LargestRequest = 64 * 1024 * 1024;

    // Enough for most requests, so that they are not copied to a larger buffer.
    private const int UsualRequest = 4096;
    private const int LeastOutput = 1024;

    private readonly IBufferWriter<byte>? _output;
    private Span<byte> _bytes;
    private int _length;
    private int _depth;
    private byte[]? _rented;
    private string? _filePart;
    private GraphFile? _file;

    /// <summary>Creates a buffer with its own memory from the shared pool.</summary>
    public Utf8RequestWriter()
    {
        _rented = ArrayPool<byte>.Shared.Rent(UsualRequest);
        _bytes = _rented;
    }

    /// <summary>Creates a buffer for an output. It uses the memory of the output as long as that is enough.</summary>
    public Utf8RequestWriter(IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        _output = output;
        _bytes = output.GetSpan(LeastOutput);
    }

    /// <summary>Gets the bytes written so far.</summary>
    public readonly ReadOnlySpan<byte> Written => _bytes[.._length];

    /// <summary>Gets the file that is sent beside the JSON, or null.</summary>
    internal readonly GraphFile? AttachedFile => _file;

    /// <summary>Gets the name of the file's part.</summary>
    internal readonly string FilePart => _filePart!;

    /// <summary>Keeps a file, which is not written, because it is sent beside the JSON.</summary>
    /// <exception cref="ArgumentException">The request has another file.</exception>
    public void File(string name, GraphFile? file)
    {
        if (file is null)
            return;
        if (_file is not null)
            throw new ArgumentException("A request can have one file.");
        (_filePart, _file) = (name, file);
    }

    /// <summary>Writes the content of the buffer to the output.</summary>
    /// <exception cref="InvalidOperationException">The buffer has no output.</exception>
    public readonly void Complete()
    {
        if (_output is null)
            throw new InvalidOperationException("This buffer has no output.");
        if (_rented is null)
            _output.Advance(_length);
        else
            _output.Write(Written);
    }

    /// <summary>Returns the pooled array that starts with the content. The buffer is then empty.</summary>
    internal byte[] Detach(out int length)
    {
        Debug.Assert(_output is null && _rented is not null);
        var array = _rented;
        length = _length;
        _rented = null;
        _bytes = default;
        _length = 0;
        return array;
    }

    /// <summary>Returns the memory to the pool.</summary>
    public void Dispose()
    {
        if (_rented is { } rented)
            ArrayPool<byte>.Shared.Return(rented);
        _rented = null;
        _bytes = default;
        _length = 0;
    }

    /// <summary>Writes a constant piece of JSON.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Append(ReadOnlySpan<byte> json)
    {
        if (_bytes.Length - _length < json.Length)
            Grow(json.Length);
        Unsafe.CopyBlockUnaligned(ref End(), ref MemoryMarshal.GetReference(json), (uint)json.Length);
        _length += json.Length;
    }

    /// <summary>Begins an object.</summary>
    /// <returns>The start of the object, for <see cref="EndObject"/>.</returns>
    /// <exception cref="ArgumentException">The object is nested too deeply.</exception>
    public int BeginObject()
    {
        if (++_depth > LargestDepth)
            throw new ArgumentException($"The request is nested more than {LargestDepth} levels deep.");
        return _length;
    }

    /// <summary>Ends an object and writes both braces.</summary>
    /// <param name="start">The result of <see cref="BeginObject"/>.</param>
    public void EndObject(int start)
    {
        _depth--;
        if (_length == start)
            Append((byte)'{');
        else
            _bytes[start] = (byte)'{';
        Append((byte)'}');
    }

    /// <summary>Adds a string member to the object that was written, unless it is null.</summary>
    /// <param name="lead">The comma, the name and the colon.</param>
    /// <param name="value">The string.</param>
    internal void Extend(ReadOnlySpan<byte> lead, string? value)
    {
        if (value is null)
            return;
        Debug.Assert(_bytes[_length - 1] == '}');
        _length = _length == "{}".Length ? 0 : _length - 1;
        Member(lead, value);
        _bytes[0] = (byte)'{';
        Append((byte)'}');
    }

    /// <summary>Ends a list: the closing bracket replaces the comma after the last element.</summary>
    public void EndList()
    {
        if (_bytes[_length - 1] == ',')
            _bytes[_length - 1] = (byte)']';
        else
            Append((byte)']');
    }

    /// <summary>Writes a string member, unless it is null.</summary>
    /// <param name="lead">The comma, the name and the colon.</param>
    /// <param name="value">The string.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Member(ReadOnlySpan<byte> lead, string? value)
    {
        if (value is null)
            return;

        // In one step: reserving space and counting bytes for each piece would cost more than writing it.
        Reserve(lead.Length + LargestText(value));
        Unsafe.CopyBlockUnaligned(ref End(), ref MemoryMarshal.GetReference(lead), (uint)lead.Length);
        _length = Text(_length + lead.Length, value);
    }

    /// <summary>Writes an integer member, unless it is null.</summary>
    public void Member(ReadOnlySpan<byte> lead, long? value)
    {
        if (value is not { } number)
            return;
        Append(lead);
        Integer(number);
    }

    /// <summary>Writes a number member, unless it is null.</summary>
    public void Member(ReadOnlySpan<byte> lead, decimal? value)
    {
        if (value is not { } number)
            return;
        Append(lead);
        Number(number);
    }

    /// <summary>Writes a Boolean member, unless it is null.</summary>
    public void Member(ReadOnlySpan<byte> lead, bool? value)
    {
        if (value is not { } flag)
            return;
        Append(lead);
        Boolean(flag);
    }

    /// <summary>Writes a date member, unless it is null.</summary>
    public void Member(ReadOnlySpan<byte> lead, DateOnly? value)
    {
        if (value is not { } date)
            return;
        Append(lead);
        Date(date);
    }

    /// <summary>Writes a date and time member, unless it is null.</summary>
    public void Member(ReadOnlySpan<byte> lead, DateTimeOffset? value)
    {
        if (value is not { } moment)
            return;
        Append(lead);
        DateTime(moment);
    }

    /// <summary>Writes an integer member as a number or as a string, unless it is null.</summary>
    public void Member(ReadOnlySpan<byte> lead, IntegerOrString? value)
    {
        if (value is not { } number)
            return;
        Append(lead);
        IntegerOrString(number);
    }

    /// <summary>Writes a member with milliseconds since 1970, unless it is null.</summary>
    public void Member(ReadOnlySpan<byte> lead, Timestamp? value) => Member(lead, value?.Number);

    /// <summary>Writes a JSON member, unless it is null or undefined.</summary>
    public void Member(ReadOnlySpan<byte> lead, JsonElement? value)
    {
        if (value is not { ValueKind: not (JsonValueKind.Undefined or JsonValueKind.Null) } json)
            return;
        Append(lead);
        Json(json);
    }

    /// <summary>Writes the name of a member that is not in the schema, with the comma before it and the colon after it.</summary>
    public void Name(string name)
    {
        Append((byte)',');
        String(name);
        Append((byte)':');
    }

    /// <summary>Writes the members of an object that the schema does not have, as they were read.</summary>
    public void Unknown(IDictionary<string, JsonElement>? members)
    {
        if (members is null)
            return;
        foreach (var (name, value) in members)
        {
            Name(name);
            Json(value);
        }
    }

    /// <summary>Writes a string. An unpaired surrogate becomes U+FFFD, as in System.Text.Json.</summary>
    public void String(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        Reserve(LargestText(value));
        _length = Text(_length, value);
    }

    // Includes the quotes, but not escapes, which need more.
    private static long LargestText(string value) => ((long)value.Length * JsonText.BytesPerCharacter) + 2;

    // Writes a string for which space is reserved, and returns the index of its end.
    private int Text(int at, string value)
    {
        ref var start = ref Unsafe.Add(ref MemoryMarshal.GetReference(_bytes), at);
        start = (byte)'"';
        var plain = (int)JsonText.CopyPlain(ref MemoryMarshal.GetReference(value.AsSpan()), ref Unsafe.Add(ref start, 1), (nuint)value.Length);
        if (plain < value.Length)
            return Rest(at + plain + 1, value.AsSpan(plain));
        Unsafe.Add(ref start, plain + 1) = (byte)'"';
        return at + plain + 2;
    }

    // Writes the rest from the first character that needs encoding. One byte is kept for the closing quote.
    private int Rest(int at, ReadOnlySpan<char> text)
    {
        while (true)
        {
            at += JsonText.Encode(text, _bytes[at..^1], out var read);
            if (read == text.Length)
                break;
            text = text[read..];
            _length = at;
            Reserve(JsonText.LongestEscape + ((long)text.Length * JsonText.BytesPerCharacter) + 1);
        }

        _bytes[at] = (byte)'"';
        return at + 1;
    }

    /// <summary>Writes a JSON value as it is, with its own escapes and white space.</summary>
    /// <exception cref="ArgumentException">The value is undefined, nested too deeply, or contains invalid Unicode.</exception>
    public void Json(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Undefined)
            throw new ArgumentException("The JSON value is undefined.", nameof(value));
        RawValue.Append(ref this, value);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Append(byte value)
    {
        if (_bytes.Length == _length)
            Grow(1);
        End() = value;
        _length++;
    }

    private readonly ref byte End() => ref Unsafe.Add(ref MemoryMarshal.GetReference(_bytes), _length);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Reserve(long count)
    {
        if (_bytes.Length - _length < count)
            Grow(count);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow(long count)
    {
        var needed = _length + count;
        if (needed > LargestRequest)
            throw new ArgumentException($"The request can require more than {LargestRequest} bytes as JSON.");
        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Max(needed, Math.Min(_bytes.Length * 2L, LargestRequest)));
        Written.CopyTo(larger);
        if (_rented is { } old)
            ArrayPool<byte>.Shared.Return(old);
        _rented = larger;
        _bytes = larger;
    }
}

using System.Buffers;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace PageMessagesGen.Generator.Emit;

/// <summary>
/// Collects the text of a file. Files are long, so what they cost is mostly the memory that is touched for them: the next file gets the
/// memory of this one, and neither is ever one string, which would be a large object for the garbage collector.
/// </summary>
internal sealed class TextBuffer
{
    private const int InitialCapacity = 4096;

    private static readonly Encoding Utf8WithoutMark = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    private char[] _characters = ArrayPool<char>.Shared.Rent(InitialCapacity);
    private int _length;

    /// <summary>Appends a string.</summary>
    public void Append(string text) => Append(text, 0, text.Length);

    /// <summary>Appends a part of a string.</summary>
    public void Append(string text, int start, int count)
    {
        Reserve(count);
        text.CopyTo(start, _characters, _length, count);
        _length += count;
    }

    /// <summary>Appends a character.</summary>
    public void Append(char character)
    {
        Reserve(1);
        _characters[_length++] = character;
    }

    /// <summary>Gets the text behind that of another buffer. Neither can be used afterwards.</summary>
    public SourceText Finish(TextBuffer header)
    {
        Reserve(header._length);
        Array.Copy(_characters, 0, _characters, header._length, _length);
        Array.Copy(header._characters, _characters, header._length);
        _length += header._length;
        using var reader = new Reader(_characters, _length);
        var text = SourceText.From(reader, _length, Utf8WithoutMark);
        ArrayPool<char>.Shared.Return(header._characters);
        ArrayPool<char>.Shared.Return(_characters);
        return text;
    }

    private void Reserve(int count)
    {
        if (_characters.Length - _length >= count)
            return;
        var larger = ArrayPool<char>.Shared.Rent(Math.Max(2 * _characters.Length, _length + count));
        Array.Copy(_characters, larger, _length);
        ArrayPool<char>.Shared.Return(_characters);
        _characters = larger;
    }

    private sealed class Reader(char[] characters, int length) : TextReader
    {
        private int _read;

        public override int Peek() => _read < length ? characters[_read] : -1;

        public override int Read() => _read < length ? characters[_read++] : -1;

        public override int Read(char[] buffer, int index, int count)
        {
            var copied = Math.Min(count, length - _read);
            Array.Copy(characters, _read, buffer, index, copied);
            _read += copied;
            return copied;
        }
    }
}

using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace PageMessagesGen.Json;

/// <summary>
/// Encodes UTF-16 as the content of a JSON string in UTF-8, in one pass: a block of characters is narrowed to bytes, stored, and
/// searched for characters that need encoding. These are rare and encoded one by one.
/// </summary>
internal static class JsonText
{
    /// <summary>The maximum number of UTF-8 bytes for a UTF-16 code unit. A surrogate pair has four.</summary>
    public const int BytesPerCharacter = 3;

    /// <summary>The length of <c>\u001f</c>, the longest escape.</summary>
    public const int LongestEscape = 6;

    private const char Replacement = '\uFFFD';

    /// <summary>Encodes as many characters as are certain to fit. The first character needs encoding.</summary>
    /// <param name="text">The string. An unpaired surrogate becomes U+FFFD, as in System.Text.Json.</param>
    /// <param name="target">At least <see cref="BytesPerCharacter"/> bytes for each character. Escapes need more.</param>
    /// <param name="read">The number of characters encoded: all, unless there is no space for an escape.</param>
    /// <returns>The number of bytes written.</returns>
    public static int Encode(ReadOnlySpan<char> text, Span<byte> target, out int read)
    {
        Debug.Assert(target.Length >= (long)text.Length * BytesPerCharacter);
        ref var source = ref MemoryMarshal.GetReference(text);
        ref var destination = ref MemoryMarshal.GetReference(target);
        var (from, to, length) = ((nuint)0, (nuint)0, (nuint)text.Length);
        while (true)
        {
            var character = Unsafe.Add(ref source, from);
            if (character >= 0x80)
            {
                EncodeBeyondAscii(ref source, ref destination, ref from, ref to, length);
            }
            else
            {
                if ((nuint)target.Length - to < LongestEscape + (BytesPerCharacter * (length - from - 1)))
                    break;
                to += Escape(character, ref Unsafe.Add(ref destination, to));
                from++;
            }

            if (from == length)
                break;
            var plain = CopyPlain(ref Unsafe.Add(ref source, from), ref Unsafe.Add(ref destination, to), length - from);
            from += plain;
            to += plain;
            if (from == length)
                break;
        }

        read = (int)from;
        return (int)to;
    }

    /// <summary>Copies characters that need no encoding, and returns their number. Bytes written after them are meaningless.</summary>
    public static nuint CopyPlain(ref char source, ref byte destination, nuint length)
    {
        if (!Vector128.IsHardwareAccelerated || length < 4)
            return CopyPlainSingly(ref source, ref destination, length);

        ref var units = ref Unsafe.As<char, ushort>(ref source);
        if (length < 8)
            return CopyTwoFours(ref units, ref destination, length);
        if (length < 16)
            return CopyTwoEights(ref units, ref destination, length);

        nuint at = 0;
        while (Avx2.IsSupported && length - at >= 32)
        {
            var care = CopyBlock(ref units, ref destination, at);
            if (care != 0)
                return at + (nuint)BitOperations.TrailingZeroCount(care);
            at += 32;
            if (at == length)
                return length;
        }

        // The last block ends with the string. It may overlap the previous one.
        if (length - at < 16)
            at = length - 16;
        while (true)
        {
            var bytes = Narrow(Vector128.LoadUnsafe(ref units, at), Vector128.LoadUnsafe(ref units, at + 8));
            bytes.StoreUnsafe(ref destination, at);
            var care = NeedingCare(bytes);
            if (care != 0)
                return at + (nuint)BitOperations.TrailingZeroCount(care);
            at += 16;
            if (at == length)
                return length;

            if (length - at < 16)
                at = length - 16;
        }
    }

    // 32 characters at once. Narrowing interleaves the halves of both vectors, so they are put in order again.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint CopyBlock(ref ushort source, ref byte destination, nuint at)
    {
        var low = Vector256.LoadUnsafe(ref source, at).AsInt16();
        var high = Vector256.LoadUnsafe(ref source, at + 16).AsInt16();
        var bytes = Avx2.Permute4x64(Avx2.PackUnsignedSaturate(low, high).AsInt64(), 0b11_01_10_00).AsByte();
        bytes.StoreUnsafe(ref destination, at);
        return (Vector256.LessThan(bytes.AsSByte(), Vector256.Create((sbyte)' ')).AsByte()
            | Vector256.Equals(bytes, Vector256.Create((byte)'"'))
            | Vector256.Equals(bytes, Vector256.Create((byte)'\\'))).ExtractMostSignificantBits();
    }

    // 8 to 15 characters: the first eight and the last eight, which overlap.
    private static nuint CopyTwoEights(ref ushort source, ref byte destination, nuint length)
    {
        var bytes = Narrow(Vector128.LoadUnsafe(ref source), Vector128.LoadUnsafe(ref source, length - 8));
        Unsafe.WriteUnaligned(ref destination, bytes.AsUInt64().ToScalar());
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref destination, length - 8), bytes.AsUInt64().GetElement(1));
        var care = NeedingCare(bytes);
        if (care == 0)
            return length;
        var first = (nuint)BitOperations.TrailingZeroCount(care);
        return first < 8 ? first : length - 16 + first;
    }

    // 4 to 7 characters, in the same way.
    private static nuint CopyTwoFours(ref ushort source, ref byte destination, nuint length)
    {
        var first = Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<ushort, byte>(ref source));
        var last = Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<ushort, byte>(ref Unsafe.Add(ref source, length - 4)));
        var units = Vector128.Create(first, last).AsUInt16();
        var bytes = Narrow(units, units);
        Unsafe.WriteUnaligned(ref destination, bytes.AsUInt32().ToScalar());
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref destination, length - 4), bytes.AsUInt32().GetElement(1));
        var care = NeedingCare(bytes) & 0xFF;
        if (care == 0)
            return length;
        var at = (nuint)BitOperations.TrailingZeroCount(care);
        return at < 4 ? at : length - 8 + at;
    }

    private static nuint CopyPlainSingly(ref char source, ref byte destination, nuint length)
    {
        nuint at = 0;
        for (; at < length; at++)
        {
            var character = Unsafe.Add(ref source, at);
            if (character is < ' ' or >= (char)0x80 or '"' or '\\')
                break;
            Unsafe.Add(ref destination, at) = (byte)character;
        }

        return at;
    }

    // A non-ASCII character becomes 0, or 0x80 or more. Both need encoding.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Narrow(Vector128<ushort> low, Vector128<ushort> high) => Sse2.IsSupported
        ? Sse2.PackUnsignedSaturate(low.AsInt16(), high.AsInt16())
        : Vector128.Narrow(Vector128.Min(low, Vector128.Create((ushort)0xFF)), Vector128.Min(high, Vector128.Create((ushort)0xFF)));

    // A bit for each control character below 0x20 and each non-ASCII byte (both below 0x20 as signed numbers), quote and backslash.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint NeedingCare(Vector128<byte> bytes) =>
        (Vector128.LessThan(bytes.AsSByte(), Vector128.Create((sbyte)' ')).AsByte()
            | Vector128.Equals(bytes, Vector128.Create((byte)'"'))
            | Vector128.Equals(bytes, Vector128.Create((byte)'\\'))).ExtractMostSignificantBits();

    // Continues to the next ASCII character, because strings in many languages have few of them.
    private static void EncodeBeyondAscii(ref char source, ref byte destination, ref nuint from, ref nuint to, nuint length)
    {
        do
        {
            uint character = Unsafe.Add(ref source, from++);
            ref var target = ref Unsafe.Add(ref destination, to);
            if (character < 0x800)
            {
                target = (byte)(0xC0 | (character >> 6));
                Unsafe.Add(ref target, 1) = (byte)(0x80 | (character & 0x3F));
                to += 2;
                continue;
            }

            if (char.IsSurrogate((char)character))
            {
                if (char.IsHighSurrogate((char)character) && from < length && char.IsLowSurrogate(Unsafe.Add(ref source, from)))
                {
                    EncodePair(character, Unsafe.Add(ref source, from++), ref target);
                    to += 4;
                    continue;
                }

                character = Replacement;
            }

            target = (byte)(0xE0 | (character >> 12));
            Unsafe.Add(ref target, 1) = (byte)(0x80 | ((character >> 6) & 0x3F));
            Unsafe.Add(ref target, 2) = (byte)(0x80 | (character & 0x3F));
            to += 3;
        }
        while (from < length && Unsafe.Add(ref source, from) >= 0x80);
    }

    private static void EncodePair(uint high, uint low, ref byte target)
    {
        var scalar = 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00);
        target = (byte)(0xF0 | (scalar >> 18));
        Unsafe.Add(ref target, 1) = (byte)(0x80 | ((scalar >> 12) & 0x3F));
        Unsafe.Add(ref target, 2) = (byte)(0x80 | ((scalar >> 6) & 0x3F));
        Unsafe.Add(ref target, 3) = (byte)(0x80 | (scalar & 0x3F));
    }

    private static nuint Escape(char character, ref byte target)
    {
        var escape = character switch
        {
            '"' => (byte)'"',
            '\\' => (byte)'\\',
            '\n' => (byte)'n',
            '\r' => (byte)'r',
            '\t' => (byte)'t',
            _ => (byte)'u',
        };
        target = (byte)'\\';
        Unsafe.Add(ref target, 1) = escape;
        if (escape != 'u')
            return 2;
        Unsafe.Add(ref target, 2) = (byte)'0';
        Unsafe.Add(ref target, 3) = (byte)'0';
        Unsafe.Add(ref target, 4) = (byte)('0' + (character >> 4));
        Unsafe.Add(ref target, 5) = "0123456789abcdef"u8[character & 0xF];
        return LongestEscape;
    }
}

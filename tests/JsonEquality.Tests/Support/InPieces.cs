using System.Buffers;

namespace PageMessagesGen.JsonEquality.Tests.Support;

/// <summary>An output that gives memory of one size only, whatever it is asked for, as far as the contract lets it.</summary>
internal sealed class InPieces(int size) : IBufferWriter<byte>
{
    private readonly List<byte> _written = [];
    private byte[] _piece = [];

    public byte[] Written => [.. _written];

    public void Advance(int count)
    {
        _written.AddRange(_piece.AsSpan(0, count));
        Array.Fill(_piece, (byte)'?'); // nobody may rely on what was there
    }

    public Memory<byte> GetMemory(int sizeHint = 0) => _piece = new byte[size];

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;
}

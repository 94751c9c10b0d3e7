using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PageMessagesGen;

/// <summary>Goes through lists. Generated code calls it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)] // for generated code
public static class ListElements
{
    /// <summary>Goes through a list: the memory of it if it is an array or a <see cref="List{T}"/>, without a call for each element.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ListElements<T> Of<T>(IReadOnlyList<T> list) => new(list);
}

/// <summary>The elements of a list.</summary>
/// <remarks>A compiler that has not seen a list yet would leave each step a call.</remarks>
/// <typeparam name="T">The type of them.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)] // for generated code
public ref struct ListElements<T>
{
    private readonly ReadOnlySpan<T> _memory;
    private readonly IReadOnlyList<T>? _list;
    private readonly int _count;
    private int _at = -1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ListElements(IReadOnlyList<T> list)
    {
        if (list is T[] array)
        {
            _memory = array;
            _count = array.Length;
        }
        else if (list.GetType() == typeof(List<T>))
        {
            _memory = CollectionsMarshal.AsSpan(Unsafe.As<List<T>>(list));
            _count = _memory.Length;
        }
        else
        {
            _list = list;
            _count = list.Count;
        }
    }

    /// <summary>The element where it is.</summary>
    public readonly T Current
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _list is null ? _memory[_at] : _list[_at];
    }

    /// <summary>Goes to the next element, at first to the first one.</summary>
    /// <returns>False if there is none.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MoveNext() => ++_at < _count;

    /// <summary>Gives itself, for <c>foreach</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly ListElements<T> GetEnumerator() => this;
}

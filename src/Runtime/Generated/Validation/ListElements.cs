using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PageMessagesGen.Generated;

/// <summary>Enumerates lists for generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)] // used by generated code
public static class ListElements
{
    /// <summary>Enumerates a list. An array or a <see cref="List{T}"/> is read from memory, without a call for each element.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ListElements<T> Of<T>(IReadOnlyList<T> list) => new(list);
}

/// <summary>The elements of a list.</summary>
/// <remarks>Enumerating the interface would call a method for each element, unless the compiler knows the type of the list.</remarks>
/// <typeparam name="T">The type of the elements.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)] // used by generated code
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

    /// <summary>Gets the current element.</summary>
    public readonly T Current
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _list is null ? _memory[_at] : _list[_at];
    }

    /// <summary>Advances to the next element; the first call to the first element.</summary>
    /// <returns><see langword="false"/> if there is no next element.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MoveNext() => ++_at < _count;

    /// <summary>Returns this instance, for <c>foreach</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly ListElements<T> GetEnumerator() => this;
}

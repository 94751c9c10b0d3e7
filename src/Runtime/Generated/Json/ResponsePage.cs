using System.ComponentModel;

namespace PageMessagesGen.Generated;

/// <summary>A page of a list.</summary>
/// <param name="elements">The elements.</param>
/// <param name="next">The URL of the next page; null for the last one.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ResponsePage<T>(IReadOnlyList<T> elements, string? next)
{
    internal IReadOnlyList<T> Elements => elements;

    internal string? Next => next;
}
